// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "support/coverage.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu {
namespace {

std::unique_ptr<store::Store> createFilled(const std::filesystem::path& file, const support::CoverageOptions& options) {
    auto made = store::create(file, XIANGTU_DATA_DIR);
    auto bulk = made->beginBulk();
    support::fill(*bulk, options);
    bulk->setTitle("造县", true);
    bulk->commit();
    return made;
}

TEST(Store, ReadsBackTheUnitsItWrote) {
    const support::TempDir dir;
    const support::CoverageOptions options;
    createFilled(dir / "县.sqlite", options);
    const auto store = store::open(dir / "县.sqlite", store::OpenMode::readWrite);
    const model::Snapshot got = store->load(base::Date::today(), {});
    const model::Snapshot want = support::snapshot(options);
    EXPECT_EQ(got.info.title, "造县");
    EXPECT_TRUE(got.info.demo);
    for (const model::Level level : model::kLevels) {
        const auto &a = got.table(level), &b = want.table(level);
        ASSERT_EQ(a.units.size(), b.units.size());
        ASSERT_EQ(a.shapes.size(), b.shapes.size());
        for (std::size_t i = 0; i < a.units.size(); ++i) {
            EXPECT_EQ(a.units[i].code, b.units[i].code);
            EXPECT_EQ(a.units[i].name, b.units[i].name);
            EXPECT_EQ(a.units[i].kind, b.units[i].kind);
            EXPECT_EQ(a.units[i].parent, b.units[i].parent);
            EXPECT_EQ(a.units[i].households, b.units[i].households);
            EXPECT_EQ(a.shapes.feature(i), b.shapes.feature(i));
        }
    }
    EXPECT_EQ(got.party->servedBy, want.party->servedBy);
}

}  // namespace
}  // namespace xiangtu
