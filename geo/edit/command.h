// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/unit_command.h"
#include "geom/polygon.h"
#include "model/code.h"
#include "model/level.h"
#include "model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace xiangtu::edit {

/// Give units a class of a colour scheme from `day` on.
struct SetClass {
    std::vector<model::Code> units;
    std::string scheme;     ///< Scheme::key
    std::string classCode;  ///< SchemeClass::code; empty = take the class away
    std::string reason;
    std::string day;      ///< ISO date from which it holds; empty = today
    std::string photo{};  ///< hash of an attachment; empty = none
};

/// Put a record into a register.
struct AddRecord {
    std::string registerId;
    std::optional<model::Code> unit;    ///< anchor unit; geometry anchors: the unit it lies in
    std::optional<model::Level> level;  ///< where several levels have the code; nothing = the largest
    geom::GeoShape shape;               ///< geometry anchors; EPSG:4490 degrees
    model::Fields values;
    std::string day;  ///< ISO date from which it counts; empty = today
};

/// Change fields of a record; those not named stay.
struct SetRecord {
    std::string registerId;
    std::int64_t id = 0;
    model::Fields values;
    std::optional<geom::GeoShape> shape;  ///< nothing = stays
    std::optional<model::Code> unit;      ///< nothing = stays
    std::optional<model::Level> level;
};

/// End a record: it no longer counts from `day` on. One that began that day is taken out.
struct EndRecord {
    std::string registerId;
    std::int64_t id = 0;
    std::string day;  ///< empty = today
};

/// Take a matter one step along its lifecycle. `values` are filled in by the same step.
struct MoveRecord {
    std::string registerId;
    std::int64_t id = 0;
    std::string action;
    std::string note;
    model::Fields values;
    std::string day;  ///< empty = today
};

/// What a user may ask for. An edit is data: a gesture or the command line makes one of these.
using Command = std::variant<SetClass, AddRecord, SetRecord, EndRecord, MoveRecord, EditBorders, RenameUnit,
                             RestoreUnit, SetUpOrganisation, RenameOrganisation, DissolveOrganisation, ServeUnit>;

}  // namespace xiangtu::edit
