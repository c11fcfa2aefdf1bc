// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/view.h"

#include <algorithm>

namespace xiangtu::scene {

namespace {

/// World rectangle -> lattice box, rounded outwards and clamped to the lattice.
geom::GridBox latticeBox(double left, double top, double right, double bottom) noexcept {
    const geom::GeoPoint nw = geodesy::fromWorld({left, top});
    const geom::GeoPoint se = geodesy::fromWorld({right, bottom});
    const auto lattice = [](double degrees, double limit) {
        return std::clamp(degrees, -limit, limit) * geom::kGridPerDegree;
    };
    geom::GridBox box;
    box.min = {std::int32_t(std::floor(lattice(nw.lon, 180))), std::int32_t(std::floor(lattice(se.lat, 90)))};
    box.max = {std::int32_t(std::ceil(lattice(se.lon, 180))), std::int32_t(std::ceil(lattice(nw.lat, 90)))};
    return box;
}

}  // namespace

View fit(const geom::GridBox& box, int widthPx, int heightPx, double marginPx) noexcept {
    View view;
    view.widthPx = widthPx;
    view.heightPx = heightPx;
    if (box.empty()) return view;
    const geodesy::WorldPoint nw = geodesy::toWorld(geom::GridPoint{box.min.x, box.max.y});
    const geodesy::WorldPoint se = geodesy::toWorld(geom::GridPoint{box.max.x, box.min.y});
    view.centre = {(nw.x + se.x) / 2, (nw.y + se.y) / 2};
    // A point or a line still gets a view: nothing is shown smaller than a few metres across.
    constexpr double kSmallest = 1e-7;
    const double width = std::max(1.0, widthPx - 2 * marginPx);
    const double height = std::max(1.0, heightPx - 2 * marginPx);
    view.scale = std::min(width / std::max(se.x - nw.x, kSmallest), height / std::max(se.y - nw.y, kSmallest));
    return view;
}

geom::GridBox boxOf(TileKey key, double marginPx) noexcept {
    const double scale = scaleOfStep(key.step);
    const double left = double(key.x) * kTilePx, top = double(key.y) * kTilePx;
    return latticeBox((left - marginPx) / scale, (top - marginPx) / scale, (left + kTilePx + marginPx) / scale,
                      (top + kTilePx + marginPx) / scale);
}

geom::GridBox boxOf(const View& view, double marginPx) noexcept {
    const geodesy::WorldPoint nw = view.toWorld({-marginPx, -marginPx});
    const geodesy::WorldPoint se = view.toWorld({view.widthPx + marginPx, view.heightPx + marginPx});
    return latticeBox(nw.x, nw.y, se.x, se.y);
}

std::vector<TileKey> tilesOf(const View& view, int step) {
    // Half a pixel inwards, so that rounding never asks for a tile that shares only an edge.
    const double scale = scaleOfStep(step), half = 0.5 / view.scale;
    const geodesy::WorldPoint nw = view.toWorld({0, 0});
    const geodesy::WorldPoint se = view.toWorld({double(view.widthPx), double(view.heightPx)});
    const auto tile = [&](double world) { return std::int32_t(std::floor(world * scale / kTilePx)); };
    std::vector<TileKey> keys;
    for (std::int32_t y = tile(nw.y + half); y <= tile(se.y - half); ++y) {
        for (std::int32_t x = tile(nw.x + half); x <= tile(se.x - half); ++x) keys.push_back({step, x, y});
    }
    return keys;
}

}  // namespace xiangtu::scene
