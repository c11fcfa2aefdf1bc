// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/history/plan_model.h"

namespace xiangtu::app {

/// A plan in the language of the interface; one that cannot be read says so.
[[nodiscard]] PlanModel::Line planLine(const store::PlannedEdit& planned, const model::Snapshot& snapshot);

}  // namespace xiangtu::app
