// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/snap.h"

#include "borders/sheet.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::borders {

namespace {

using geom::GeoPoint;

/// The nearest of what was offered so far, within the reach.
class Nearest {
public:
    Nearest(GeoPoint place, double reach)
        : m_place(place), m_shrink(std::cos(place.lat * 3.14159265358979 / 180)), m_least(reach) {}

    void offer(Snapped::Kind kind, GeoPoint p) {
        const double far = std::hypot((p.lon - m_place.lon) * m_shrink, p.lat - m_place.lat);
        if (far > m_least || (m_found && far == m_least)) return;
        m_least = far;
        m_found = Snapped{kind, p};
    }
    void offer(Snapped::Kind kind, GeoPoint a, GeoPoint b) {
        const double x = (b.lon - a.lon) * m_shrink, y = b.lat - a.lat;
        const double px = (m_place.lon - a.lon) * m_shrink, py = m_place.lat - a.lat;
        const double length = x * x + y * y;
        const double t = length > 0 ? std::clamp((px * x + py * y) / length, 0.0, 1.0) : 0;
        offer(kind, {a.lon + t * (b.lon - a.lon), a.lat + t * (b.lat - a.lat)});
    }
    [[nodiscard]] const std::optional<Snapped>& found() const noexcept { return m_found; }

private:
    GeoPoint m_place;
    double m_shrink;
    double m_least;
    std::optional<Snapped> m_found;
};

bool isSound(GeoPoint place, double reach) {
    return std::abs(place.lon) <= 180 && std::abs(place.lat) <= 90 && reach > 0;
}

std::optional<Snapped> nearest(std::span<const Edge> borders, std::span<const geom::GeoLine> references, GeoPoint place,
                               double reach) {
    Nearest vertex(place, reach);
    for (const Edge& e : borders) {
        for (const GridPoint p : {e.a, e.b}) vertex.offer(Snapped::Kind::vertex, geom::toGeo(p));
    }
    if (vertex.found()) return vertex.found();
    for (const geom::GeoLine& line : references) {
        for (const GeoPoint p : line) vertex.offer(Snapped::Kind::reference, p);
    }
    if (vertex.found()) return vertex.found();
    Nearest along(place, reach);
    for (const Edge& e : borders) along.offer(Snapped::Kind::edge, geom::toGeo(e.a), geom::toGeo(e.b));
    for (const geom::GeoLine& line : references) {
        for (std::size_t i = 1; i < line.size(); ++i) along.offer(Snapped::Kind::reference, line[i - 1], line[i]);
    }
    auto found = along.found();
    if (found && found->kind == Snapped::Kind::edge) found->at = geom::toGeo(geom::snapToGrid(found->at));
    return found;
}

}  // namespace

std::optional<Snapped> snap(const Ground& ground, GeoPoint place, double reach,
                            std::span<const geom::GeoLine> references) {
    constexpr double kMostReach = 1;
    if (!isSound(place, reach)) return std::nullopt;
    const double wide = std::min(reach, kMostReach) / std::max(0.05, std::cos(place.lat * 3.14159265358979 / 180));
    const geom::GridPoint corner = geom::snapToGrid(GeoPoint{std::max(place.lon - wide, -180.0), place.lat - reach});
    const geom::GridPoint opposite = geom::snapToGrid(GeoPoint{std::min(place.lon + wide, 180.0), place.lat + reach});
    return nearest(Sheet(ground).bordersNear({GridLine{corner, opposite}}), references, place, reach);
}

std::optional<Snapped> snap(GeoPoint place, double reach, std::span<const geom::GeoLine> references) {
    return isSound(place, reach) ? nearest({}, references, place, reach) : std::nullopt;
}

}  // namespace xiangtu::borders
