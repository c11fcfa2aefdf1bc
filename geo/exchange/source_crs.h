// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/coordinate_system.h"
#include "exchange/gdal_library.h"

namespace xiangtu::exchange {

/// What a layer says of its coordinate system; null or empty = nothing.
[[nodiscard]] SourceCrs crsOf(const OGRSpatialReference* crs);

}  // namespace xiangtu::exchange
