// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "model/catalogue.h"
#include "model/party.h"
#include "model/scheme.h"
#include "model/unit.h"
#include "model/value.h"

#include <optional>
#include <string>

namespace xiangtu::model {

/// Rows on their way into a file, before they have row ids: they refer to units by code.

struct NewUnit {
    Level level = Level::county;
    Code code;
    std::string name;
    UnitKind kind = UnitKind::other;
    Code parent;  ///< not valid() = none
    std::int32_t households = -1;
    base::Date from{};
    base::Date to = base::Date::open();
    geom::MultiPolygon shape;  ///< on the lattice; empty = without polygon
    std::string sourceCode;    ///< the code text of an import when it could not be used as it was
};

struct NewPartyOrg {
    std::string name;
    PartyOrgKind kind = PartyOrgKind::branch;
    Level level = Level::village;  ///< with serves: which unit
    Code serves;                   ///< not valid() for functional cells
    Code parentServes;             ///< unit served by the organisation above; not valid() = none
    std::optional<geom::GeoPoint> place;
    std::string chain;
    base::Date established{};
    base::Date dissolved = base::Date::open();
};

struct NewClass {
    Level level = Level::grid;
    Code unit;
    std::string scheme;     ///< Scheme::key
    std::string classCode;  ///< SchemeClass::code
    base::Date from{};
    std::string reason;
    std::string author;
};

struct NewRecord {
    std::string registerId;
    Level level = Level::village;
    Code unit;             ///< anchor unit, or the unit a geometry record belongs to
    geom::GeoShape shape;  ///< geometry anchors
    Fields values;
    base::Date from{};  ///< first day it counts
    base::Date to = base::Date::open();
    std::string state{};  ///< registers with a lifecycle; empty = its first state
    base::Date since{};
    base::Date due = base::Date::open();
};

/// Takes new rows in the order county to grid, units before what refers to them. A store implements
/// it inside one transaction; tests implement it in memory. A refused row throws base::Error.
class Sink {
public:
    virtual ~Sink() = default;
    virtual void setTitle(const std::string& title, bool demo) = 0;
    virtual void add(const NewUnit& unit) = 0;
    virtual void add(const NewPartyOrg& org) = 0;
    virtual void add(const NewClass& record) = 0;
    virtual void add(const NewRecord& record) = 0;
};

}  // namespace xiangtu::model
