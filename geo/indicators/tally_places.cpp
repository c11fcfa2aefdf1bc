// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "geom/measure.h"
#include "geom/overlay.h"
#include "index/box_tree.h"
#include "indicators/tally.h"

#include <cmath>
#include <numbers>

namespace xiangtu::indicators {

namespace {

using model::UnitRef;

/// The records of a register for which a condition holds, with a tree over their boxes.
struct Places {
    std::vector<const model::Record*> records;
    index::BoxTree tree;

    Places(const Ground& ground, std::size_t registerAt, const model::Expression& where) {
        std::vector<index::BoxTree::Item> items;
        for (const auto& record : ground.snapshot->registers[registerAt]->records) {
            if (record->shape.index() == 0 || !where.holds(ground.row(registerAt, *record))) continue;
            items.push_back({geom::boxOf(record->shape), std::uint32_t(records.size())});
            records.push_back(record.get());
        }
        tree = index::BoxTree(items);
    }
};

/// The centre of a unit: of gravity of its largest ring, in lattice coordinates.
geom::GridPoint centreOf(const geom::PolygonSet& shapes, std::size_t feature) {
    geom::GridPoint best = shapes.ring(shapes.firstRing(feature)).front();
    double largest = 0;
    for (std::size_t r = shapes.firstRing(feature); r < shapes.firstRing(feature + 1); ++r) {
        const auto ring = shapes.ring(r);
        double area = 0, x = 0, y = 0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geom::GridPoint a = ring[i], b = ring[(i + 1) % ring.size()];
            const double ax = double(a.x) - ring[0].x, ay = double(a.y) - ring[0].y;
            const double bx = double(b.x) - ring[0].x, by = double(b.y) - ring[0].y;
            const double cross = ax * by - bx * ay;
            area += cross;
            x += (ax + bx) * cross;
            y += (ay + by) * cross;
        }
        if (area <= largest) continue;
        largest = area;
        best = {std::int32_t(ring[0].x + x / (3 * area)), std::int32_t(ring[0].y + y / (3 * area))};
    }
    return best;
}

/// A box that holds everything within `metres` of a point: a degree of latitude is at least 110,574 m,
/// one of longitude at latitude φ at least 110,574 m × cos φ.
geom::GridBox around(geom::GridPoint p, double metres) {
    const double dy = metres / 110574.0 * geom::kGridPerDegree;
    const double cosine = std::max(0.01, std::cos(geom::toGeo(p).lat * std::numbers::pi / 180));
    const double dx = std::min(dy / cosine, 9e8);
    const auto clamped = [](double v) { return std::int32_t(std::clamp(v, -2.1e9, 2.1e9)); };
    return {{clamped(p.x - dx), clamped(p.y - dy)}, {clamped(p.x + dx), clamped(p.y + dy)}};
}

}  // namespace

void Tally::countFar(const Leaf& leaf, const Ground& ground) {
    const Places places(ground, *leaf.registerAt, leaf.where);
    m_any = !places.records.empty();
    if (!m_any) return;
    const auto& shapes = ground.snapshot->table(leaf.level).shapes;
    for (std::uint32_t i = 0; i < shapes.size(); ++i) {
        const UnitRef unit{leaf.level, i};
        if (!shapes.hasShape(i) || !leaf.unitWhere.holds(ground.row(unit))) continue;
        const geom::GridPoint centre = centreOf(shapes, i);
        bool near = false;
        places.tree.visit(around(centre, leaf.number), [&](std::uint32_t n) {
            near = near || geodesy::distance(geom::toGeo(centre), places.records[n]->shape) <= leaf.number;
        });
        if (!near) add(ground, unit, Amount(kAmountsPerOne));
    }
}

void Tally::countOverlap(const Leaf& leaf, const Ground& ground) {
    const Places with(ground, *leaf.withAt, leaf.withWhere);
    for (const auto& record : ground.snapshot->registers[*leaf.registerAt]->records) {
        const auto* shape = std::get_if<geom::GeoMultiPolygon>(&record->shape);
        if (!shape || !leaf.where.holds(ground.row(*leaf.registerAt, *record))) continue;
        // What is covered already counts once, however many cover it.
        geom::GeoMultiPolygon rest = *shape;
        double shared = 0;
        for (const std::uint32_t n : with.tree.meeting(geom::boxOf(record->shape))) {
            const auto* other = std::get_if<geom::GeoMultiPolygon>(&with.records[n]->shape);
            if (!other || rest.empty()) continue;
            const geom::Overlay overlay = geom::overlay(rest, *other);
            shared += geodesy::area(overlay.shared);
            rest = overlay.rest;
        }
        add(ground, record->unit, toAmount(geodesy::muFromSquareMetres(shared)));
    }
}

}  // namespace xiangtu::indicators
