// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/raw_layer.h"

namespace xiangtu::exchange {

/// Tables keep places in their fields: gives every record that has no geometry the one its fields tell, raw as they
/// tell it. A field called wkt, geom, 坐标串 … holds well-known text; a pair called lon and lat, 经度 and 纬度, x and
/// y, 横坐标 and 纵坐标 … holds a point. Adds to the extent. Does nothing when a record of the layer has a geometry of
/// its own, or no such fields are there.
void takeShapesFromCells(RawLayer& raw);

/// The numbers in a text: of 109.6, of 109°36′12″E; nothing for anything else.
[[nodiscard]] std::optional<double> coordinateIn(std::string_view text);

}  // namespace xiangtu::exchange
