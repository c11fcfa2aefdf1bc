// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/blend.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace xiangtu::raster {
namespace {

TEST(Blend, ScalesEveryChannelRounded) {
    for (std::uint32_t c = 0; c < 256; c += 5) {
        for (std::uint32_t k = 0; k < 256; k += 3) {
            const auto want = std::uint32_t(std::lround(c * k / 255.0));
            EXPECT_EQ(scaled(c * 0x01010101u, k), want * 0x01010101u) << c << " " << k;
        }
    }
}

TEST(Blend, PremultipliesByItsAlpha) {
    EXPECT_EQ(premultiplied(0xFF123456u), 0xFF123456u);
    EXPECT_EQ(premultiplied(0x00FFFFFFu), 0u);
    EXPECT_EQ(premultiplied(0x80FF0000u), 0x80800000u);
}

TEST(Blend, OpaqueGroundStaysOpaque) {
    for (std::uint32_t a = 0; a < 256; ++a)
        EXPECT_EQ(over(premultiplied(a << 24 | 0x804020u), 0xFFC8C8C8u) >> 24, 255u);
}

TEST(Blend, FourPixelsAtOnceAreAsOneByOne) {
    std::mt19937 random(5);
    for (int round = 0; round < 100000; ++round) {
        FourPixels source{}, ground{};
        for (int i = 0; i < 4; ++i) {
            source[i] = premultiplied(std::uint32_t(random()));
            ground[i] = premultiplied(std::uint32_t(random()));
        }
        const FourPixels all = over(source, ground);
        for (int i = 0; i < 4; ++i) ASSERT_EQ(all[i], over(source[i], ground[i])) << std::hex << source[i];
    }
    const FourPixels ground{0xFFFFFFFF, 0xFF123456, 0x80402010, 0};
    const FourPixels same = over(FourPixels{}, ground);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(same[i], ground[i]) << "no ink changes nothing";
}

}  // namespace
}  // namespace xiangtu::raster
