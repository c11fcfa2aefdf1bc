// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/pattern.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>

namespace xiangtu::raster {
namespace {

double ink(const Mask& mask) { return std::accumulate(mask.begin(), mask.end(), 0.0) / (255.0 * double(mask.size())); }

TEST(Pattern, HatchesAreAllDifferentAndLight) {
    std::set<Mask> seen;
    for (int h = 0; h <= int(model::Hatch::vertical); ++h) {
        const Mask& mask = hatchMask(model::Hatch(h));
        EXPECT_TRUE(seen.insert(mask).second) << h;
        if (h > 0) {
            EXPECT_GT(ink(mask), 0.05) << h;
            EXPECT_LT(ink(mask), 0.45) << h;
        }
    }
}

TEST(Pattern, CropPatternsAreAllDifferent) {
    std::set<Mask> seen;
    for (std::size_t p = 0; p < style::kPatternCount; ++p)
        EXPECT_TRUE(seen.insert(patternMask(style::Pattern(p))).second) << p;
    EXPECT_EQ(ink(patternMask(style::Pattern::solid)), 1);
    EXPECT_EQ(ink(patternMask(style::Pattern::none)), 0);
}

TEST(Pattern, RepeatsOnBothSidesOfTheOrigin) {
    const Mask& mask = patternMask(style::Pattern::trees);
    for (std::int64_t x = -40; x < 40; ++x) {
        EXPECT_EQ(maskAt(mask, x, 5, 1), maskAt(mask, x + kPatternPx, 5, 1));
        EXPECT_EQ(maskAt(mask, 5, x, 1), maskAt(mask, 5, x + kPatternPx, 1));
    }
    EXPECT_EQ(maskAt(mask, 10, 12, 2), maskAt(mask, 5, 6, 1));
}

}  // namespace
}  // namespace xiangtu::raster
