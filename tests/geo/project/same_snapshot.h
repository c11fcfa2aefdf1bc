// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"

#include <string>

namespace xiangtu::project {

/// Empty when two snapshots say the same of units, polygons, classes, organisations and records; otherwise
/// the first place where they do not. Revision and file facts do not count.
[[nodiscard]] std::string differenceOf(const model::Snapshot& a, const model::Snapshot& b);

}  // namespace xiangtu::project
