// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/base_sites.h"
#include "demo/record_slots.h"

namespace xiangtu::demo {

/// Gives a slot its shape and moves it to the unit that holds it. Shape::field needs slot.mu.
/// Throws Error{Fault::geometry} when the county has no room for a field.
class RecordPlaces {
public:
    RecordPlaces(const Roll& roll, BaseSites& sites) : m_roll(roll), m_sites(sites) {}

    void place(const RecordFacts& facts, std::vector<Slot>& slots, std::uint64_t seed);

private:
    [[nodiscard]] geom::GridPoint inside(Place place, Random& random) const;
    [[nodiscard]] geom::GeoMultiLine line(std::uint32_t village, std::uint32_t stops) const;
    void putField(Slot& slot, const std::vector<std::uint32_t>& villages, std::size_t& next, Random& random);

    const Roll& m_roll;
    BaseSites& m_sites;
};

}  // namespace xiangtu::demo
