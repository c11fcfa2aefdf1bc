// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/shared_area.h"

#include "geodesy/equal_area.h"
#include "index/box_tree.h"
#include "query/counted.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::query {

namespace {

constexpr double kLeastSquareMetres = 1e-3;

/// On the border lattice, not smaller.
geom::GridBox latticeBox(const geom::Outline& outline) {
    constexpr double kFine = 1024;
    const auto& b = outline.box();
    const auto down = [](double v) { return std::int32_t(std::floor(v / kFine)); };
    const auto up = [](double v) { return std::int32_t(std::ceil(v / kFine)); };
    return {{down(b.minX), down(b.minY)}, {up(b.maxX), up(b.maxY)}};
}

}  // namespace

geom::Outline outlineOf(const geom::GeoMultiPolygon& shape) { return {shape, geodesy::equalArea}; }
geom::Outline outlineOf(const geom::PolygonSet& shapes, std::size_t feature) {
    return {shapes, feature, geodesy::equalArea};
}

std::vector<geom::Outline> outlinesOf(const geom::PolygonSet& shapes, const base::Progress& progress) {
    std::vector<geom::Outline> out(shapes.size());
    countedFor(shapes.size(), 16, progress, "outlines", [&](std::size_t f) { out[f] = outlineOf(shapes, f); });
    return out;
}

std::vector<Shared> sharedAreas(std::span<const geom::Outline> a, std::span<const geom::Outline> b,
                                const base::Progress& progress) {
    std::vector<index::BoxTree::Item> items;
    for (std::uint32_t i = 0; i < b.size(); ++i) {
        if (!b[i].empty()) items.push_back({latticeBox(b[i]), i});
    }
    const index::BoxTree tree(items);
    std::vector<std::vector<Shared>> found(a.size());
    countedFor(a.size(), 4, progress, "land", [&](std::size_t i) {
        if (a[i].empty()) return;
        tree.visit(latticeBox(a[i]), [&](std::uint32_t n) {
            const double area = geom::commonArea(a[i], b[n]);
            if (area > kLeastSquareMetres) found[i].push_back({std::uint32_t(i), n, area});
        });
        std::ranges::sort(found[i], {}, &Shared::b);
    });
    std::vector<Shared> out;
    for (const auto& each : found) out.insert(out.end(), each.begin(), each.end());
    return out;
}

}  // namespace xiangtu::query
