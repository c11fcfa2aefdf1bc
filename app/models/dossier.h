// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "model/snapshot.h"

#include <array>
#include <cstdint>
#include <vector>

namespace xiangtu::app {

/// Everything there is to say about one unit, as numbers and references into its snapshot; the
/// dossier model puts it into words. Plain values, computed by a worker.
struct Dossier {
    model::UnitRef unit;
    std::vector<model::UnitRef> lineage;  ///< county … the unit itself

    /// Who serves the unit and each unit above it, smallest first.
    struct Serving {
        model::UnitRef unit;
        std::uint32_t org = model::PartyTable::kNone;  ///< into PartyTable::orgs; kNone = a hole
    };
    std::vector<Serving> serving;
    /// Functional cells that meet inside the unit; into PartyTable::orgs.
    std::vector<std::uint32_t> functional;

    /// Per level below: how many units, how many of them served, and their households where recorded.
    struct Below {
        model::Level level = model::Level::grid;
        std::int64_t units = 0;
        std::int64_t served = 0;
    };
    std::vector<Below> below;

    std::int64_t households = -1;   ///< -1 = recorded neither here nor below
    bool householdsSummed = false;  ///< added up from the units below
    double areaM2 = -1;             ///< on the ellipsoid; -1 = the unit has no polygon

    /// Position in the scheme's classes, or ClassColumn::kUnset; `classFrom` is the unit it was given
    /// to: the unit itself, or the nearest one above that has a class. Invalid when none has.
    std::uint8_t classIndex = model::ClassColumn::kUnset;
    model::UnitRef classFrom;

    /// How the classes share the smallest units below (each counted with the class that holds for it).
    /// Unset ones come last, as kUnset. Empty for the smallest units.
    struct Share {
        std::uint8_t classIndex = model::ClassColumn::kUnset;
        std::int64_t units = 0;
        std::int64_t households = 0;
    };
    std::vector<Share> shares;
    model::Level sharesLevel = model::Level::grid;

    /// Register records of the unit, of units below or above it, and those whose geometry meets it.
    struct Lying {
        std::size_t registerIndex = 0;
        std::vector<std::uint32_t> records;
    };
    std::vector<Lying> lying;
};

/// Precondition: `unit` is of `snapshot`. `scheme` may be out of range: then there is no class.
/// Throws Error{Fault::cancelled} when progress says so.
[[nodiscard]] Dossier describe(const model::Snapshot& snapshot, const model::Children& children, model::UnitRef unit,
                               std::size_t scheme, const base::Progress& progress = {});

}  // namespace xiangtu::app
