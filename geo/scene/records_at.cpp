// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/records_at.h"

#include "geodesy/mercator.h"
#include "geom/contains.h"
#include "scene/register_look.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <tuple>

namespace xiangtu::scene {

namespace {

/// Distances on the ground around one place, flat: a tolerance is a few hundred metres at most.
class Ground {
public:
    explicit Ground(geom::GeoPoint origin)
        : m_origin(origin),
          m_perLat(geodesy::kWorldMetres / 360),
          m_perLon(m_perLat * std::cos(origin.lat * std::numbers::pi / 180)) {}

    [[nodiscard]] double to(geom::GeoPoint p) const noexcept { return std::hypot(x(p), y(p)); }
    [[nodiscard]] double to(geom::GeoPoint a, geom::GeoPoint b) const noexcept {
        const double ax = x(a), ay = y(a), dx = x(b) - ax, dy = y(b) - ay;
        const double length2 = dx * dx + dy * dy;
        const double t = length2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length2, 0.0, 1.0) : 0;
        return std::hypot(ax + t * dx, ay + t * dy);
    }

private:
    [[nodiscard]] double x(geom::GeoPoint p) const noexcept { return (p.lon - m_origin.lon) * m_perLon; }
    [[nodiscard]] double y(geom::GeoPoint p) const noexcept { return (p.lat - m_origin.lat) * m_perLat; }

    geom::GeoPoint m_origin;
    double m_perLat, m_perLon;
};

double distance(const Ground& ground, const geom::GeoMultiLine& lines) noexcept {
    double least = INFINITY;
    for (const geom::GeoLine& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) least = std::min(least, ground.to(line[i - 1], line[i]));
    }
    return least;
}

enum class Kind { point, line, polygon };

struct Hit {
    Kind kind;
    double rank;  ///< metres, of polygons square metres
    RecordAt at;
};

std::optional<Hit> hit(const model::Record& record, const Ground& ground, geom::GeoPoint place, double tolerance) {
    if (const auto* point = std::get_if<geom::GeoPoint>(&record.shape)) {
        const double metres = ground.to(*point);
        if (metres <= tolerance) return Hit{Kind::point, metres, {0, record.id, metres}};
    } else if (const auto* lines = std::get_if<geom::GeoMultiLine>(&record.shape)) {
        const double metres = distance(ground, *lines);
        if (metres <= tolerance) return Hit{Kind::line, metres, {0, record.id, metres}};
    } else if (const auto* polygon = std::get_if<geom::GeoMultiPolygon>(&record.shape)) {
        if (geom::contains(*polygon, place)) return Hit{Kind::polygon, record.areaM2, {0, record.id, 0}};
    }
    return std::nullopt;
}

}  // namespace

std::vector<RecordAt> recordsAt(const model::Snapshot& snapshot, const Options& options, geom::GeoPoint place,
                                double toleranceMetres) {
    const Ground ground(place);
    std::vector<Hit> hits;
    for (std::size_t r = 0; r < snapshot.registers.size(); ++r) {
        const model::RegisterTable& table = *snapshot.registers[r];
        if (!model::hasShape(table.def.anchor) || !registerShown(options, table.def.id)) continue;
        for (const auto& record : table.records) {
            auto found = hit(*record, ground, place, toleranceMetres);
            if (!found) continue;
            found->at.registerIndex = r;
            hits.push_back(*found);
        }
    }
    std::ranges::stable_sort(hits, {}, [](const Hit& h) { return std::tuple(h.kind, h.rank); });
    std::vector<RecordAt> out;
    out.reserve(hits.size());
    for (const Hit& h : hits) out.push_back(h.at);
    return out;
}

}  // namespace xiangtu::scene
