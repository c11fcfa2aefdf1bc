// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/merge.h"
#include "gate_fixture.h"
#include "geom/polygon.h"
#include "same_snapshot.h"

#include <algorithm>
#include <random>

namespace xiangtu::project {
namespace {

using model::Level;

/// Every row of every table that edits change, as one text.
std::string dumpOf(const std::filesystem::path& file) {
    sqlite3* db = nullptr;
    EXPECT_EQ(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    const auto rows = [&](const std::string& sql, auto&& each) {
        sqlite3_stmt* statement = nullptr;
        EXPECT_EQ(sqlite3_prepare_v2(db, sql.c_str(), -1, &statement, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        while (sqlite3_step(statement) == SQLITE_ROW) each(statement);
        sqlite3_finalize(statement);
    };
    std::vector<std::string> tables{"unit", "unit_past", "unit_lineage", "unit_class", "party_org", "record_step"};
    rows("SELECT 'reg_' || key FROM register ORDER BY 1",
         [&](sqlite3_stmt* s) { tables.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(s, 0))); });
    std::string dump;
    for (const std::string& table : tables) {
        dump += table + "\n";
        rows("SELECT * FROM \"" + table + "\" ORDER BY id", [&](sqlite3_stmt* s) {
            for (int i = 0; i < sqlite3_column_count(s); ++i) {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(s, i));
                dump.append(bytes ? bytes : "", std::size_t(sqlite3_column_bytes(s, i))).append("|");
            }
            dump += "\n";
        });
    }
    sqlite3_close(db);
    return dump;
}

class ImportInto : public ::testing::Test {
protected:
    void SetUp() override { makeFile(file); }

    edit::PlanContext context(Project& project) const {
        edit::PlanContext c = project.store().planContext("王芳");
        return c;
    }
    static model::Fields point(const std::string& name, int seats) {
        return {{"name", name}, {"kind", std::string(kKind)}, {"seats", std::int64_t(seats)}};
    }
    /// Villages of a township as somebody sends them: some new, some renamed, some redrawn, some as they are.
    std::vector<model::NewUnit> delivery(const Project& project, std::mt19937& random) const {
        const model::Snapshot& snapshot = *project.state().snapshot;
        std::vector<model::NewUnit> units;
        const model::LevelTable& table = snapshot.table(Level::village);
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            const model::Unit& unit = table.units[row];
            model::NewUnit sent;
            sent.level = Level::village;
            sent.code = unit.code;
            sent.name = random() % 3 == 0 ? unit.name + "新" : unit.name;
            sent.parent = snapshot.unit(unit.parent).code;
            if (random() % 3 == 0) sent.households = int(random() % 500);
            sent.shape = table.shapes.feature(row);
            if (random() % 4 == 0 && !sent.shape.empty()) sent.shape[0].outer[0].x += 1;
            if (random() % 5 != 0) units.push_back(sent);
        }
        const model::Code township = snapshot.table(Level::township).units[0].code;
        model::NewUnit fresh;
        fresh.level = Level::village;
        fresh.code = township.child(900 + int(random() % 90));
        fresh.name = "新村";
        fresh.parent = township;
        fresh.from = base::Date::today();
        if (!snapshot.findUnit(Level::village, fresh.code).valid()) units.push_back(fresh);
        return units;
    }
    std::vector<model::NewRecord> records(std::mt19937& random) const {
        std::vector<model::NewRecord> sent;
        for (int i = 0; i < 6; ++i) {
            if (random() % 3 == 0) continue;
            model::NewRecord record;
            record.registerId = "meal_point";
            record.values = point("助餐点" + std::to_string(i), int(random() % 3));
            record.shape = geom::GeoPoint{110.001 + 0.001 * i, 36.501};
            record.from = base::Date::today();
            sent.push_back(record);
        }
        return sent;
    }
    bool bring(std::mt19937& random) {
        Project project = openedToday(file);
        store::Arrivals coming;
        edit::ChangeSet changed;
        if (random() % 2 == 0) {
            auto merge = edit::mergeUnits(*project.state().snapshot, delivery(project, random), Level::village,
                                          context(project));
            EXPECT_TRUE(merge.ok());
            coming.units = merge.value().coming;
            changed = merge.value().changed;
        } else {
            auto merge =
                edit::mergeRecords(*project.state().snapshot, "meal_point", "name", records(random), context(project));
            EXPECT_TRUE(merge.ok());
            coming.records = merge.value().coming;
            changed = merge.value().changed;
        }
        if (coming.size() == 0 && changed.changes.empty()) return false;
        const auto line = project.import(coming, changed, {});
        EXPECT_TRUE(line.ok()) << (line.ok() ? "" : line.error().detail);
        return true;
    }

    static constexpr const char* kKind = "canteen";
    support::TempDir dir;
    std::filesystem::path file = dir / "县.sqlite";
};

TEST_F(ImportInto, WhatCameAndChangedIsTakenBackToTheLastByte) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const std::string before = dumpOf(file);
        std::vector<std::string> dumps{before};
        for (int step = 0; step < 5; ++step) {
            if (step == 2) {
                Project project = openedToday(file);
                const model::Code village = project.state().snapshot->table(Level::village).units[1].code;
                ASSERT_TRUE(
                    project
                        .apply(edit::RenameUnit{{Level::village, village}, "改名" + std::to_string(seed), "更名", ""},
                               "李雷")
                        .ok());
            } else if (!bring(random)) {
                continue;
            }
            dumps.push_back(dumpOf(file));
            EXPECT_NE(dumps.back(), dumps[dumps.size() - 2]);
        }
        while (dumps.size() > 1) {
            EXPECT_EQ(dumpOf(file), dumps.back());
            Project project = openedToday(file);
            const auto back = project.undo("王芳");
            ASSERT_TRUE(back.ok()) << back.error().detail;
            EXPECT_EQ(differenceOf(*project.state().snapshot, *openedToday(file).state().snapshot), "");
            dumps.pop_back();
        }
        EXPECT_EQ(dumpOf(file), before);
        EXPECT_FALSE(openedToday(file).store().checkChain().brokenAt);
    }
}

TEST_F(ImportInto, ThousandsAreTakenBackInMemoryToo) {
    Project project = openedToday(file);
    const auto before = project.state().snapshot;
    store::Arrivals coming;
    const model::Code township = before->table(Level::township).units[0].code;
    const std::int64_t first = std::stoll(township.text()) * 1000000;
    for (std::size_t i = 0; i < store::kRowsLogged + 1; ++i) {
        model::NewUnit unit;
        unit.level = Level::grid;
        unit.code = *model::Code::parse(std::to_string(first + std::int64_t(i)));
        unit.name = "新格";
        unit.parent = township;
        unit.from = base::Date::today();
        coming.units.push_back(unit);
    }
    ASSERT_TRUE(project.import(coming, {"import", "王芳", "", {}, ""}, {}).ok());
    Project loaded = openedToday(file);
    EXPECT_EQ(loaded.state().snapshot->table(Level::grid).units.size(),
              before->table(Level::grid).units.size() + coming.units.size());
    const auto back = loaded.undo("王芳");
    ASSERT_TRUE(back.ok()) << back.error().detail;
    EXPECT_EQ(differenceOf(*loaded.state().snapshot, *before), "");
    const auto again = loaded.redo("王芳");
    ASSERT_FALSE(again.ok());
    EXPECT_EQ(again.error().reason, edit::RefusalReason::changedSince);
}

TEST_F(ImportInto, TheSameAgainChangesNothing) {
    std::mt19937 random(3);
    Project project = openedToday(file);
    const auto sent = delivery(project, random);
    auto merge = edit::mergeUnits(*project.state().snapshot, sent, Level::village, context(project));
    ASSERT_TRUE(merge.ok());
    EXPECT_GT(merge.value().report.count(edit::Fate::updated), 0);
    EXPECT_GT(merge.value().report.count(edit::Fate::missing), 0);
    EXPECT_EQ(merge.value().report.count(edit::Fate::inserted), 1);
    ASSERT_TRUE(project.import({merge.value().coming, {}, {}}, merge.value().changed, {}).ok());
    Project after = openedToday(file);
    const auto again = edit::mergeUnits(*after.state().snapshot, sent, Level::village, context(after));
    ASSERT_TRUE(again.ok());
    EXPECT_EQ(again.value().report.count(edit::Fate::updated), 0);
    EXPECT_EQ(again.value().report.count(edit::Fate::inserted), 0);
    EXPECT_TRUE(again.value().changed.changes.empty());
    EXPECT_TRUE(again.value().coming.empty());
}

TEST_F(ImportInto, AKeyThatIsThereTwiceIsRefusedAndTheRestTaken) {
    Project project = openedToday(file);
    std::vector<model::NewRecord> sent;
    for (const char* name : {"一", "二", "一"}) {
        model::NewRecord record;
        record.registerId = "meal_point";
        record.values = point(name, 1);
        record.shape = geom::GeoPoint{110.001, 36.501};
        sent.push_back(record);
    }
    const auto merge = edit::mergeRecords(*project.state().snapshot, "meal_point", "name", sent, context(project));
    ASSERT_TRUE(merge.ok());
    EXPECT_EQ(merge.value().coming.size(), 2u);
    ASSERT_EQ(merge.value().report.lines.size(), 1u);
    EXPECT_EQ(merge.value().report.lines[0].fate, edit::Fate::refused);
    EXPECT_EQ(merge.value().report.lines[0].key, "一");
    const auto unknown = edit::mergeRecords(*project.state().snapshot, "meal_point", "nothing", sent, context(project));
    ASSERT_FALSE(unknown.ok());
    EXPECT_EQ(unknown.error().reason, edit::RefusalReason::unknownField);
}

TEST(SameShape, DoesNotMindWhereRingsBegin) {
    const geom::MultiPolygon a{{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, {}}, {{{20, 0}, {29, 0}, {20, 9}}, {}}};
    const geom::MultiPolygon b{{{{29, 0}, {20, 9}, {20, 0}}, {}}, {{{9, 9}, {0, 9}, {0, 0}, {9, 0}}, {}}};
    EXPECT_TRUE(edit::sameShape(a, b));
    geom::MultiPolygon c = b;
    c[1].outer[0].x += 1;
    EXPECT_FALSE(edit::sameShape(a, c));
}

class ImportGate : public GateTest {};

TEST_F(ImportGate, RecordsComeFromWhoMayKeepThemAndOnlyWhereHeMay) {
    Project worker = as("网格员");
    const auto record = [&](bool inside) {
        model::NewRecord r;
        r.registerId = "collective_income";
        r.level = Level::village;
        r.unit = unit(worker, Level::village, inside);
        r.values = {{"income_year", std::int64_t(2025)}, {"model", std::string("farming")}, {"amount", 1.0}};
        r.from = base::Date::today();
        return r;
    };
    const auto outside = worker.import({{}, {}, {record(false)}}, {"import", "冒名", "", {}, ""}, {});
    ASSERT_FALSE(outside.ok());
    EXPECT_EQ(outside.error().reason, edit::RefusalReason::outsideScope);
    const auto line = worker.import({{}, {}, {record(true)}}, {"import", "冒名", "", {}, ""}, {});
    ASSERT_TRUE(line.ok()) << line.error().detail;
    EXPECT_EQ(worker.store().log(1).front().set.author, "网格员");
    const auto back = worker.undo("");
    EXPECT_TRUE(back.ok()) << back.error().detail;
}

}  // namespace
}  // namespace xiangtu::project
