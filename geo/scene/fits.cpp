// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/fits.h"

#include "geom/contains.h"

#include <algorithm>

namespace xiangtu::scene {

namespace {

/// Does the segment touch the box? Separating axes: the box's two, then the segment's normal.
bool meets(geom::GridPoint a, geom::GridPoint b, const geom::GridBox& box) noexcept {
    if (std::max(a.x, b.x) < box.min.x || std::min(a.x, b.x) > box.max.x) return false;
    if (std::max(a.y, b.y) < box.min.y || std::min(a.y, b.y) > box.max.y) return false;
    const auto side = [&](std::int32_t x, std::int32_t y) {
        const __int128 c = geom::cross(a, b, {x, y});
        return c > 0 ? 1 : c < 0 ? -1 : 0;
    };
    const int s = side(box.min.x, box.min.y);
    return s == 0 || side(box.max.x, box.min.y) != s || side(box.max.x, box.max.y) != s ||
           side(box.min.x, box.max.y) != s;
}

}  // namespace

bool boxInside(const geom::PolygonSet& shapes, std::size_t feature, const geom::GridBox& box) noexcept {
    const geom::GridBox& outer = shapes.box(feature);
    if (!outer.contains(box.min) || !outer.contains(box.max)) return false;
    for (std::size_t r = shapes.firstRing(feature); r < shapes.firstRing(feature + 1); ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if (meets(ring[j], ring[i], box)) return false;
        }
    }
    const geom::GridPoint centre{std::int32_t((std::int64_t(box.min.x) + box.max.x) / 2),
                                 std::int32_t((std::int64_t(box.min.y) + box.max.y) / 2)};
    return geom::contains(shapes, feature, centre);
}

}  // namespace xiangtu::scene
