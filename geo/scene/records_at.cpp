// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/records_at.h"

#include "geodesy/distance.h"
#include "geom/contains.h"
#include "scene/register_look.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace xiangtu::scene {

namespace {

enum class Kind { point, line, polygon };

struct Hit {
    Kind kind;
    double rank;  ///< metres, of polygons square metres
    RecordAt at;
};

std::optional<Hit> hit(const model::Record& record, const geodesy::LocalPlane& ground, geom::GeoPoint place,
                       double tolerance) {
    if (const auto* polygon = std::get_if<geom::GeoMultiPolygon>(&record.shape)) {
        if (geom::contains(*polygon, place)) return Hit{Kind::polygon, record.areaM2, {0, record.id, 0}};
    } else if (const auto nearest = ground.nearest(record.shape)) {
        const double metres = ground.to(*nearest);
        const Kind kind = std::holds_alternative<geom::GeoPoint>(record.shape) ? Kind::point : Kind::line;
        if (metres <= tolerance) return Hit{kind, metres, {0, record.id, metres}};
    }
    return std::nullopt;
}

}  // namespace

std::vector<RecordAt> recordsAt(const model::Snapshot& snapshot, const Options& options, geom::GeoPoint place,
                                double toleranceMetres) {
    const geodesy::LocalPlane ground(place);
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
