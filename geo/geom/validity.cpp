// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/validity.h"

#include "base/overloaded.h"
#include "geom/boost_shape.h"

#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/algorithms/is_valid.hpp>

#include <algorithm>
#include <cmath>

namespace xiangtu::geom {

namespace {

bool onGlobe(GeoPoint p) { return std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90; }

std::string whyInvalidPoints(const std::vector<GeoPoint>& points, std::size_t least) {
    const auto off = std::ranges::find_if_not(points, onGlobe);  // a NaN is off, too
    if (off != points.end()) {
        return "a point is not on the globe (" + std::to_string(off->lon) + ", " + std::to_string(off->lat) + ")";
    }
    std::size_t different = points.empty() ? 0 : 1;
    for (std::size_t i = 1; i < points.size(); ++i) different += points[i] != points[i - 1];
    return different < least ? "it has too few points" : "";
}

std::string whyInvalidPolygons(const GeoMultiPolygon& shape) {
    if (shape.empty()) return "it is empty";
    for (const GeoPolygon& part : shape) {
        if (auto reason = whyInvalidPoints(part.outer, 3); !reason.empty()) return reason;
        for (const GeoRing& hole : part.holes) {
            if (auto reason = whyInvalidPoints(hole, 3); !reason.empty()) return reason;
        }
    }
    // Orientation is the house's to set; a ring that crosses itself has none.
    BoostMultiPolygon turned = toBoost(shape);
    boost::geometry::correct(turned);
    std::string reason;
    if (boost::geometry::is_valid(turned, reason)) return "";
    return reason.find("orientation") == std::string::npos ? reason : "a ring crosses itself so that it has no inside";
}

}  // namespace

std::string whyInvalid(const GeoShape& shape) {
    return std::visit(base::Overloaded{
                          [](std::monostate) { return std::string(); },
                          [](GeoPoint p) { return whyInvalidPoints({p}, 1); },
                          [](const GeoMultiLine& lines) {
                              if (lines.empty()) return std::string("it is empty");
                              for (const GeoLine& line : lines) {
                                  if (auto reason = whyInvalidPoints(line, 2); !reason.empty()) return reason;
                              }
                              return std::string();
                          },
                          [](const GeoMultiPolygon& parts) { return whyInvalidPolygons(parts); },
                      },
                      shape);
}

}  // namespace xiangtu::geom
