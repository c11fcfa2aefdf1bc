// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/draft.h"
#include "exchange/raw_layer.h"
#include "exchange/transform.h"

#include <vector>

namespace xiangtu::exchange {

/// Parts below this are digitising slips more likely than land.
inline constexpr double kTinyPartM2 = 1.0;

/// Gives every draft its shape on the lattice: brought to degrees, mended where rings are invalid,
/// rounded. Findings: no_geometry, unreadable_geometry, not_polygon, invalid_ring, tiny_part. The raw
/// shapes are used up.
void makeShapes(RawLayer& raw, const Transform& transform, std::vector<Draft>& drafts, const base::Progress& progress);

}  // namespace xiangtu::exchange
