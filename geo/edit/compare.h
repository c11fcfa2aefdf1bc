// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"
#include "model/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace xiangtu::edit {

/// What is different about one unit between two days. A unit is the same on both by its id, whatever its code.
struct UnitDifference {
    model::UnitId id;
    model::Level level = model::Level::grid;
    model::UnitRef before;  ///< in the earlier snapshot; invalid = new
    model::UnitRef after;   ///< in the later one; invalid = gone
    bool borderMoved = false;
    bool renamed = false;
    bool recoded = false;
    bool reparented = false;
    bool households = false;
    /// Schemes in which the class differs, by position in the later snapshot's schemes.
    std::vector<std::size_t> classes{};
    double areaBefore = 0;  ///< m² on the ellipsoid; only where new, gone or moved
    double areaAfter = 0;
    geom::GridBox box{};  ///< of both shapes

    [[nodiscard]] bool isNew() const noexcept { return !before.valid(); }
    [[nodiscard]] bool isGone() const noexcept { return !after.valid(); }
};

/// Every unit that differs, largest level first, then by code. Both snapshots are of one file.
[[nodiscard]] std::vector<UnitDifference> compare(const model::Snapshot& earlier, const model::Snapshot& later);

/// Class code of a unit in a scheme of the snapshot; empty = none, and for an invalid unit.
[[nodiscard]] std::string classCode(const model::Snapshot& snapshot, std::size_t scheme, model::UnitRef unit);

}  // namespace xiangtu::edit
