// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan.h"

#include "base/json.h"
#include "geom/wkt.h"
#include "model/catalogue_json.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::edit {
namespace {

using model::Level;
using model::Role;
using model::Value;

const char* const kCatalogue =
    R"({"lifecycles": [{"id": "flow", "title": {"zh": "流程", "en": "Flow"}, "family": "event", "start": "new",
  "states": [{"code": "new", "title": {"zh": "新", "en": "New"}, "kind": "open", "days": 3},
             {"code": "held", "title": {"zh": "办", "en": "Held"}, "kind": "open", "days": 30},
             {"code": "done", "title": {"zh": "结", "en": "Done"}, "kind": "done"}],
  "actions": [{"id": "take", "title": {"zh": "受理", "en": "Take"}, "from": ["new"], "to": "held", "roles": ["leader", "planner"]},
              {"id": "hurry", "title": {"zh": "催办", "en": "Hurry"}, "from": ["new", "held"], "roles": ["leader"], "note": true},
              {"id": "close", "title": {"zh": "结案", "en": "Close"}, "from": ["held"], "to": "done", "roles": ["leader"],
               "needs": ["result"]}]}],
 "registers": [
  {"id": "matter", "title": {"zh": "事", "en": "Matters"}, "anchor": "unit", "level": "village", "lifecycle": "flow", "fields": [
    {"name": "subject", "title": {"zh": "事由", "en": "Subject"}, "type": "text", "required": true},
    {"name": "money", "title": {"zh": "金额", "en": "Money"}, "type": "money", "min": 0, "max": 1000, "default": 5},
    {"name": "twice", "title": {"zh": "双倍", "en": "Twice"}, "type": "money", "formula": "money * 2"},
    {"name": "result", "title": {"zh": "结果", "en": "Result"}, "type": "text"},
    {"name": "old", "title": {"zh": "旧", "en": "Old"}, "type": "text", "retired": true},
    {"name": "org", "title": {"zh": "组织", "en": "Org"}, "type": "organisation"}]},
  {"id": "plot", "title": {"zh": "地块", "en": "Plots"}, "anchor": "polygon", "fields": [
    {"name": "name", "title": {"zh": "名称", "en": "Name"}, "type": "text", "required": true}]},
  {"id": "tie", "title": {"zh": "联系", "en": "Ties"}, "anchor": "link", "fields": [
    {"name": "matter", "title": {"zh": "事", "en": "Matter"}, "type": "record", "of": "matter"},
    {"name": "where_to", "title": {"zh": "去向", "en": "To"}, "type": "unit", "level": "township"}]}]})";

struct Fixture {
    model::Snapshot snapshot = support::snapshot();
    PlanContext context;

    Fixture() {
        snapshot.day = base::Date::of(2024, 1, 30);
        context.author = "李某";
        context.at = "2024-01-30T01:02:03.004Z";
        context.today = snapshot.day;
        context.nextRecord = [](const std::string& table) { return table == "matter" ? 7 : 3; };
        context.nextStep = 11;
        auto catalogue = std::make_shared<model::Catalogue>();
        const base::Json json = base::parseJson(kCatalogue, "test");
        model::addCatalogueFile(*catalogue, {json, "test"});
        for (const auto& def : catalogue->registers) {
            auto table = std::make_shared<model::RegisterTable>();
            table->def = def;
            snapshot.registers.push_back(table);
        }
        snapshot.catalogue = catalogue;
    }
    const model::Unit& village(std::uint32_t row = 0) { return snapshot.table(Level::village).units[row]; }
    AddRecord matter() { return {"matter", village().code, {}, {}, {{"subject", std::string("路灯")}}, ""}; }
    Refusal refusal(const Command& command) {
        const Plan result = plan(snapshot, command, context);
        EXPECT_FALSE(result.ok());
        return result.ok() ? Refusal{} : result.error();
    }
    ChangeSet change(const Command& command) {
        const Plan result = plan(snapshot, command, context);
        EXPECT_TRUE(result.ok()) << (result.ok() ? "" : result.error().detail);
        return result.ok() ? result.value() : ChangeSet{};
    }
    /// A record as the file would hold it, in the snapshot.
    void put(std::size_t registerAt, model::Record record) {
        auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[registerAt]);
        record.values.resize(table->def.fields.size());
        table->records.push_back(std::make_shared<model::Record>(std::move(record)));
        snapshot.registers[registerAt] = table;
    }
    void putMatter(std::uint8_t state) {
        model::Record record;
        record.id = 4;
        record.unit = {Level::village, 0};
        record.values = {std::string("路灯"), 5.0};
        record.state = state;
        record.since = record.from = base::Date::of(2024, 1, 20);
        record.due = base::Date::of(2024, 1, 23);
        put(0, std::move(record));
    }
};

Value after(const Change& change, const char* column) { return model::field(*change.after, column); }
Value before(const Change& change, const char* column) { return model::field(*change.before, column); }
Value text(const char* s) { return std::string(s); }

TEST(PlanAddRecord, WritesTheRowTheClockAndTheFirstStep) {
    Fixture f;
    const ChangeSet set = f.change(f.matter());
    ASSERT_EQ(set.changes.size(), 2u);
    const Change& row = set.changes[0];
    EXPECT_EQ(row.table, "reg_matter");
    EXPECT_EQ(row.id, 7);
    EXPECT_EQ(after(row, "unit_id"), Value(f.village().id.value));
    EXPECT_EQ(after(row, "money"), Value(std::int64_t(5))) << "the default";
    EXPECT_EQ(after(row, "state"), text("new"));
    EXPECT_EQ(after(row, "state_since"), text("2024-01-30"));
    EXPECT_EQ(after(row, "due"), text("2024-02-02")) << "three calendar days, over the end of the month";
    EXPECT_TRUE(model::isNull(after(row, "twice"))) << "computed fields are not stored";
    EXPECT_EQ(set.changes[1].table, "record_step");
    EXPECT_EQ(set.changes[1].id, 11);
    EXPECT_EQ(after(set.changes[1], "record_id"), Value(std::int64_t(7)));
}

TEST(PlanAddRecord, RefusesWithFieldAndReason) {
    Fixture f;
    const auto with = [&](const char* name, Value value) {
        AddRecord command = f.matter();
        command.values.emplace_back(name, std::move(value));
        return f.refusal(command);
    };
    EXPECT_EQ(with("nothing", text("x")).reason, RefusalReason::unknownField);
    EXPECT_EQ(with("money", 2000.0).reason, RefusalReason::badValue);
    EXPECT_EQ(with("money", 2000.0).field, "money");
    EXPECT_NE(with("money", 2000.0).detail.find("must not be more than 1000"), std::string::npos);
    EXPECT_EQ(with("twice", 4.0).field, "twice") << "computed, not entered";
    EXPECT_EQ(with("old", text("x")).reason, RefusalReason::unknownField) << "retired";
    EXPECT_EQ(with("org", text("没有的支部")).field, "org");
    AddRecord command = f.matter();
    command.values.clear();
    EXPECT_EQ(f.refusal(command).field, "subject");
    command = f.matter();
    command.unit.reset();
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::unitMissing);
    command = f.matter();
    command.unit = f.snapshot.table(Level::township).units[0].code;
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::unknownUnit) << "a township is no village";
    command = f.matter();
    command.day = "2024-02-30";
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::badDate);
    EXPECT_EQ(f.refusal(AddRecord{"no", {}, {}, {}, {}, ""}).reason, RefusalReason::unknownRegister);
}

TEST(PlanAddRecord, AShapeMustBeValidAndOfTheRightKind) {
    Fixture f;
    AddRecord command{
        "plot", {}, {}, geom::shapeFromWkt("POLYGON((110 36,110.1 36,110.1 36.1,110 36))"), {{"name", text("北坡")}},
        ""};
    const ChangeSet set = f.change(command);
    EXPECT_EQ(geom::shapeFromWkt(std::get<std::string>(after(set.changes[0], "geom"))), command.shape);
    command.shape = geom::GeoPoint{110, 36};
    EXPECT_EQ(f.refusal(command).reason, RefusalReason::badShape);
    command.shape = geom::shapeFromWkt("POLYGON((110 36,110.1 36.1,110.1 36,110 36.1,110 36))");
    const Refusal crossing = f.refusal(command);
    EXPECT_EQ(crossing.reason, RefusalReason::badShape);
    EXPECT_TRUE(crossing.place) << "a place to go to";
}

TEST(PlanAddRecord, ALinkStandsWhereItsFieldsPoint) {
    Fixture f;
    f.putMatter(0);
    const ChangeSet set = f.change(AddRecord{"tie", {}, {}, {}, {{"matter", std::int64_t(4)}}, ""});
    EXPECT_EQ(after(set.changes[0], "unit_id"), Value(f.village().id.value));
    EXPECT_EQ(f.refusal(AddRecord{"tie", {}, {}, {}, {{"matter", std::int64_t(5)}}, ""}).field, "matter");
    const std::string village = f.village().code.text();
    EXPECT_EQ(f.refusal(AddRecord{"tie", {}, {}, {}, {{"where_to", village}}, ""}).field, "where_to")
        << "not a township";
}

TEST(PlanSetRecord, NamesOnlyWhatChanges) {
    Fixture f;
    f.putMatter(0);
    const ChangeSet set = f.change(SetRecord{"matter", 4, {{"money", 6.0}, {"subject", text("路灯")}}, {}, {}, {}});
    ASSERT_EQ(set.changes.size(), 1u);
    EXPECT_EQ(*set.changes[0].before, (model::Fields{{"money", 5.0}}));
    EXPECT_EQ(*set.changes[0].after, (model::Fields{{"money", 6.0}}));
    EXPECT_EQ(f.refusal(SetRecord{"matter", 4, {{"money", 5.0}}, {}, {}, {}}).reason, RefusalReason::nothingToDo);
    EXPECT_EQ(f.refusal(SetRecord{"matter", 9, {{"money", 5.0}}, {}, {}, {}}).reason, RefusalReason::unknownRecord);
    EXPECT_EQ(f.refusal(SetRecord{"matter", 4, {{"subject", Value()}}, {}, {}, {}}).field, "subject");
}

TEST(PlanEndRecord, EndsItOnTheDayAndNotBeforeItBegan) {
    Fixture f;
    f.putMatter(0);
    const ChangeSet set = f.change(EndRecord{"matter", 4, ""});
    EXPECT_EQ(after(set.changes[0], "valid_to"), text("2024-01-30"));
    EXPECT_EQ(f.refusal(EndRecord{"matter", 4, "2024-01-01"}).reason, RefusalReason::badDate);
}

TEST(PlanMoveRecord, MovesTheClockAndKeepsTheStep) {
    Fixture f;
    f.putMatter(0);
    const ChangeSet set = f.change(MoveRecord{"matter", 4, "take", "", {{"money", 9.0}}, ""});
    ASSERT_EQ(set.changes.size(), 2u);
    EXPECT_EQ(before(set.changes[0], "state"), text("new"));
    EXPECT_EQ(after(set.changes[0], "state"), text("held"));
    EXPECT_EQ(after(set.changes[0], "due"), text("2024-02-29")) << "thirty days, over a leap day";
    EXPECT_EQ(after(set.changes[0], "money"), Value(9.0));
    EXPECT_EQ(after(set.changes[1], "action"), text("take"));
    EXPECT_EQ(after(set.changes[1], "from_state"), text("new"));
    EXPECT_EQ(after(set.changes[1], "to_state"), text("held"));
    EXPECT_EQ(after(set.changes[1], "author"), text("李某"));
}

TEST(PlanMoveRecord, AStepThatStaysWritesTheStepAlone) {
    Fixture f;
    f.putMatter(1);
    f.context.role = Role::leader;
    const ChangeSet set = f.change(MoveRecord{"matter", 4, "hurry", "快到期", {}, ""});
    ASSERT_EQ(set.changes.size(), 1u);
    EXPECT_EQ(after(set.changes[0], "to_state"), text("held"));
}

TEST(PlanMoveRecord, RefusesWithWhoMayAndWhatIsMissing) {
    Fixture f;
    f.putMatter(0);
    EXPECT_EQ(f.refusal(MoveRecord{"matter", 4, "close", "", {}, ""}).reason, RefusalReason::wrongState);
    EXPECT_EQ(f.refusal(MoveRecord{"matter", 4, "fly", "", {}, ""}).reason, RefusalReason::unknownAction);
    f.context.role = Role::gridWorker;
    const Refusal who = f.refusal(MoveRecord{"matter", 4, "take", "", {}, ""});
    EXPECT_EQ(who.reason, RefusalReason::notAllowed);
    EXPECT_NE(who.detail.find("leader, planner"), std::string::npos) << who.detail;
    f.context.role = Role::leader;
    EXPECT_EQ(f.refusal(MoveRecord{"matter", 4, "hurry", "  ", {}, ""}).reason, RefusalReason::reasonMissing);
    EXPECT_EQ(f.refusal(MoveRecord{"matter", 4, "take", "", {}, "2024-01-01"}).reason, RefusalReason::badDate);
    Fixture held;
    held.putMatter(1);
    held.context.role = Role::leader;
    const Refusal missing = held.refusal(MoveRecord{"matter", 4, "close", "", {}, ""});
    EXPECT_EQ(missing.reason, RefusalReason::evidenceMissing);
    EXPECT_EQ(missing.field, "result");
    EXPECT_EQ(
        after(held.change(MoveRecord{"matter", 4, "close", "", {{"result", text("已修")}}, ""}).changes[0], "due"),
        Value())
        << "a closed matter has no deadline";
}

TEST(Apply, PutsChangesAndTakesRecordsAtTheirPlace) {
    Fixture f;
    f.putMatter(0);
    RecordNow now{"matter", 2, model::Record{}, Level::village, f.village(1).code};
    now.record->id = 2;
    now.record->values.resize(6);
    const model::Snapshot more = apply(f.snapshot, {{}, {now}});
    ASSERT_EQ(more.registers[0]->records.size(), 2u);
    EXPECT_EQ(more.registers[0]->records[0]->id, 2) << "kept by id";
    EXPECT_EQ(more.registers[0]->records[0]->unit, (model::UnitRef{Level::village, 1}));
    EXPECT_EQ(more.registers[0]->records[1], f.snapshot.registers[0]->records[0]) << "the others are shared";
    EXPECT_EQ(more.registers[1], f.snapshot.registers[1]);
    const model::Snapshot less = apply(more, {{}, {{"matter", 4, {}, {}, {}}}});
    ASSERT_EQ(less.registers[0]->records.size(), 1u);
    EXPECT_FALSE(less.registers[0]->find(4));
}

}  // namespace
}  // namespace xiangtu::edit
