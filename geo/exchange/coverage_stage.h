// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/draft.h"
#include "exchange/import.h"
#include "exchange/report.h"
#include "model/snapshot.h"

#include <vector>

namespace xiangtu::exchange {

/// Overlaps and gaps below this are summed up and not listed one by one.
inline constexpr double kLeastSpotM2 = 1.0;
/// A unit reaches over its parent's border when more than this lies outside, in m² and as a share.
inline constexpr double kLeastOutsideM2 = 1.0;
inline constexpr double kLeastOutsideShare = 0.001;

/// Adds outside_parent findings (small ones as one sum for the layer).
void checkParents(const model::Snapshot& file, std::vector<Draft>& drafts, ImportReport& report,
                  const base::Progress& progress);

/// Adds overlap and gap findings of the level: new units among each other and with those of the level
/// that are in the file already, but for those the import redraws.
void checkLevel(const model::Snapshot& file, const ImportRequest& request, const std::vector<Draft>& drafts,
                ImportReport& report, const base::Progress& progress);

}  // namespace xiangtu::exchange
