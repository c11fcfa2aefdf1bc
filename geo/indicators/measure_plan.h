// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/expression.h"
#include "model/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::indicators {

/// One thing to be counted per unit; measures that ask for the same share it. Position of a register is
/// its position in Snapshot::registers.
struct Leaf {
    model::Measure::Kind kind = model::Measure::Kind::count;
    std::optional<std::size_t> registerAt;
    std::optional<std::size_t> withAt;  ///< overlap
    model::Expression where;
    model::Expression withWhere;
    model::Expression value;
    model::Expression unitWhere;
    model::Level level = model::Level::village;
    model::PartyOrgKind orgKind = model::PartyOrgKind::branch;
    double number = 0;  ///< far: metres
};

/// A measure with its leaves found: what column() walks.
struct Node {
    model::Measure::Kind kind = model::Measure::Kind::count;
    std::size_t leaf = 0;     ///< leaf kinds; mean: the sum
    std::size_t counted = 0;  ///< mean: the number of records with a value
    double number = 0;
    bool byThreshold = false;
    model::Level level = model::Level::village;  ///< reaching, covered, units, far: units of this level
    model::Expression unitWhere;                 ///< reaching
    std::vector<Node> parts;
};

/// Every measure of a catalogue, with what they share counted once.
struct MeasurePlan {
    std::vector<Leaf> leaves;
    std::vector<Node> indicators;  ///< as in catalogue->indicators
    std::vector<Node> rules;       ///< as in catalogue->rules; load rules have an empty node
    std::vector<Node> others;      ///< second measures of "equal" rules
};

/// Precondition: the catalogue was checked (model::checkCatalogue).
[[nodiscard]] MeasurePlan planMeasures(const model::Snapshot& snapshot);

}  // namespace xiangtu::indicators
