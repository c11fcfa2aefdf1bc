// SPDX-License-Identifier: GPL-3.0-or-later
// Far views from the plane and the simplified borders against the painter's full-detail picture.
#include "raster/make_detail.h"

#include "base/error.h"
#include "face_plane.h"
#include "golden/scene_county.h"
#include "raster/tile.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace xiangtu::raster {
namespace {

using model::Level;
constexpr int kSize = scene::kTilePx;
constexpr int kSide = 64;

/// The tiles of a step put together.
struct Mosaic {
    std::size_t columns = 0, rows = 0;
    std::vector<std::uint32_t> face;
    std::vector<std::uint32_t> pixels;
    [[nodiscard]] std::size_t covered() const {
        return face.size() - std::size_t(std::ranges::count(face, scene::kNoFace));
    }
};

class DetailTest : public ::testing::Test {
protected:
    DetailTest()
        : full(golden::geometryOf(golden::county({.side = kSide, .edgePoints = 7}))),
          quick(full->withDetail(makeDetail(*full))) {
        for (auto& border : styleSheet.borders) {
            border.maxMetresPerPixel = 1e9;
            border.leastUnitPx = 0;
        }
    }
    Mosaic mosaic(const scene::Geometry& geometry, int step) const {
        scene::View view = scene::fit(geometry.extent(), 100, 100, 0);
        const double bigger = scene::scaleOfStep(step) / view.scale;
        view.scale = scene::scaleOfStep(step);
        view.widthPx = view.heightPx = int(100 * bigger) + 40;
        const auto keys = scene::tilesOf(view, step);
        Mosaic m;
        const int x0 = keys.front().x, y0 = keys.front().y;
        m.columns = std::size_t(keys.back().x - x0 + 1) * kSize;
        m.rows = std::size_t(keys.back().y - y0 + 1) * kSize;
        m.face.assign(m.columns * m.rows, scene::kNoFace);
        m.pixels.assign(m.columns * m.rows, 0);
        const auto palette = scene::buildPalette(geometry, geometry.snapshot(), styleSheet, options, 10);
        std::vector<std::uint32_t> colours(std::size_t(kSize) * kSize);
        for (const scene::TileKey key : keys) {
            const Tile tile = rasterise(geometry, styleSheet, options, key);
            colour(tile, palette, options, colours);
            const auto faces = facePlane(tile.faces);
            for (int y = 0; y < kSize; ++y) {
                const std::size_t to = std::size_t((key.y - y0) * kSize + y) * m.columns;
                const std::size_t column = std::size_t(key.x - x0) * kSize;
                std::copy_n(&colours[std::size_t(y) * kSize], kSize, &m.pixels[to + column]);
                if (!tile.blank) std::copy_n(&faces[std::size_t(y) * kSize], kSize, &m.face[to + column]);
            }
        }
        return m;
    }
    int planeStep() const { return quick->detail()->faces.frame().step; }

    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
    std::shared_ptr<const scene::Geometry> full, quick;
};

TEST_F(DetailTest, ThePlaneHasAsManyPixelsACellAsItSaysAndFewBytes) {
    const topology::FacePlane& plane = quick->detail()->faces;
    std::size_t covered = 0;
    for (std::size_t y = 0; y < plane.height(); ++y) {
        std::uint32_t x = 0;
        for (const topology::FaceRun& run : plane.row(y)) {
            ASSERT_GT(run.end, x);
            if (run.face != scene::kNoFace) covered += run.end - x;
            x = run.end;
        }
    }
    const double cells = kSide * kSide;
    EXPECT_LE(double(covered) / cells, kCellPx);
    EXPECT_GT(double(covered) / cells, kCellPx / 1.5) << "the next step would be too fine";
    EXPECT_LT(double(plane.runs().size()) * sizeof(topology::FaceRun) / cells, 100);
}

TEST_F(DetailTest, AtThePlanesOwnScaleAndFinerTheFacesAreThoseOfThePolygons) {
    for (const int step : {planeStep(), planeStep() + 1, planeStep() + 5}) {
        EXPECT_EQ(mosaic(*quick, step).face, mosaic(*full, step).face);
    }
    EXPECT_EQ(mosaic(*quick, planeStep() + 1).pixels, mosaic(*full, planeStep() + 1).pixels);
}

TEST_F(DetailTest, AtEveryCoarserStepFacesDifferOnlyBesideBorders) {
    for (int step = planeStep() - 1; step > planeStep() - 20; --step) {
        const Mosaic want = mosaic(*full, step), got = mosaic(*quick, step);
        ASSERT_EQ(want.face.size(), got.face.size());
        std::size_t stray = 0;
        for (std::size_t y = 1; y + 1 < want.rows; ++y) {
            for (std::size_t x = 1; x + 1 < want.columns; ++x) {
                const std::size_t i = y * want.columns + x;
                if (want.face[i] == got.face[i]) continue;
                bool near = false;
                for (const std::size_t row : {i - want.columns, i, i + want.columns}) {
                    for (const std::size_t j : {row - 1, row, row + 1}) near |= want.face[j] == got.face[i];
                }
                stray += !near;
            }
        }
        // Where a cell is larger than a few pixels: never. Smaller ones may fall between all pixel centres, and
        // of one far below a pixel any neighbour is as right.
        if (step >= planeStep() - 4) { EXPECT_EQ(stray, 0u) << "step " << step; }
        if (step >= planeStep() - 8) { EXPECT_LE(double(stray), 0.05 * double(want.covered())) << "step " << step; }
        EXPECT_NEAR(double(got.covered()), double(want.covered()), 2.0 * double(want.columns));
    }
}

TEST_F(DetailTest, SharesOfTheColoursStayAtEveryStep) {
    const auto shares = [&](const Mosaic& m) {
        const auto palette = scene::buildPalette(*full, full->snapshot(), styleSheet, options, 10);
        const double share = 1.0 / double(m.covered());
        std::map<std::uint32_t, double> of;
        for (const std::uint32_t face : m.face) {
            if (face != scene::kNoFace) of[palette.colourOf(face)] += share;
        }
        return of;
    };
    // The classes by the exact areas of the cells.
    std::map<std::uint32_t, double> exact;
    const auto palette = scene::buildPalette(*full, full->snapshot(), styleSheet, options, 10);
    const geom::PolygonSet& grids = full->snapshot().table(Level::grid).shapes;
    const double all = double(full->snapshot().table(Level::county).shapes.twiceArea(0));
    for (std::uint32_t row = 0; row < grids.size(); ++row) {
        exact[palette.colourOf(full->faces().of({Level::grid, row}))] += double(grids.twiceArea(row)) / all;
    }
    for (int step = planeStep(); step > planeStep() - 12; --step) {
        const Mosaic quickly = mosaic(*quick, step), slowly = mosaic(*full, step);
        const auto got = shares(quickly), want = shares(slowly);
        for (const auto& [colour, share] : want) {
            // As far from the truth as the full picture is, give or take half a percentage point; a picture
            // of some thousand pixels is a sample.
            const double sampling = 1.5 / std::sqrt(double(slowly.covered()));
            EXPECT_NEAR(got.at(colour), share, 0.005 + sampling) << "step " << step;
            EXPECT_NEAR(got.at(colour), exact.at(colour), 0.005 + sampling) << "step " << step;
        }
    }
}

TEST_F(DetailTest, PixelsOfThePictureDifferLittle) {
    styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    for (int step = planeStep(); step > planeStep() - 8; --step) {
        const Mosaic want = mosaic(*full, step), got = mosaic(*quick, step);
        std::size_t different = 0;
        for (std::size_t i = 0; i < want.pixels.size(); ++i) {
            int most = 0;
            for (const int shift : {0, 8, 16}) {
                most = std::max(most, std::abs(int(want.pixels[i] >> shift & 255) - int(got.pixels[i] >> shift & 255)));
            }
            different += most > 48;
        }
        // Beside borders one of two faces is as right as the other: the more, the more of the picture is border.
        const double cellPx = std::sqrt(double(want.covered())) / kSide;
        EXPECT_LT(double(different) / double(want.covered()), 1.2 / cellPx) << "step " << step;
        if (step == planeStep()) { EXPECT_LT(double(different) / double(want.covered()), 0.01); }
    }
}

TEST_F(DetailTest, NoPixelInsideTheCountyIsWithoutAFaceAndTilesMeet) {
    for (int step = planeStep() + 1; step > planeStep() - 24; --step) {
        const Mosaic m = mosaic(*quick, step);
        const auto coveredAt = [&](std::size_t i) { return m.face[i] != scene::kNoFace; };
        std::size_t top = 0, bottom = m.face.size();
        while (top < bottom && !coveredAt(top)) ++top;
        while (bottom > top && !coveredAt(bottom - 1)) --bottom;
        for (std::size_t y = top / m.columns; y * m.columns < bottom; ++y) {
            // Between the first and the last covered pixel of a row of a convex county all are covered, also
            // across the joints of tiles; its wiggly outline may cut off a pixel near the ends.
            const auto row = std::span(m.face).subspan(y * m.columns, m.columns);
            const auto first = std::ranges::find_if(row, [](auto f) { return f != scene::kNoFace; }) - row.begin();
            auto last = std::ptrdiff_t(m.columns);
            while (last > first && row[std::size_t(last - 1)] == scene::kNoFace) --last;
            ASSERT_LT(first, last) << "step " << step << " row " << y << " of the county is empty";
            const auto middle = std::size_t((first + last) / 2);
            const bool above = y > 2 && coveredAt((y - 3) * m.columns + middle);
            const bool below = y + 3 < m.rows && coveredAt((y + 3) * m.columns + middle);
            if (!above || !below) continue;
            for (std::ptrdiff_t x = first + 3; x < last - 3; ++x) {
                ASSERT_NE(row[std::size_t(x)], scene::kNoFace) << "step " << step << " pixel " << x << ", " << y;
            }
        }
    }
}

TEST_F(DetailTest, ACountyOnAFewPixelsAndOneOutOfSightAreStillTiles) {
    const int step = planeStep() - 40;
    const Mosaic m = mosaic(*quick, step);
    EXPECT_LT(m.covered(), 40u);
    const Tile away = rasterise(*quick, styleSheet, options, {planeStep() - 2, 5, 5});
    EXPECT_TRUE(away.blank);
}

TEST_F(DetailTest, IsTheSameOnEveryRunAndStopsWhenCancelled) {
    const auto again = makeDetail(*full);
    const auto& plane = quick->detail()->faces;
    ASSERT_EQ(again->faces.runs().size(), plane.runs().size());
    EXPECT_TRUE(std::ranges::equal(again->faces.runs(), plane.runs(), [](topology::FaceRun a, topology::FaceRun b) {
        return a.face == b.face && a.end == b.end;
    }));
    EXPECT_TRUE(std::ranges::equal(again->borders.rungs()[0].points, quick->detail()->borders.rungs()[0].points));
    base::Progress progress;
    progress.cancel();
    EXPECT_THROW((void)makeDetail(*full, progress), base::Error);
}

TEST(MakeDetail, OfNothingIsNothing) { EXPECT_EQ(makeDetail(*golden::geometryOf(model::Snapshot())), nullptr); }

}  // namespace
}  // namespace xiangtu::raster
