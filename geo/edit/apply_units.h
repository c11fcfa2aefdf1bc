// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/now.h"

#include <vector>

namespace xiangtu::edit {

// A part of apply(); used inside this folder only.

/// Puts units and organisations into `next`, which is a copy of `snapshot`: level tables stay sorted by code,
/// and where rows move, everything that names rows (parents, classes, organisations, records) follows. New
/// rows have no classes yet. `touched` receives refs into `next`.
void applyUnits(const model::Snapshot& snapshot, const Now& now, model::Snapshot& next,
                std::vector<model::UnitRef>* touched);

}  // namespace xiangtu::edit
