// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/stroke.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace xiangtu::raster {
namespace {

constexpr int kSize = scene::kTilePx;
const TileFrame kFrame({60, 26388, 13877});

geom::GridPoint at(double px, double py) {
    return {std::int32_t(std::lround(kFrame.left() + px / kFrame.pxPerUnit())),
            std::int32_t(std::lround(kFrame.rowLatitude(0) +
                                     (kFrame.rowLatitude(255) - kFrame.rowLatitude(0)) * (py - 0.5) / 255))};
}

/// All ink on the plane, in full pixels; the plane is empty afterwards.
double ink(Stroker& stroker) {
    double sum = 0;
    stroker.emit([&](int y, int x, const std::int16_t* cover) {
        EXPECT_GE(y, 0);
        EXPECT_LT(y, kSize);
        EXPECT_LE(x + Stroker::kBlock, kSize);
        sum += std::accumulate(cover, cover + Stroker::kBlock, 0.0);
    });
    return sum / 255;
}

TEST(Stroke, InkIsLengthTimesWidthInEveryDirection) {
    for (const double width : {0.4, 1.0, 2.5, 4.0}) {
        for (int degrees = 0; degrees < 180; degrees += 15) {
            const double a = degrees * M_PI / 180;
            Stroker stroker;
            stroker.start(width);
            const std::array<geom::GridPoint, 2> line{at(128 - 80 * std::cos(a), 128 - 80 * std::sin(a)),
                                                      at(128 + 80 * std::cos(a), 128 + 80 * std::sin(a))};
            stroker.add(kFrame, line);
            EXPECT_NEAR(ink(stroker), 160 * width, 160 * width * 0.12 + 12) << width << " px at " << degrees;
        }
    }
}

TEST(Stroke, AChainOfTinyStepsLooksLikeTheLineItFollows) {
    std::vector<geom::GridPoint> chain;
    for (int i = 0; i <= 2000; ++i) chain.push_back(at(20 + i * 0.1, 40 + i * 0.05));
    Stroker tiny, straight;
    tiny.start(1.5);
    tiny.add(kFrame, chain);
    straight.start(1.5);
    straight.add(kFrame, std::array{chain.front(), chain.back()});
    const double want = ink(straight);
    EXPECT_NEAR(ink(tiny), want, 0.02 * want);
}

TEST(Stroke, DrawingALineTwiceMakesItNoDarker) {
    const std::array ring{at(50, 50), at(200, 60), at(120, 200)};
    Stroker stroker;
    stroker.start(3);
    stroker.addClosed(kFrame, ring);
    const double once = ink(stroker);
    stroker.addClosed(kFrame, ring);
    stroker.addClosed(kFrame, ring);
    EXPECT_EQ(ink(stroker), once);
}

TEST(Stroke, NothingStaysFromWhatWasEmitted) {
    Stroker stroker;
    stroker.start(3);
    // Along the right edge, where four pixels at a time reach beyond the tile.
    stroker.add(kFrame, std::array{at(255.5, 10), at(255.5, 240)});
    EXPECT_GT(ink(stroker), 400);
    stroker.add(kFrame, std::array{at(300, 300), at(400, 300)});
    EXPECT_EQ(ink(stroker), 0);
}

TEST(Stroke, ALineAcrossTheEdgeIsCutThere) {
    Stroker stroker;
    stroker.start(2);
    stroker.add(kFrame, std::array{at(-1000, 100), at(1000, 100)});
    EXPECT_NEAR(ink(stroker), 2 * kSize, 3);
}

}  // namespace
}  // namespace xiangtu::raster
