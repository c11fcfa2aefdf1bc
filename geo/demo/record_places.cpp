// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/record_places.h"

#include "base/error.h"
#include "demo/field_shape.h"
#include "demo/rng.h"
#include "geom/contains.h"

#include <algorithm>

namespace xiangtu::demo {

using model::Level;

namespace {

constexpr double kScatter = 25;  // metres around the middle of a grid

}  // namespace

void RecordPlaces::place(const RecordFacts& facts, std::vector<Slot>& slots, std::uint64_t seed) {
    using Shape = RecordFacts::Shape;
    if (facts.shape == Shape::none) return;
    Random random(seed);
    std::vector<std::uint32_t> villages;
    for (const Slot& slot : slots) villages.push_back(villageOf(m_roll, slot.place));
    // A village without room passes its field on to the next that has some.
    for (std::uint32_t v = 0; v < m_roll.count(Level::village) && facts.shape == Shape::field; ++v) {
        if (isOfKind(m_roll, {Level::village, v}, facts.kinds)) villages.push_back(v);
    }
    std::size_t next = 0;
    for (Slot& slot : slots) {
        const geom::PolygonSet& shapes = m_roll.shape().shapes[model::indexOf(slot.place.level)];
        switch (facts.shape) {
        case Shape::none: break;
        case Shape::point:
            if (slot.place.level < Level::village) slot.place = {Level::village, villageOf(m_roll, slot.place)};
            slot.shape = geom::toGeo(inside(slot.place, random));
            break;
        case Shape::line: slot.shape = line(villageOf(m_roll, slot.place), facts.stops); break;
        case Shape::field: putField(slot, villages, next, random); break;
        case Shape::unit: slot.shape = geom::toGeo(shapes.feature(slot.place.unit)); break;
        }
    }
}

geom::GridPoint RecordPlaces::inside(Place place, Random& random) const {
    const geom::PolygonSet& shapes = m_roll.shape().shapes[model::indexOf(place.level)];
    const Plane& plane = m_sites.plane();
    const auto near = [&](Metres p) {
        return plane.toGrid(p + Metres{random.between(-kScatter, kScatter), random.between(-kScatter, kScatter)});
    };
    const auto& spots = m_sites.spots(villageOf(m_roll, place));
    for (int tries = 0; tries < 40; ++tries) {
        const Metres middle = place.level == Level::village ? spots[random.below(spots.size())]
                                                            : plane.toMetres(m_roll.middle(place.level, place.unit));
        const geom::GridPoint p = near(middle);
        if (geom::contains(shapes, place.unit, p)) return p;
    }
    // A unit so crooked that its middle lies outside: beside its border then.
    const auto ring = shapes.ring(shapes.firstRing(place.unit));
    for (int tries = 0; tries < 4000; ++tries) {
        const geom::GridPoint p = near(plane.toMetres(ring[random.below(ring.size())]));
        if (geom::contains(shapes, place.unit, p)) return p;
    }
    throw base::Error(base::Fault::geometry, "no place inside " + m_roll.name(place.level, place.unit));
}

geom::GeoMultiLine RecordPlaces::line(std::uint32_t village, std::uint32_t stops) const {
    const auto middle = [&](std::uint32_t v) { return m_sites.plane().toMetres(m_roll.middle(Level::village, v)); };
    std::vector<std::uint32_t> rest(m_roll.count(Level::village));
    for (std::uint32_t v = 0; v < rest.size(); ++v) rest[v] = v;
    geom::GeoLine line;
    for (std::uint32_t here = village; line.size() < stops;) {
        line.push_back(geom::toGeo(m_roll.middle(Level::village, here)));
        std::erase(rest, here);
        if (rest.empty()) break;
        here = *std::ranges::min_element(rest, {}, [&](auto v) { return distance(middle(here), middle(v)); });
    }
    return {line};
}

void RecordPlaces::putField(Slot& slot, const std::vector<std::uint32_t>& villages, std::size_t& next, Random& random) {
    // Fields of the same area may be long or round: some fit where others do not.
    for (int tries = 0; tries < 12; ++tries) {
        const std::vector<Metres> ring = fieldRing(slot.mu, random);
        if (const auto site = m_sites.take(villages, next, reachOf(ring))) {
            slot.place = {Level::village, site->village};
            slot.shape = fieldShape(m_sites.plane(), site->centre, ring, slot.mu);
            return;
        }
    }
    throw base::Error(base::Fault::geometry, "no village has room for a field of that size");
}

}  // namespace xiangtu::demo
