// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "made_file.h"
#include "store/spatialite/database.h"
#include "store/spatialite/spatialite_store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using model::Code;
using model::Level;
using store::spatialite::Access;
using store::spatialite::Database;

Code code(const char* digits) { return *Code::parse(digits); }

model::NewUnit unit(Level level, const char* digits, const char* parent = nullptr) {
    model::NewUnit out = newUnit(level, digits, std::string("单位") + digits);
    if (parent) out.parent = code(parent);
    out.shape = {{{{0, 0}, {10, 0}, {0, 10}}, {}}};
    return out;
}

struct Fixture {
    support::TempDir dir;
    std::filesystem::path file = dir / "a.sqlite";
    std::unique_ptr<store::Store> store = store::create(file, XIANGTU_DATA_DIR);
    std::unique_ptr<store::BulkWriter> bulk = store->beginBulk();

    std::optional<base::Fault> refused(const auto& row, std::string* text = nullptr) {
        return thrownBy([&] { bulk->add(row); }, text);
    }
};

TEST(Bulk, LeavesTheFileAsItWasWithoutCommit) {
    const support::TempDir dir;
    auto store = createFilled(dir / "a.sqlite");
    const auto before = store->load(base::Date::today(), {});
    {
        auto bulk = store->beginBulk();
        bulk->setTitle("别的", false);
        for (int i = 0; i < 5000; ++i) { bulk->add(unit(Level::grid, std::to_string(100000000000000000 + i).c_str())); }
    }
    const auto after = store->load(base::Date::today(), {});
    EXPECT_EQ(after.info.title, "造县");
    for (const Level level : model::kLevels) {
        EXPECT_EQ(after.table(level).units.size(), before.table(level).units.size());
    }
    store.reset();
    const Database database(dir / "a.sqlite", Access::readOnly);
    EXPECT_EQ(database.text("PRAGMA integrity_check"), "ok");
    EXPECT_EQ(database.text("SELECT rtreecheck('main', 'idx_unit_geom')"), "ok");
    EXPECT_EQ(database.text("PRAGMA journal_mode"), "wal");
}

TEST(Bulk, FillsTheSpatialIndexAndPutsTheTriggersBack) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    Database database(dir / "a.sqlite", Access::readWrite);
    EXPECT_EQ(database.text("SELECT rtreecheck('main', 'idx_unit_geom')"), "ok");
    EXPECT_EQ(database.integer("SELECT CheckSpatialIndex('unit', 'geom')"), 1);
    EXPECT_EQ(database.integer("SELECT count(*) FROM idx_unit_geom"), database.integer("SELECT count(*) FROM unit"));
    EXPECT_EQ(database.integer("SELECT count(*) FROM pragma_foreign_key_check()"), 0);
    database.execute("DELETE FROM unit_class; UPDATE party_org SET parent_id = NULL; DELETE FROM party_org", "test");
    database.execute("DELETE FROM unit WHERE level = 4", "test");
    EXPECT_EQ(database.integer("SELECT count(*) FROM idx_unit_geom"), database.integer("SELECT count(*) FROM unit"));
}

TEST(Bulk, AddsToWhatIsThere) {
    const support::TempDir dir;
    auto store = createFilled(dir / "a.sqlite");
    auto bulk = store->beginBulk();
    bulk->add(unit(Level::grid, "990000001001001999", "990000001001001"));
    bulk->commit();
    bulk.reset();
    const auto snapshot = store->load(base::Date::today(), {});
    const auto ref = snapshot.findUnit(Level::grid, code("990000001001001999"));
    ASSERT_TRUE(ref.valid());
    EXPECT_EQ(snapshot.lineage(ref).size(), 5u);
    store.reset();
    EXPECT_EQ(Database(dir / "a.sqlite", Access::readWrite).integer("SELECT CheckSpatialIndex('unit', 'geom')"), 1);
}

TEST(Bulk, AcceptsUnitsThatSkipALevel) {
    Fixture f;
    f.bulk->add(unit(Level::county, "340405"));
    f.bulk->add(unit(Level::village, "340405001001", "340405"));
    f.bulk->commit();
    const auto snapshot = f.store->load(base::Date::today(), {});
    EXPECT_EQ(snapshot.table(Level::village).units[0].parent, (model::UnitRef{Level::county, 0}));
}

TEST(Bulk, NamesTheUnitItRefuses) {
    Fixture f;
    f.bulk->add(unit(Level::county, "340405"));
    std::string text;
    EXPECT_EQ(f.refused(unit(Level::county, "340405"), &text), base::Fault::usage) << "code taken";
    EXPECT_NE(text.find("340405"), std::string::npos);
    EXPECT_EQ(f.refused(unit(Level::township, "340405001", "999999"), &text), base::Fault::usage) << "no parent";
    EXPECT_NE(text.find("999999"), std::string::npos);
    model::NewUnit backwards = unit(Level::county, "340406");
    backwards.from = base::Date::of(2020, 1, 1);
    backwards.to = base::Date::of(2019, 1, 1);
    EXPECT_EQ(f.refused(backwards), base::Fault::usage);
    model::NewUnit nameless = unit(Level::county, "340407");
    nameless.code = {};
    EXPECT_EQ(f.refused(nameless), base::Fault::usage);
    f.bulk->commit();
    EXPECT_EQ(f.store->load(base::Date::today(), {}).table(Level::county).units.size(), 1u) << "the good ones stay";
}

TEST(Bulk, OneCodeMayServeTwoUnitsAfterOneAnother) {
    Fixture f;
    model::NewUnit first = unit(Level::county, "340405"), second = first, between = first;
    first.to = base::Date::of(2020, 1, 1);
    second.from = base::Date::of(2020, 1, 1);
    between.from = base::Date::of(2019, 1, 1);
    between.to = base::Date::of(2019, 2, 1);
    f.bulk->add(first);
    f.bulk->add(second);
    EXPECT_EQ(f.refused(between), base::Fault::usage);
}

TEST(Bulk, OrganisationsStandOnUnitsAndUnderOneAnother) {
    Fixture f;
    f.bulk->add(unit(Level::county, "340405"));
    f.bulk->add(unit(Level::township, "340405101", "340405"));
    f.bulk->add(unit(Level::village, "340405101201", "340405101"));
    model::NewPartyOrg branch = newOrg("村党支部", model::PartyOrgKind::branch, Level::village, "340405101201");
    branch.parentServes = code("340405101");
    EXPECT_EQ(f.refused(branch), base::Fault::usage) << "no organisation serves the township yet";
    f.bulk->add(newOrg("镇党委", model::PartyOrgKind::committee, Level::township, "340405101"));
    f.bulk->add(branch);
    model::NewPartyOrg functional = newOrg("果业链党支部", model::PartyOrgKind::functional);
    functional.chain = "苹果";
    functional.place = geom::GeoPoint{116.8, 32.6};
    f.bulk->add(functional);
    model::NewPartyOrg dissolved = newOrg("旧支部", model::PartyOrgKind::branch, Level::village, "340405101201");
    dissolved.dissolved = base::Date::of(2001, 1, 1);
    f.bulk->add(dissolved);
    branch.serves = code("340405101999");
    EXPECT_EQ(f.refused(branch), base::Fault::usage);
    f.bulk->commit();
    const auto party = f.store->load(base::Date::today(), {}).party;
    ASSERT_EQ(party->orgs.size(), 3u);
    EXPECT_EQ(party->orgs[1].parent, party->orgs[0].id);
    EXPECT_FALSE(party->orgs[2].serves.valid());
    EXPECT_EQ(party->orgs[2].chain, "苹果");
    EXPECT_EQ(party->orgs[2].place, functional.place);
    EXPECT_EQ(party->servedBy[indexOf(Level::village)][0], 1u);
    EXPECT_EQ(party->servedBy[indexOf(Level::county)][0], model::PartyTable::kNone);
}

TEST(Bulk, ClassesMustExist) {
    Fixture f;
    f.bulk->add(unit(Level::grid, "340405101201001001"));
    model::NewClass record{Level::grid, code("340405101201001001"), "risk5", "red", base::Date::of(2024, 1, 1), "巡查",
                           "王"};
    model::NewClass wrong = record;
    wrong.classCode = "pink";
    EXPECT_EQ(f.refused(wrong), base::Fault::usage);
    wrong = record;
    wrong.scheme = "risk6";
    EXPECT_EQ(f.refused(wrong), base::Fault::usage);
    wrong = record;
    wrong.level = Level::village;
    EXPECT_EQ(f.refused(wrong), base::Fault::usage);
    f.bulk->add(record);
    f.bulk->commit();
    const auto snapshot = f.store->load(base::Date::today(), {});
    EXPECT_EQ(snapshot.classOf(*snapshot.findScheme("risk5"), {Level::grid, 0}), 4);
}

TEST(Bulk, AReadOnlyFileTakesNothing) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    const auto store = store::open(dir / "a.sqlite", store::OpenMode::readOnly);
    EXPECT_TRUE(store->readOnly());
    EXPECT_EQ(thrownBy([&] { (void)store->beginBulk(); }), base::Fault::noPermission);
    EXPECT_EQ(thrownBy([&] { (void)store->commit({}, {}, {}); }), base::Fault::noPermission);
}

TEST(Bulk, AFullDiskLeavesTheFileAsItWas) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    {
        Database database(dir / "a.sqlite", Access::readWrite);
        database.execute("PRAGMA max_page_count = " + std::to_string(database.integer("PRAGMA page_count") + 20),
                         "test");
        store::spatialite::SpatialiteStore full(std::move(database), false, "");
        const auto bulk = full.beginBulk();
        EXPECT_EQ(thrownBy([&] {
                      for (int i = 0; i < 20000; ++i) {
                          bulk->add(unit(Level::grid, std::to_string(100000000000000000 + i).c_str()));
                      }
                      bulk->commit();
                  }),
                  base::Fault::diskFull);
    }
    const auto store = store::open(dir / "a.sqlite", store::OpenMode::readOnly);
    EXPECT_EQ(store->load(base::Date::today(), {}).table(Level::grid).units.size(), 256u);
}

}  // namespace
}  // namespace xiangtu
