// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

using model::Level;

void expectSameUnits(const model::LevelTable& got, const model::LevelTable& want) {
    ASSERT_EQ(got.units.size(), want.units.size());
    ASSERT_EQ(got.shapes.size(), want.shapes.size());
    for (std::size_t i = 0; i < got.units.size(); ++i) {
        const model::Unit &a = got.units[i], &b = want.units[i];
        EXPECT_EQ(a.code, b.code);
        EXPECT_EQ(a.name, b.name);
        EXPECT_EQ(a.kind, b.kind);
        EXPECT_EQ(a.parent, b.parent);
        EXPECT_EQ(a.households, b.households);
        EXPECT_EQ(a.from, b.from);
        EXPECT_TRUE(a.to.isOpen());
        EXPECT_EQ(got.shapes.feature(i), want.shapes.feature(i));
        EXPECT_EQ(got.shapes.box(i), want.shapes.box(i));
    }
}

TEST(Store, ReadsBackWhatItWrote) {
    const support::TempDir dir;
    createFilled(dir / "县's \"file\" #1?.sqlite");
    const auto store = store::open(dir / "县's \"file\" #1?.sqlite", store::OpenMode::readWrite);
    const model::Snapshot got = store->load(base::Date::today(), {});
    const model::Snapshot want = support::snapshot();
    EXPECT_EQ(got.info.title, "造县");
    EXPECT_TRUE(got.info.demo);
    EXPECT_EQ(got.info.createdAt.size(), 24u);
    for (const Level level : model::kLevels) expectSameUnits(got.table(level), want.table(level));
    EXPECT_EQ(got.party->servedBy, want.party->servedBy);
    ASSERT_EQ(got.party->orgs.size(), want.party->orgs.size());
    for (std::size_t i = 0; i < got.party->orgs.size(); ++i) {
        EXPECT_EQ(got.party->orgs[i].name, want.party->orgs[i].name);
        EXPECT_EQ(got.party->orgs[i].parent, want.party->orgs[i].parent);
    }
    const auto scheme = got.findScheme("risk5");
    ASSERT_TRUE(scheme);
    EXPECT_EQ(got.classes[*scheme]->classOf[indexOf(Level::grid)], want.classes[0]->classOf[indexOf(Level::grid)]);
}

TEST(Store, OverviewHoldsCountyAndTownshipsOnly) {
    const support::TempDir dir;
    const auto store = createFilled(dir / "a.sqlite");
    const model::Snapshot got = store->loadOverview(base::Date::today());
    const model::Snapshot want = support::snapshot();
    expectSameUnits(got.table(Level::county), want.table(Level::county));
    expectSameUnits(got.table(Level::township), want.table(Level::township));
    EXPECT_TRUE(got.table(Level::village).units.empty());
    EXPECT_EQ(got.party->servedBy[1], want.party->servedBy[1]);
    EXPECT_EQ(got.schemes->size(), 3u);
    EXPECT_EQ(got.registers.size(), got.catalogue->registers.size()) << "declared, without records";
    EXPECT_TRUE(got.findRegister("industry_base"));
}

TEST(Store, LoadsTheUnitsOfTheDayAsked) {
    const support::TempDir dir;
    const auto store = store::create(dir / "a.sqlite", XIANGTU_DATA_DIR);
    const auto bulk = store->beginBulk();
    model::NewUnit old = newUnit(Level::county, "340405", "旧县");
    old.from = base::Date::of(2000, 1, 1);
    old.to = base::Date::of(2020, 6, 1);
    model::NewUnit recent = old;
    recent.name = "新县";
    recent.from = old.to;
    recent.to = base::Date::open();
    bulk->add(old);
    bulk->add(recent);
    bulk->commit();
    const auto nameOn = [&](base::Date day) {
        const model::Snapshot snapshot = store->load(day, {});
        const auto& units = snapshot.table(Level::county).units;
        return units.size() == 1 ? units[0].name : std::to_string(units.size()) + " units";
    };
    EXPECT_EQ(nameOn(base::Date::of(1999, 12, 31)), "0 units");
    EXPECT_EQ(nameOn(base::Date::of(2020, 5, 31)), "旧县");
    EXPECT_EQ(nameOn(base::Date::of(2020, 6, 1)), "新县");
}

TEST(Store, SortsUnitsByCodeWhateverTheOrderTheyCameIn) {
    const support::TempDir dir;
    const auto store = store::create(dir / "a.sqlite", XIANGTU_DATA_DIR);
    const auto bulk = store->beginBulk();
    const std::array<const char*, 4> codes{"610621103", "610621001", "61062110", "610621002"};
    for (int i = 0; i < 4; ++i) {
        model::NewUnit unit = newUnit(Level::township, codes[std::size_t(i)], codes[std::size_t(i)]);
        unit.shape = {{{{i, 0}, {i + 1, 0}, {i, 1}}, {}}};
        bulk->add(unit);
    }
    bulk->commit();
    const model::Snapshot got = store->load(base::Date::today(), {});
    const auto& table = got.table(Level::township);
    ASSERT_EQ(table.units.size(), 4u);
    const std::array<int, 4> order{2, 1, 3, 0};
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(table.units[i].name, codes[std::size_t(order[i])]);
        EXPECT_EQ(table.shapes.box(i).min.x, order[i]);
    }
}

TEST(Store, StopsLoadingWhenAskedTo) {
    const support::TempDir dir;
    const auto store = createFilled(dir / "a.sqlite");
    base::Progress progress;
    progress.cancel();
    EXPECT_EQ(thrownBy([&] { (void)store->load(base::Date::today(), progress); }), base::Fault::cancelled);
    EXPECT_EQ(store->load(base::Date::today(), {}).table(Level::grid).units.size(), 256u);
}

TEST(Store, DoesNotCreateOverAFileThatExists) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite");
    EXPECT_EQ(thrownBy([&] { (void)store::create(dir / "a.sqlite", XIANGTU_DATA_DIR); }), base::Fault::io);
}

TEST(Store, LeavesNothingBehindWhenItCannotBeCreated) {
    const support::TempDir dir;
    EXPECT_EQ(thrownBy([&] { (void)store::create(dir / "a.sqlite", dir / "no data here"); }), base::Fault::io);
    EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
    EXPECT_TRUE(thrownBy([&] { (void)store::create(dir / "no/such/folder/a.sqlite", XIANGTU_DATA_DIR); }));
}

TEST(Store, KeepsOneSingleFileAfterClosing) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite");
    (void)store::open(dir / "a.sqlite", store::OpenMode::readOnly)->load(base::Date::today(), {});
    int files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(dir.path())) ++files;
    EXPECT_EQ(files, 1);
}

}  // namespace
}  // namespace xiangtu
