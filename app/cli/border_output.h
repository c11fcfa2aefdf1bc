// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/border_plan.h"

namespace xiangtu::cli {

enum class PlanForm { text, json };

/// Prints what a border edit does: every unit with its area change in 亩, and what moves with the land.
/// `before` is the snapshot it was planned on; `logNumber` 0 = a preview.
void printPlan(const model::Snapshot& before, const edit::BorderPlan& plan, std::int64_t logNumber, PlanForm form);

}  // namespace xiangtu::cli
