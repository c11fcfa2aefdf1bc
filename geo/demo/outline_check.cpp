// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/outline.h"

#include "base/error.h"
#include "demo/mesh.h"
#include "geom/contains.h"
#include "geom/measure.h"

#include <cstdio>
#include <string>

namespace xiangtu::demo {

using geom::GridPoint;
using geom::Ring;

namespace {

bool properlyCross(GridPoint a, GridPoint b, GridPoint c, GridPoint d) {
    const auto opposite = [](std::int64_t s, std::int64_t t) { return (s > 0 && t < 0) || (s < 0 && t > 0); };
    return opposite(side(a, b, c), side(a, b, d)) && opposite(side(c, d, a), side(c, d, b));
}

/// A place where two parts share ground.
const GridPoint* overlap(const geom::Polygon& p, const geom::Polygon& q) {
    for (std::size_t i = 0; i < p.outer.size(); ++i) {
        const GridPoint &a = p.outer[i], &b = p.outer[(i + 1) % p.outer.size()];
        geom::GridBox box;
        box.extend(a);
        box.extend(b);
        for (std::size_t j = 0; j < q.outer.size(); ++j) {
            const GridPoint c = q.outer[j], d = q.outer[(j + 1) % q.outer.size()];
            geom::GridBox other;
            other.extend(c);
            other.extend(d);
            if (box.intersects(other) && properlyCross(a, b, c, d)) return &a;
        }
    }
    for (const auto& [in, out] : {std::pair{&p, &q}, {&q, &p}}) {
        if (geom::contains(geom::MultiPolygon{*out}, in->outer.front())) return &in->outer.front();
    }
    return nullptr;
}

}  // namespace

void requireSeparateParts(const geom::MultiPolygon& outline) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
        for (std::size_t j = i + 1; j < outline.size(); ++j) {
            if (!geom::boxOf(outline[i].outer).intersects(geom::boxOf(outline[j].outer))) continue;
            const GridPoint* at = overlap(outline[i], outline[j]);
            if (!at) continue;
            const geom::GeoPoint p = geom::toGeo(*at);
            char place[64];
            std::snprintf(place, sizeof place, " at %.6f, %.6f (lon, lat)", p.lon, p.lat);
            throw base::Error(base::Fault::geometry, std::string("parts of the outline overlap") + place);
        }
    }
}

}  // namespace xiangtu::demo
