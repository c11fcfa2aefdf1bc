// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_plan.h"

#include "geodesy/mercator.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

constexpr int kCoarserSteps = 40;  // a stand-in may be magnified by ten zooms …
constexpr int kFinerSteps = 6;     // … but a finer one has too many tiles soon
constexpr double kBorderPx = 8;    // a border's stroke reaches out of the extent so far
constexpr double kBackdropPx = 768;

struct WorldRect {
    double left, top, right, bottom;
};

WorldRect worldRect(const geom::GridBox& box, double growBy) {
    const geodesy::WorldPoint southWest = geodesy::toWorld(box.min);
    const geodesy::WorldPoint northEast = geodesy::toWorld(box.max);
    return {southWest.x - growBy, northEast.y - growBy, northEast.x + growBy, southWest.y + growBy};
}

struct TileRange {
    std::int32_t left, top, right, bottom;  // inclusive
};

TileRange rangeOf(const WorldRect& rect, int step) {
    const double tiles = scene::scaleOfStep(step) / scene::kTilePx;
    const auto index = [&](double world) { return std::int32_t(std::floor(world * tiles)); };
    return {index(rect.left), index(rect.top), index(rect.right), index(rect.bottom)};
}

/// The part of a cached tile that stands in for `hole` (screen pixels), if they meet.
void standIn(const CachedTile& cached, const scene::View& view, const PixelRect& hole, std::vector<ImageDraw>& draws) {
    const PixelRect place = tileRect(cached.tile->key, view);
    const PixelRect target = place.intersected(hole);
    if (target.empty() || cached.image.isNull()) return;
    const double sx = scene::kTilePx / place.width();
    const double sy = scene::kTilePx / place.height();
    draws.push_back({cached.image,
                     target,
                     {(target.left - place.left) * sx, (target.top - place.top) * sy, (target.right - place.left) * sx,
                      (target.bottom - place.top) * sy}});
}

/// Fills a hole from one step; true when the step's tiles cover all of it.
bool fillFrom(int step, const scene::View& view, const PixelRect& hole, const TileCache& cache,
              std::vector<ImageDraw>& draws) {
    const geodesy::WorldPoint a = view.toWorld({hole.left + 1e-3, hole.top + 1e-3});
    const geodesy::WorldPoint b = view.toWorld({hole.right - 1e-3, hole.bottom - 1e-3});
    const TileRange range = rangeOf({a.x, a.y, b.x, b.y}, step);
    bool whole = true;
    for (std::int32_t y = range.top; y <= range.bottom; ++y) {
        for (std::int32_t x = range.left; x <= range.right; ++x) {
            const CachedTile* cached = cache.find({step, x, y});
            if (cached == nullptr) {
                whole = false;
            } else {
                standIn(*cached, view, hole, draws);
            }
        }
    }
    return whole;
}

std::vector<int> nearestSteps(const TileCache& cache, int step) {
    std::vector<int> steps;
    for (const auto& [other, count] : cache.steps()) {
        if (other != step && other >= step - kCoarserSteps && other <= step + kFinerSteps) steps.push_back(other);
    }
    std::sort(steps.begin(), steps.end(), [step](int a, int b) { return std::abs(a - step) < std::abs(b - step); });
    return steps;
}

}  // namespace

PixelRect tileRect(scene::TileKey key, const scene::View& view) noexcept {
    const double size = scene::kTilePx * view.scale / scene::scaleOfStep(key.step);
    const double left = view.widthPx / 2.0 - view.centre.x * view.scale;
    const double top = view.heightPx / 2.0 - view.centre.y * view.scale;
    if (std::abs(size - scene::kTilePx) < 1e-6) {
        const double x = std::round(left) + double(key.x) * scene::kTilePx;
        const double y = std::round(top) + double(key.y) * scene::kTilePx;
        return {x, y, x + scene::kTilePx, y + scene::kTilePx};
    }
    return {std::round(left + key.x * size), std::round(top + key.y * size), std::round(left + (key.x + 1) * size),
            std::round(top + (key.y + 1) * size)};
}

std::vector<scene::TileKey> tilesIn(const scene::View& view, int step, double marginPx, const geom::GridBox& extent,
                                    std::size_t most) {
    if (extent.empty() || view.widthPx <= 0 || view.heightPx <= 0) return {};
    const double stepScale = scene::scaleOfStep(step);
    const WorldRect land = worldRect(extent, kBorderPx / stepScale);
    const geodesy::WorldPoint a = view.toWorld({-marginPx, -marginPx});
    const geodesy::WorldPoint b = view.toWorld({view.widthPx + marginPx - 1e-3, view.heightPx + marginPx - 1e-3});
    const TileRange range = rangeOf(
        {std::max(a.x, land.left), std::max(a.y, land.top), std::min(b.x, land.right), std::min(b.y, land.bottom)},
        step);
    if (range.right < range.left || range.bottom < range.top) return {};
    if (std::size_t(range.right - range.left + 1) * std::size_t(range.bottom - range.top + 1) > 16 * most) return {};
    std::vector<scene::TileKey> keys;
    for (std::int32_t y = range.top; y <= range.bottom; ++y) {
        for (std::int32_t x = range.left; x <= range.right; ++x) keys.push_back({step, x, y});
    }
    const double cx = view.centre.x * stepScale / scene::kTilePx - 0.5;
    const double cy = view.centre.y * stepScale / scene::kTilePx - 0.5;
    const auto distance = [&](scene::TileKey k) { return (k.x - cx) * (k.x - cx) + (k.y - cy) * (k.y - cy); };
    std::sort(keys.begin(), keys.end(), [&](auto p, auto q) { return distance(p) < distance(q); });
    if (keys.size() > most) keys.resize(most);
    return keys;
}

std::vector<scene::TileKey> backdropTiles(const geom::GridBox& extent) {
    if (extent.empty()) return {};
    const WorldRect land = worldRect(extent, 0);
    const double size = std::max({land.right - land.left, land.bottom - land.top, 1e-9});
    const int step = int(std::floor(std::log2(kBackdropPx / size / 256) * scene::kStepsPerZoom));
    const WorldRect grown = worldRect(extent, kBorderPx / scene::scaleOfStep(step));
    const TileRange range = rangeOf(grown, step);
    std::vector<scene::TileKey> keys;
    for (std::int32_t y = range.top; y <= range.bottom; ++y) {
        for (std::int32_t x = range.left; x <= range.right; ++x) keys.push_back({step, x, y});
    }
    return keys;
}

std::vector<ImageDraw> composeTiles(const scene::View& view, const std::vector<scene::TileKey>& wanted,
                                    const TileCache& cache) {
    std::vector<ImageDraw> draws;
    if (wanted.empty()) return draws;
    const std::vector<int> others = nearestSteps(cache, wanted.front().step);
    const PixelRect screen{0, 0, double(view.widthPx), double(view.heightPx)};
    for (const scene::TileKey key : wanted) {
        const PixelRect place = tileRect(key, view);
        if (place.intersected(screen).empty()) continue;
        if (const CachedTile* cached = cache.find(key)) {
            if (cached->image.isNull()) continue;
            draws.push_back({cached->image, place, {0, 0, scene::kTilePx, scene::kTilePx}});
            continue;
        }
        // Nearest steps are looked at first but drawn last.
        std::vector<std::vector<ImageDraw>> layers;
        for (const int step : others) {
            std::vector<ImageDraw> layer;
            const bool whole = fillFrom(step, view, place.intersected(screen), cache, layer);
            if (!layer.empty()) layers.push_back(std::move(layer));
            if (whole) break;
        }
        for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
            draws.insert(draws.end(), layer->begin(), layer->end());
        }
    }
    return draws;
}

}  // namespace xiangtu::app
