// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/places.h"

#include "geodesy/distance.h"
#include "geom/measure.h"
#include "index/box_walk.h"
#include "query/nearest.h"
#include "query/reach.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace xiangtu::query {

namespace {

using geom::GeoPoint;

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

template <class Found>
void Places::visitWithin(GeoPoint from, double metres, Found&& found) const {
    const Reach reach(from, metres);
    const double beyond = Reach::beyond(metres), surely = Reach::surelyWithin(metres);
    index::walk(
        m_tree, [&](const geom::GridBox& box) { return reach.least(box) <= beyond; },
        [&](std::uint32_t n) {
            const auto* point = std::get_if<GeoPoint>(&m_shapes[n]);
            const bool near = (point && reach.most(*point) < surely) || geodesy::distance(from, m_shapes[n]) <= metres;
            return !near || found(n);
        });
}

std::vector<Places::Hit> Places::within(GeoPoint from, double metres) const {
    std::vector<Hit> hits;
    const Reach reach(from, metres);
    const double beyond = Reach::beyond(metres);
    index::walk(
        m_tree, [&](const geom::GridBox& box) { return reach.least(box) <= beyond; },
        [&](std::uint32_t n) {
            const double d = geodesy::distance(from, m_shapes[n]);
            if (d <= metres) hits.push_back({n, d});
            return true;
        });
    std::ranges::sort(hits, [](const Hit& a, const Hit& b) {
        return a.metres != b.metres ? a.metres < b.metres : a.place < b.place;
    });
    return hits;
}

void Places::eachWithin(GeoPoint from, double metres, const std::function<void(std::uint32_t)>& found) const {
    visitWithin(from, metres, [&](std::uint32_t n) {
        found(n);
        return true;
    });
}

bool Places::anyWithin(GeoPoint from, double metres) const {
    bool any = false;
    visitWithin(from, metres, [&](std::uint32_t) {
        any = true;
        return false;
    });
    return any;
}

std::vector<Places::Hit> Places::nearest(GeoPoint from, std::size_t count, double mostMetres) const {
    return nearestIn(
        m_tree, from, count, m_firstReach, mostMetres,
        [&](std::uint32_t n) { return geodesy::distance(from, m_shapes[n]); }, [] {});
}

}  // namespace xiangtu::query
