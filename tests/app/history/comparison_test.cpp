// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/comparison.h"

#include "support/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace xiangtu::app {
namespace {

using model::Level;

constexpr std::array<std::uint32_t, kDifferenceKinds> kColours{1, 2, 3, 4, 5};
constexpr std::uint32_t kSame = 9;

struct Days {
    model::Snapshot earlier = support::snapshot();
    model::Snapshot later = earlier;

    /// Two grids take another name, one goes.
    Days() {
        auto grids = std::make_shared<model::LevelTable>(later.table(Level::grid));
        grids->units[3].name = "Harbour";
        grids->units[5].name = "Meadow";
        grids->units[7].id.value += 100000;  // as a row it stays, as a unit it is another
        later.levels[model::indexOf(Level::grid)] = std::move(grids);
    }
    [[nodiscard]] Comparison compared() const {
        return compareDays(std::make_shared<model::Snapshot>(earlier), std::make_shared<model::Snapshot>(later));
    }
};

TEST(Comparison, CountsEachKindOnceByLevel) {
    const Comparison comparison = Days().compared();
    const auto sums = comparison.sums(Level::grid);
    EXPECT_EQ(sums.counts[std::size_t(DifferenceKind::other)], 2);
    EXPECT_EQ(sums.counts[std::size_t(DifferenceKind::fresh)], 1);
    EXPECT_EQ(sums.counts[std::size_t(DifferenceKind::gone)], 1);
    EXPECT_EQ(comparison.count(Level::grid), 4);
    EXPECT_EQ(comparison.count(Level::village), 0);
    EXPECT_GT(sums.gained, 0);
    EXPECT_NEAR(sums.gained, sums.lost, 1e-6) << "the same land";
}

TEST(Comparison, EveryUnitOfTheLevelHasItsColourOnce) {
    const Days days;
    const Comparison comparison = days.compared();
    const auto theme = differenceTheme(comparison, Level::grid, kColours, kSame);
    ASSERT_EQ(theme.classOf.size(), days.later.table(Level::grid).units.size());
    ASSERT_EQ(theme.rgb.size(), kDifferenceKinds + 1);
    EXPECT_EQ(theme.rgb.back(), kSame);
    EXPECT_EQ(theme.classOf[3], std::uint8_t(DifferenceKind::other));
    EXPECT_EQ(theme.classOf[7], std::uint8_t(DifferenceKind::fresh));
    EXPECT_EQ(theme.classOf[0], kDifferenceKinds);
    for (std::size_t c = 0; c < theme.classes(); ++c) {
        if (c == std::size_t(DifferenceKind::gone)) continue;  // it is on no row of the later day
        EXPECT_EQ(theme.counts[c], std::ranges::count(theme.classOf, std::uint8_t(c))) << c;
    }
    EXPECT_EQ(theme.counts[std::size_t(DifferenceKind::gone)], 1);
}

TEST(Comparison, OnlyWhatMovedCameOrWentHasLines) {
    const Comparison comparison = Days().compared();
    const auto shapes = differenceShapes(comparison, Level::grid);
    ASSERT_EQ(shapes.size(), 2u);
    for (const DifferenceShape& shape : shapes) {
        const bool fresh = shape.kind == DifferenceShape::Kind::fresh;
        EXPECT_EQ(shape.before == nullptr, fresh);
        EXPECT_EQ(shape.after == nullptr, !fresh);
    }
    EXPECT_TRUE(differenceShapes(comparison, Level::township).empty());
}

TEST(Comparison, SaysWhatDiffersInWords) {
    const Comparison comparison = Days().compared();
    const auto renamed = std::ranges::find_if(comparison.all, [](const auto& d) { return d.renamed; });
    ASSERT_NE(renamed, comparison.all.end());
    EXPECT_TRUE(whatDiffers(comparison, *renamed)
                    .contains(QString::fromStdString(comparison.earlier->unit(renamed->before).name)));
}

}  // namespace
}  // namespace xiangtu::app
