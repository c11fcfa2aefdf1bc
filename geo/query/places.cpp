// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/places.h"

#include "geodesy/distance.h"
#include "geom/measure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace xiangtu::query {

namespace {

using geom::GeoPoint;

void sort(std::vector<Places::Hit>& hits) {
    std::ranges::sort(hits, [](const Places::Hit& a, const Places::Hit& b) {
        return a.metres != b.metres ? a.metres < b.metres : a.place < b.place;
    });
}

}  // namespace

// A degree of latitude is at least 110,574 m, one of longitude at latitude φ at least 111,319 m × cos φ on the sphere
// inside; the parallel nearer to the pole counts.
geom::GridBox boxAround(GeoPoint place, double metres) noexcept {
    const double dy = metres / 110574.0;
    const double furthest = std::min(89.9, std::abs(place.lat) + dy);
    const double dx = metres / (110574.0 * std::cos(furthest * std::numbers::pi / 180));
    const auto lattice = [](double degrees, double most) {
        return std::int32_t(std::clamp(degrees, -most, most) * geom::kGridPerDegree);
    };
    return {{lattice(place.lon - dx, 180) - 1, lattice(place.lat - dy, 90) - 1},
            {lattice(place.lon + dx, 180) + 1, lattice(place.lat + dy, 90) + 1}};
}

Places::Places(std::vector<geom::GeoShape> shapes) : m_shapes(std::move(shapes)) {
    std::vector<index::BoxTree::Item> items;
    geom::GridBox extent;
    for (std::uint32_t i = 0; i < m_shapes.size(); ++i) {
        const geom::GridBox box = geom::boxOf(m_shapes[i]);
        if (box.empty()) continue;
        items.push_back({box, i});
        extent.extend(box);
    }
    m_tree = index::BoxTree(items);
    if (items.empty()) return;
    const double degrees =
        std::max(double(extent.max.x) - extent.min.x, double(extent.max.y) - extent.min.y) / geom::kGridPerDegree;
    m_firstReach = std::max(50.0, degrees * 111320 / std::sqrt(double(items.size())));
}

std::vector<Places::Hit> Places::within(GeoPoint from, double metres) const {
    std::vector<Hit> hits;
    m_tree.visit(boxAround(from, metres), [&](std::uint32_t n) {
        const double d = geodesy::distance(from, m_shapes[n]);
        if (d <= metres) hits.push_back({n, d});
    });
    sort(hits);
    return hits;
}

bool Places::anyWithin(GeoPoint from, double metres) const {
    bool any = false;
    m_tree.visit(boxAround(from, metres),
                 [&](std::uint32_t n) { any = any || geodesy::distance(from, m_shapes[n]) <= metres; });
    return any;
}

std::vector<Places::Hit> Places::nearest(GeoPoint from, std::size_t count, double mostMetres) const {
    if (m_tree.size() == 0 || count == 0) return {};
    // Rings twice as wide each time: whoever lies within the ring is nearer than all outside it.
    for (double reach = std::min(m_firstReach, mostMetres);; reach = std::min(2 * reach, mostMetres)) {
        std::vector<Hit> hits = within(from, reach);
        if (hits.size() < count && reach < mostMetres) continue;
        if (hits.size() > count) hits.resize(count);
        return hits;
    }
}

}  // namespace xiangtu::query
