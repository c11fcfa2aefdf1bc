// SPDX-License-Identifier: GPL-3.0-or-later
#include "face_plane.h"

#include <gtest/gtest.h>

#include <random>

namespace xiangtu::raster {
namespace {

constexpr int kSize = scene::kTilePx;

TEST(RunPlane, IsThePlaneThatPaintingPixelsGives) {
    std::mt19937 random(11);
    RunPlane plane;
    for (const int longest : {3, 40, kSize}) {
        plane.start(7);
        std::vector<std::uint32_t> pixels(std::size_t(kSize) * kSize, 7);
        for (std::uint32_t face = 100; face < 20100; ++face) {
            const int row = int(random() % kSize), from = int(random() % kSize);
            const int end = std::min(kSize, from + 1 + int(random() % unsigned(longest)));
            plane.paint(row, from, end, face);
            std::fill(pixels.begin() + row * kSize + from, pixels.begin() + row * kSize + end, face);
        }
        EXPECT_EQ(facePlane(plane.runs()), pixels) << longest;
    }
}

TEST(RunPlane, RunsCoverEveryRowAndMeetTheEdgesOfItsWords) {
    RunPlane plane;
    plane.start(0);
    plane.paint(3, 0, kSize, 1);
    plane.paint(3, 64, 128, 2);
    plane.paint(3, 63, 65, 3);
    plane.paint(3, 127, 192, 4);
    plane.paint(3, 255, 256, 5);
    const FaceRuns faces = plane.runs();
    ASSERT_EQ(faces.rowStart.size(), std::size_t(kSize) + 1);
    for (std::size_t y = 0; y < kSize; ++y) {
        ASSERT_EQ(faces.runs[faces.rowStart[y + 1] - 1].end, std::uint32_t(kSize));
        if (y != 3) { EXPECT_EQ(faces.rowStart[y + 1] - faces.rowStart[y], 1u) << y; }
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> row;
    for (std::uint32_t r = faces.rowStart[3]; r < faces.rowStart[4]; ++r)
        row.emplace_back(faces.runs[r].face, faces.runs[r].end);
    const std::vector<std::pair<std::uint32_t, std::uint32_t>> want{{1, 63},  {3, 65},  {2, 127},
                                                                    {4, 192}, {1, 255}, {5, 256}};
    EXPECT_EQ(row, want);
}

TEST(RunPlane, StartingAgainForgetsTheTileBefore) {
    RunPlane plane;
    plane.start(1);
    for (int row = 0; row < kSize; ++row) plane.paint(row, row / 2, kSize, 9);
    plane.start(2);
    const auto pixels = facePlane(plane.runs());
    EXPECT_EQ(std::ranges::count(pixels, 2u), std::ptrdiff_t(pixels.size()));
}

}  // namespace
}  // namespace xiangtu::raster
