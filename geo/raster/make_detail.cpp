// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/make_detail.h"

#include "base/parallel.h"
#include "raster/faces.h"
#include "raster/tile_frame.h"
#include "scene/view.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace xiangtu::raster {

namespace {

constexpr int kSize = scene::kTilePx;
// Bounds of the plane: pixels of its box, and of a side.
constexpr double kMostPx = double(std::uint64_t(1) << 29);
constexpr double kMostSidePx = 1 << 17;
// Cells that are measured to know their size.
constexpr std::size_t kSamples = 4096;
// A level is simplified when the finest one has at least so many times its units.
constexpr std::size_t kFewUnits = 6;
constexpr double kErrorPx = 0.3;
// Rungs are four zoom halves apart, down to where the whole is this small.
constexpr double kSmallestPx = 128;

struct TileRange {
    std::int32_t left = 0, top = 0, right = -1, bottom = -1;  // inclusive
};

geom::GridBox unitsExtent(const scene::Geometry& geometry) {
    geom::GridBox box;
    for (const model::Level level : model::kLevels) box.extend(geometry.snapshot().table(level).shapes.extent());
    return box;
}

/// Width and height at a step.
std::pair<double, double> sizeAt(const geom::GridBox& box, int step) {
    const geodesy::WorldPoint nw = geodesy::toWorld(geom::GridPoint{box.min.x, box.max.y});
    const geodesy::WorldPoint se = geodesy::toWorld(geom::GridPoint{box.max.x, box.min.y});
    const double scale = scene::scaleOfStep(step);
    return {(se.x - nw.x) * scale, (se.y - nw.y) * scale};
}

TileRange tilesAt(const geom::GridBox& box, int step) {
    const geodesy::WorldPoint nw = geodesy::toWorld(geom::GridPoint{box.min.x, box.max.y});
    const geodesy::WorldPoint se = geodesy::toWorld(geom::GridPoint{box.max.x, box.min.y});
    const auto tile = [&](double world) {
        return std::int32_t(std::floor(world * scene::scaleOfStep(step) / scene::kTilePx));
    };
    return {tile(nw.x), tile(nw.y), tile(se.x), tile(se.y)};
}

/// Mean area of the cells, square lattice units; 0 without any.
double cellArea(const scene::Geometry& geometry) {
    const std::uint32_t faces = geometry.faces().count();
    const std::uint32_t stride = std::uint32_t(faces / kSamples) + 1;
    double sum = 0;
    std::size_t count = 0;
    for (std::uint32_t face = 0; face < faces; face += stride) {
        const model::UnitRef ref = geometry.faces().unit(face);
        const geom::PolygonSet& shapes = geometry.snapshot().table(ref.level).shapes;
        if (!shapes.hasShape(ref.row) || geometry.tiledByChildren(ref)) continue;
        sum += std::abs(double(shapes.twiceArea(ref.row))) / 2;
        ++count;
    }
    return count ? sum / double(count) : 0;
}

/// One band of tiles as rows of runs.
struct Band {
    std::vector<FaceRun> runs;
    std::vector<std::uint32_t> rowEnd;
};

Band drawBand(const scene::Geometry& geometry, int step, std::int32_t y, const TileRange& range,
              const base::Progress& progress) {
    std::vector<FaceRuns> tiles;
    for (std::int32_t x = range.left; x <= range.right; ++x) {
        tiles.push_back(facesFromPolygons(geometry, {step, x, y}, progress));
    }
    Band band;
    for (int row = 0; row < kSize; ++row) {
        const std::size_t first = band.runs.size();
        for (std::size_t t = 0; t < tiles.size(); ++t) {
            const FaceRuns& tile = tiles[t];
            for (std::uint32_t r = tile.rowStart[std::size_t(row)]; r < tile.rowStart[std::size_t(row) + 1]; ++r) {
                const std::uint32_t end = std::uint32_t(t) * kSize + tile.runs[r].end;
                const bool goesOn = band.runs.size() > first && band.runs.back().face == tile.runs[r].face;
                if (goesOn)
                    band.runs.back().end = end;
                else
                    band.runs.push_back({tile.runs[r].face, end});
            }
        }
        band.rowEnd.push_back(std::uint32_t(band.runs.size()));
    }
    return band;
}

topology::FacePlane drawPlane(const scene::Geometry& geometry, int step, const TileRange& range,
                              const base::Progress& progress) {
    std::vector<Band> bands(std::size_t(range.bottom - range.top + 1));
    base::parallelFor(bands.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t b = begin; b < end; ++b) {
            progress.check();
            bands[b] = drawBand(geometry, step, range.top + std::int32_t(b), range, progress);
        }
    });
    std::size_t count = 0;
    for (const Band& band : bands) count += band.runs.size();
    std::vector<std::uint32_t> rowStart{0};
    rowStart.reserve(bands.size() * kSize + 1);
    std::vector<FaceRun> runs;
    runs.reserve(count);
    for (Band& band : bands) {
        for (const std::uint32_t end : band.rowEnd) rowStart.push_back(std::uint32_t(runs.size()) + end);
        runs.insert(runs.end(), band.runs.begin(), band.runs.end());
        band = {};  // never held twice for long
    }
    const topology::PlaneFrame frame{step, std::uint32_t(range.right - range.left + 1) * kSize,
                                     std::int64_t(range.left) * kSize, std::int64_t(range.top) * kSize};
    return topology::FacePlane::from(frame, std::move(rowStart), std::move(runs)).value();
}

topology::BorderPlan borderPlan(const scene::Geometry& geometry, int step, const geom::GridBox& box) {
    topology::BorderPlan plan;
    std::size_t most = 0;
    for (const model::Level level : model::kLevels) {
        most = std::max(most, geometry.snapshot().table(level).units.size());
    }
    for (const model::Level level : model::kLevels) {
        if (geometry.snapshot().table(level).units.size() * kFewUnits <= most) {
            plan.levels |= 1u << model::indexOf(level);
        }
    }
    plan.tolerance = kErrorPx / TileFrame({step, 0, 0}).pxPerUnit();
    plan.stretch = 1 / std::cos(geometry.styleLatitude() * std::numbers::pi / 180);
    const auto [width, height] = sizeAt(box, step);
    for (double size = std::max(width, height); size > 4 * kSmallestPx; size /= 4) ++plan.rungs;
    return plan;
}

}  // namespace

int detailStep(const scene::Geometry& geometry) {
    const double area = cellArea(geometry);
    const geom::GridBox box = unitsExtent(geometry);
    if (area <= 0 || box.empty()) return INT32_MIN;
    const double perUnit = std::sqrt(kCellPx * std::cos(geometry.styleLatitude() * std::numbers::pi / 180) / area);
    int step = int(std::floor(scene::kStepsPerZoom * std::log2(perUnit / TileFrame({0, 0, 0}).pxPerUnit())));
    const auto tooLarge = [&] {
        const auto [width, height] = sizeAt(box, step);
        return width * height > kMostPx || std::max(width, height) > kMostSidePx;
    };
    while (tooLarge()) --step;
    return step;
}

std::shared_ptr<const topology::Detail> makeDetail(const scene::Geometry& geometry, const base::Progress& progress) {
    const int step = detailStep(geometry);
    if (step == INT32_MIN) return nullptr;
    const geom::GridBox box = unitsExtent(geometry);
    auto detail = std::make_shared<topology::Detail>();
    detail->faces = drawPlane(geometry, step, tilesAt(box, step), progress);
    detail->borders = topology::buildBorderDetail(geometry.topology(), borderPlan(geometry, step, box), progress);
    return detail;
}

}  // namespace xiangtu::raster
