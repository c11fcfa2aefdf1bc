// SPDX-License-Identifier: GPL-3.0-or-later
// Tables follow the catalogue: data are kept, what the records cannot live under is refused.
#include "base/json.h"
#include "edit/declared.h"
#include "made_file.h"
#include "model/catalogue_json.h"
#include "program.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

namespace fs = std::filesystem;
using base::Date;
using model::FieldDef;
using model::FieldType;
using model::Level;
using model::Value;

FieldDef field(const char* name, FieldType type) {
    FieldDef f;
    f.name = name;
    f.title = {name, name};
    f.type = type;
    return f;
}

struct Fixture {
    support::TempDir dir;
    std::unique_ptr<store::Store> store = createFilled(dir / "a.sqlite");
    model::Catalogue catalogue = *store->loadOverview(Date::today()).catalogue;

    Fixture() {
        model::RegisterDef def;
        def.id = "shop";
        def.title = {"小店", "Shops"};
        def.anchor = model::Anchor::unit;
        def.anchorLevel = Level::village;
        def.fields = {field("name", FieldType::text), field("seats", FieldType::integer),
                      field("kind", FieldType::choice)};
        def.fields[0].required = true;
        def.fields[2].choices = {{"tea", {"茶馆", "Tea"}, ""}, {"food", {"饭馆", "Food"}, ""}};
        catalogue.registers.push_back(def);
        EXPECT_FALSE(store->setCatalogue(catalogue, "王芳"));
        const model::Snapshot snapshot = store->load(Date::today(), {});
        const edit::AddRecord add{
            "shop",
            snapshot.table(Level::village).units[0].code,
            {},
            {},
            {{"name", std::string("老街茶馆")}, {"seats", std::int64_t(12)}, {"kind", std::string("tea")}},
            ""};
        (void)store->commit(edit::plan(snapshot, add, store->planContext("")).value(), {}, snapshot.day);
    }
    model::RegisterDef& shop() { return catalogue.registers.back(); }
    std::shared_ptr<const model::RegisterTable> table() {
        const model::Snapshot snapshot = store->load(Date::today(), {});
        for (const auto& t : snapshot.registers) {
            if (t->def.id == "shop") return t;
        }
        return nullptr;
    }
    Value value(const char* name) {
        const auto t = table();
        return t->records.at(0)->values[*t->def.fieldAt(name)];
    }
    std::string refusal() {
        const auto refused = store->setCatalogue(catalogue, "王芳");
        return refused ? refused->detail : "";
    }
};

TEST(ChangeCatalogue, ANewRegisterBecomesATableOthersRead) {
    Fixture f;
    ASSERT_TRUE(f.table());
    EXPECT_EQ(f.value("name"), Value(std::string("老街茶馆")));
    const std::string listing = outputOf({"ogrinfo", "-ro", (f.dir / "a.sqlite").string(), "v_reg_shop"});
    EXPECT_NE(listing.find("老街茶馆"), std::string::npos) << listing;
}

TEST(ChangeCatalogue, AddsRenamesAndRetiresFieldsWithTheirData) {
    Fixture f;
    f.shop().fields[0].name = "title";
    f.shop().fields[0].was = {"name"};
    f.shop().fields.erase(f.shop().fields.begin() + 1);  // seats
    f.shop().fields.push_back(field("owner", FieldType::person));
    EXPECT_EQ(f.refusal(), "");
    EXPECT_EQ(f.value("title"), Value(std::string("老街茶馆")));
    EXPECT_EQ(f.value("seats"), Value(std::int64_t(12))) << "retired, not lost";
    EXPECT_TRUE(f.table()->def.findField("seats")->retired);
    EXPECT_EQ(f.value("owner"), Value());
    // Brought back.
    f.shop().fields.push_back(field("seats", FieldType::integer));
    EXPECT_EQ(f.refusal(), "");
    EXPECT_FALSE(f.table()->def.findField("seats")->retired);
    EXPECT_EQ(f.value("seats"), Value(std::int64_t(12)));
}

TEST(ChangeCatalogue, WholeNumbersMayBecomeDecimals) {
    Fixture f;
    f.shop().fields[1].type = FieldType::decimal;
    EXPECT_EQ(f.refusal(), "");
    EXPECT_EQ(f.value("seats"), Value(12.0));
}

TEST(ChangeCatalogue, RefusesWhatTheRecordsCannotLiveUnder) {
    const auto refused = [](auto&& change) {
        Fixture f;
        change(f.shop());
        const std::string detail = f.refusal();
        EXPECT_EQ(f.value("seats"), Value(std::int64_t(12))) << "nothing was changed";
        return detail;
    };
    EXPECT_NE(refused([](auto& def) { def.fields[0].type = FieldType::integer; }).find("field name"),
              std::string::npos);
    EXPECT_NE(refused([](auto& def) { def.fields[2].choices.erase(def.fields[2].choices.begin()); }).find("choice"),
              std::string::npos);
    EXPECT_NE(refused([](auto& def) {
                  def.fields.push_back(field("owner", FieldType::person));
                  def.fields.back().required = true;
              }).find("field owner"),
              std::string::npos);
    EXPECT_NE(refused([](auto& def) { def.anchor = model::Anchor::point, def.anchorLevel.reset(); }), "");
    EXPECT_NE(refused([](auto& def) { def.lifecycle = "nothing"; }).find("lifecycle"), std::string::npos);
}

TEST(ChangeCatalogue, ALifecycleBeginsForRecordsThatAreThere) {
    Fixture f;
    const base::Json flow =
        base::parseJson(R"({"id": "opening", "title": {"zh": "开业", "en": "Opening"}, "family": "stage", "start": "b",
      "states": [{"code": "a", "title": {"zh": "开", "en": "Open"}, "kind": "done"},
                 {"code": "b", "title": {"zh": "筹", "en": "Planned"}, "kind": "open", "days": 5}],
      "actions": [{"id": "go", "title": {"zh": "开业", "en": "Open"}, "from": ["b"], "to": "a", "roles": ["leader"]}]})",
                        "test");
    f.catalogue.lifecycles.push_back(model::parseLifecycle({flow, "test"}));
    f.shop().lifecycle = "opening";
    ASSERT_EQ(f.refusal(), "");
    EXPECT_EQ(f.table()->records.at(0)->state, 1);
    EXPECT_EQ(f.table()->records.at(0)->due.days, Date::today().days + 5);
}

TEST(ChangeCatalogue, WritesABackupFirst) {
    Fixture f;
    std::size_t backups = 0;
    for (const auto& entry : fs::directory_iterator(f.dir.path())) {
        backups += entry.path().filename().string().find("-backup-") != std::string::npos;
    }
    EXPECT_EQ(backups, 1u);
}

TEST(ChangeCatalogue, IsALineOfTheLogWithItsAuthorAndWhatIsDifferent) {
    Fixture f;
    const auto words = [&] {
        std::vector<std::string> out;
        const store::LogEntry line = f.store->log(1).at(0);
        EXPECT_EQ(line.set.title, edit::kCatalogueTitle);
        EXPECT_EQ(line.set.author, "王芳");
        EXPECT_TRUE(line.set.at.starts_with(Date::today().iso())) << line.set.at;
        for (const auto& each : edit::declaredOf(line.set)) out.push_back(edit::inWords(each));
        return out;
    };
    using Words = std::vector<std::string>;
    const std::int64_t lines = f.store->countLog({});
    EXPECT_EQ(lines, 2) << "the register, and its first record";
    EXPECT_EQ(f.refusal(), "");
    EXPECT_EQ(f.store->countLog({}), lines) << "nothing is different";

    f.shop().fields[0].name = "title";
    f.shop().fields[0].was = {"name"};
    f.shop().fields.erase(f.shop().fields.begin() + 1);
    EXPECT_EQ(f.refusal(), "");
    EXPECT_EQ(words(), (Words{R"(field shop.title "name" renamed, was shop.name "name")",
                              R"(field shop.seats "seats" retired)"}));
    f.catalogue.registers.pop_back();
    EXPECT_EQ(f.refusal(), "");
    EXPECT_EQ(f.store->countLog({}), lines + 1) << "a register that is no longer declared stays";
    f.catalogue.rules.pop_back();
    EXPECT_EQ(f.refusal(), "");
    ASSERT_EQ(words().size(), 1u);
    EXPECT_TRUE(words()[0].ends_with(" removed")) << words()[0];
    EXPECT_EQ(f.store->checkChain().brokenAt, std::nullopt);
    EXPECT_EQ(f.store->checkChain().lines, lines + 2);
}

TEST(ChangeCatalogue, WhatIsRefusedLeavesNoLine) {
    Fixture f;
    const std::int64_t lines = f.store->countLog({});
    f.shop().fields[0].type = FieldType::integer;
    EXPECT_NE(f.refusal(), "");
    EXPECT_EQ(f.store->countLog({}), lines);
}

TEST(ChangeCatalogue, AReaderMayNot) {
    Fixture f;
    f.store.reset();
    const auto reader = store::open(f.dir / "a.sqlite", store::OpenMode::readOnly);
    EXPECT_EQ(thrownBy([&] { (void)reader->setCatalogue(f.catalogue, ""); }), base::Fault::noPermission);
}

}  // namespace
}  // namespace xiangtu
