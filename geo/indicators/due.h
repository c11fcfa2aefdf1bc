// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"

#include <optional>
#include <vector>

namespace xiangtu::indicators {

/// How a matter stands against its clock.
enum class Urgency : std::uint8_t { closed, open, nearlyDue, overdue };

/// One line of a worklist.
struct Matter {
    std::size_t registerIndex = 0;  ///< into Snapshot::registers
    std::int64_t record = 0;
    Urgency urgency = Urgency::open;
    std::int32_t daysLeft = 0;                ///< negative = days overdue; meaningless without a clock
    std::optional<model::Level> escalatedTo;  ///< by the lifecycle's escalation
};

/// Every record of a register with a lifecycle, inside `within` (invalid = everywhere): overdue first,
/// then by days left, closed last.
[[nodiscard]] std::vector<Matter> matters(const model::Snapshot& snapshot, model::UnitRef within = {});

/// How one record stands. Precondition: its register has a lifecycle.
[[nodiscard]] Matter standing(const model::Snapshot& snapshot, std::size_t registerIndex, const model::Record& record);

}  // namespace xiangtu::indicators
