// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/blend.h"

#include <gtest/gtest.h>

#include <cmath>

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

}  // namespace
}  // namespace xiangtu::raster
