// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/faces.h"

#include "raster/fill.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace xiangtu::raster {

namespace {
constexpr int kSize = scene::kTilePx;
}

FaceRuns facesFromPolygons(const scene::Geometry& geometry, scene::TileKey key, const base::Progress& progress) {
    static thread_local Filler filler;
    static thread_local RunPlane faces;
    const geom::GridBox box = scene::boxOf(key);
    filler.start(TileFrame(key));
    faces.start(scene::kNoFace);
    for (const model::Level level : model::kLevels) {
        progress.check();
        const geom::PolygonSet& shapes = geometry.snapshot().table(level).shapes;
        for (const std::uint32_t row : geometry.units().unitsIn(level, box)) {
            if (geometry.tiledByChildren({level, row})) continue;
            const std::uint32_t face = geometry.faces().of({level, row});
            filler.add(shapes, row);
            filler.emit([&](int y, int from, int to) { faces.paint(y, from, to, face); });
        }
    }
    return faces.runs();
}

FaceRuns facesFromPlane(const topology::FacePlane& plane, scene::TileKey key) {
    static thread_local std::vector<FaceRun> runs;
    runs.clear();
    const topology::PlaneFrame& frame = plane.frame();
    const double ratio = std::exp2(double(frame.step - key.step) / scene::kStepsPerZoom);
    const auto planePixel = [&](std::int32_t tile, int pixel, std::int64_t origin) {
        return std::int64_t(std::floor((double(tile) * kSize + pixel + 0.5) * ratio)) - origin;
    };
    std::array<std::uint32_t, kSize> column{};
    int first = 0, end = 0;  // pixels whose centre lies in the plane
    for (int x = 0; x < kSize; ++x) {
        const std::int64_t at = planePixel(key.x, x, frame.left);
        if (at < 0) first = x + 1;
        if (at < std::int64_t(frame.width)) end = x + 1;
        column[std::size_t(x)] = std::uint32_t(std::clamp<std::int64_t>(at, 0, frame.width - 1));
    }
    FaceRuns tile;
    tile.rowStart.reserve(kSize + 1);
    for (int y = 0; y < kSize; ++y) {
        tile.rowStart.push_back(std::uint32_t(runs.size()));
        const std::int64_t row = planePixel(key.y, y, frame.top);
        if (row < 0 || row >= std::int64_t(plane.height()) || first >= end) {
            runs.push_back({scene::kNoFace, kSize});
            continue;
        }
        std::uint32_t open = scene::kNoFace;
        const auto begin = [&](int x, std::uint32_t face) {
            if (face == open) return;
            if (x > 0) runs.push_back({open, std::uint32_t(x)});
            open = face;
        };
        const auto all = plane.row(std::size_t(row));
        const FaceRun* run = &*std::ranges::upper_bound(all, column[std::size_t(first)], {}, &FaceRun::end);
        for (int x = first; x < end; ++x) {
            // The last run of a row ends right of every column.
            while (run->end <= column[std::size_t(x)]) ++run;
            begin(x, run->face);
        }
        if (end < kSize) begin(end, scene::kNoFace);
        runs.push_back({open, kSize});
    }
    tile.rowStart.push_back(std::uint32_t(runs.size()));
    tile.runs.assign(runs.begin(), runs.end());
    return tile;
}

FaceRuns facesOf(const scene::Geometry& geometry, scene::TileKey key, const base::Progress& progress) {
    const topology::Detail* detail = geometry.detail();
    if (detail && !detail->faces.empty() && key.step <= detail->faces.frame().step) {
        return facesFromPlane(detail->faces, key);
    }
    return facesFromPolygons(geometry, key, progress);
}

}  // namespace xiangtu::raster
