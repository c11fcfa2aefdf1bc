// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/value_spec.h"
#include "model/code.h"
#include "model/level.h"

#include <optional>

namespace xiangtu::demo {

/// Records of one register that a county has: how many, on which units, with which values.
struct RecordFacts {
    /// What a record of a register with geometry looks like.
    enum class Shape : std::uint8_t {
        none,
        point,  ///< inside the unit; of a township or county: in the village it sits in
        line,   ///< from a village to others near it
        field,  ///< a polygon of "mu" inside a village, clear of others
        unit,   ///< the unit's own polygon
    };
    enum class Order : std::uint8_t { code, drawn };

    /// A stretch of the records with values or a state of its own.
    struct Part {
        std::uint32_t count = 0;  ///< 0 = the rest
        ValueSpecs values;        ///< in place of the group's
    };

    std::string registerId;
    std::string sample;  ///< by what name counties ask for it; the register's unless said
    std::string origin;  ///< reported, invented, sample
    model::Level on = model::Level::village;
    std::vector<model::UnitKind> kinds;  ///< of the unit, below villages of its village; empty = any
    std::string of;                      ///< only units with a record of this register made before
    std::vector<model::Code> at;         ///< these units come first
    std::uint32_t without = 0;           ///< so many units, the last ones, have none
    Order order = Order::code;
    std::optional<std::uint32_t> count;  ///< records; more than units: round again. Nothing = one on each
    std::uint32_t people = 0;            ///< so many different persons, neighbours sharing one; 0 = one each
    std::uint32_t each = 1;              ///< without people: so many records for one person
    std::uint32_t stops = 5;             ///< of a line
    Shape shape = Shape::none;
    ValueSpecs values;
    std::vector<Part> parts;

    /// Part of the structure below villages rather than of the county's own figures.
    [[nodiscard]] bool onEveryGrid() const noexcept { return on == model::Level::grid && !count && of.empty(); }
};

/// One entry of "records". Throws Error{Fault::format} with place and reason; unknown members are refused.
[[nodiscard]] RecordFacts readRecordFacts(const base::JsonCursor& json);

}  // namespace xiangtu::demo
