// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/operation.h"
#include "geom/grid_point.h"
#include "model/catalogue.h"
#include "model/party.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::edit {

// Edits of units and of organisations. `day` is the ISO date from which they hold, empty = today; they are
// planned on the state of today, so `day` must not lie before what they change began.

/// Move borders, split, merge, hand over land (borders/operation.h). What stands on units follows by place:
/// records, organisations, classes, households.
struct EditBorders {
    borders::Request request;
    /// Of the new units on the level edited, by code; missing = made from the mother's. RestoreLand: the unit's own.
    std::vector<std::string> names;
    std::string reason;
    std::string day;
    /// What becomes of values when units are cut or joined, other than the catalogue says: by "households" (of the
    /// units themselves; else shared by area and added up) or "REGISTER.FIELD".
    std::map<std::string, model::LandPolicy, std::less<>> policies{};
};

/// Give a unit another name.
struct RenameUnit {
    borders::UnitName unit;
    std::string name;
    std::string reason;
    std::string day;
};

/// Bring one unit back to how it was on a day gone by: its name, its classes and its land, where those who took it
/// still have it. One that is no more is cut out again along its old border, under its code.
struct RestoreUnit {
    borders::UnitName unit;
    std::string asOf;  ///< ISO date
    std::string reason;
};

struct SetUpOrganisation {
    std::string name;
    model::PartyOrgKind kind = model::PartyOrgKind::branch;
    std::optional<model::Code> serves;  ///< on the level its kind serves; nothing for functional cells
    std::int64_t parent = 0;            ///< id of the organisation above; 0 = none
    std::optional<geom::GeoPoint> place{};
    std::string chain{};  ///< functional cells
    std::string reason{};
    std::string day{};
};

struct RenameOrganisation {
    std::int64_t id = 0;
    std::string name;
    std::string reason{};
};

/// It is no more from `day` on; those below it stand under the one above it.
struct DissolveOrganisation {
    std::int64_t id = 0;
    std::string reason{};
    std::string day{};
};

/// From now on it serves another unit of its level; nothing = none.
struct ServeUnit {
    std::int64_t id = 0;
    std::optional<model::Code> unit;
    std::string reason{};
};

}  // namespace xiangtu::edit
