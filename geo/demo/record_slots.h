// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/record_facts.h"
#include "demo/roll.h"
#include "geom/polygon.h"

#include <map>
#include <string>
#include <vector>

namespace xiangtu::demo {

/// A unit of the roll.
struct Place {
    model::Level level = model::Level::county;
    std::uint32_t unit = 0;
    auto operator<=>(const Place&) const = default;
};

/// Records of one county made before, by register.
struct MadeRecord {
    std::int64_t id = 0;  ///< counting from 1 in the order of the file
    Place place;
};
using MadeRecords = std::map<std::string, std::vector<MadeRecord>>;

/// A record before its values are known.
struct Slot {
    Place place;
    geom::GeoShape shape;
    double mu = 0;         ///< shape field
    std::size_t part = 0;  ///< into RecordFacts::parts
    std::uint32_t person = 0;
};

/// As many slots as the facts ask for, on their units. Throws Error{Fault::format} when no unit fits.
[[nodiscard]] std::vector<Slot> slotsFor(const RecordFacts& facts, const Roll& roll, const MadeRecords& made,
                                         std::uint64_t seed);

/// The village a unit lies in or, of a township or county, sits in.
[[nodiscard]] std::uint32_t villageOf(const Roll& roll, Place place);
/// The township a unit lies in; of the county the one of its seat.
[[nodiscard]] std::uint32_t townshipOf(const Roll& roll, Place place);
/// Whether the unit is of one of the kinds; natural villages and grids count as their village.
[[nodiscard]] bool isOfKind(const Roll& roll, Place place, const std::vector<model::UnitKind>& kinds);

}  // namespace xiangtu::demo
