// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "model/snapshot.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace xiangtu::indicators {

/// One indicator for every unit of a level, in the order of the level's table; NaN = no value (a
/// quotient by nothing, a measure of nothing).
using Column = std::vector<double>;

/// Every indicator and every measure of the rules of a snapshot's catalogue, for every unit, as of the
/// snapshot's day. Immutable and cheap to copy; may be asked from any thread.
///
/// Amounts are kept as whole ten-thousandths, so that sums do not depend on their order and an update
/// gives exactly what counting anew would give.
class Figures {
public:
    struct Data;

    /// Counts everything. Throws Error{cancelled} when progress says so.
    explicit Figures(const model::Snapshot& snapshot, const base::Progress& progress = {});

    /// The figures of `next`, recounting only what its changed records touch; registers, units and
    /// Party organisations are compared by address. `next` may be any snapshot.
    [[nodiscard]] Figures updated(const model::Snapshot& next) const;

    [[nodiscard]] const model::Snapshot& snapshot() const noexcept;
    /// Position in catalogue->indicators; nothing for an unknown id.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const noexcept;

    /// `threshold` replaces the indicator's first threshold, for measures that ask for it.
    [[nodiscard]] Column column(std::size_t indicator, model::Level level, std::optional<double> threshold = {}) const;
    /// NaN = no value.
    [[nodiscard]] double value(std::size_t indicator, model::UnitRef unit, std::optional<double> threshold = {}) const;

    /// The measure of a rule (`other` = the second of an "equal" rule) for the units of a level.
    enum class RulePart { measure, other };
    [[nodiscard]] Column ruleColumn(std::size_t rule, RulePart part, model::Level level) const;

private:
    explicit Figures(std::shared_ptr<const Data> data);
    std::shared_ptr<const Data> m_data;
};

}  // namespace xiangtu::indicators
