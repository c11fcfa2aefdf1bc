// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/proposal.h"

#include <cstdint>
#include <optional>
#include <span>

namespace xiangtu::borders {

/// What a place was drawn to.
struct Snapped {
    enum class Kind : std::uint8_t {
        vertex,     ///< a vertex of a border
        edge,       ///< a place on a border segment
        reference,  ///< a vertex of a reference line, or a place on it
    };
    Kind kind = Kind::vertex;
    geom::GeoPoint at;  ///< on the lattice, but for references
};

/// The nearest border vertex within `reach` degrees (of latitude), else the nearest vertex of a reference line,
/// else the nearest place on a border or a reference line; nothing when there is none. All levels.
[[nodiscard]] std::optional<Snapped> snap(const Ground& ground, geom::GeoPoint place, double reach,
                                          std::span<const geom::GeoLine> references = {});
/// Holds on to references alone: for a corner that is carried about, whose own border is always near.
[[nodiscard]] std::optional<Snapped> snap(geom::GeoPoint place, double reach,
                                          std::span<const geom::GeoLine> references);

}  // namespace xiangtu::borders
