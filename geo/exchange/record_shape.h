// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/draft.h"
#include "exchange/raw_layer.h"
#include "exchange/transform.h"
#include "model/catalogue.h"

namespace xiangtu::exchange {

/// A record's shape in degrees with full precision, as a register of that anchor keeps it; crossing rings are mended on
/// the lattice. None for anchors without shape but for points, whose place is of use. Rejects the draft where the
/// register needs a shape and the record has none, another kind, or one that cannot be drawn. The raw shape is used up.
[[nodiscard]] geom::GeoShape recordShape(RawShape& raw, model::Anchor anchor, const Transform& transform, Draft& draft);

}  // namespace xiangtu::exchange
