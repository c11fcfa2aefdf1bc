// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "geom/polygon.h"
#include "model/catalogue.h"
#include "model/unit.h"
#include "model/values.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace xiangtu::model {

/// One record of a register as it is on the snapshot's day. Immutable and shared: an edit replaces the
/// record, so that two snapshots can be compared record by record by address.
struct Record {
    static constexpr std::uint8_t kNoState = 255;

    std::int64_t id = 0;
    UnitRef unit;          ///< anchor unit; for geometry anchors the unit it lies in, if known
    geom::GeoShape shape;  ///< geometry anchors only; EPSG:4490 degrees, full precision
    Values values;         ///< in the order of RegisterDef::fields; formula fields are computed

    base::Date from{};                    ///< first day the record counts
    base::Date to = base::Date::open();   ///< first day it no longer does
    std::uint8_t state = kNoState;        ///< position in the lifecycle's states
    base::Date since{};                   ///< day it entered the state
    base::Date due = base::Date::open();  ///< day by which the state is to be left

    double areaM2 = -1;   ///< on the ellipsoid, polygons; -1 = not a polygon
    double lengthM = -1;  ///< geodesic, lines; -1 = not a line
};

struct RegisterTable {
    RegisterDef def;
    std::vector<std::shared_ptr<const Record>> records;  ///< by ascending id

    /// By binary search; null when there is none.
    [[nodiscard]] const Record* find(std::int64_t id) const noexcept;
};

}  // namespace xiangtu::model
