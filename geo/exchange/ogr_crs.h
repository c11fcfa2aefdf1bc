// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/coordinate_system.h"
#include "exchange/gdal_library.h"

namespace xiangtu::exchange {

/// What a source says of its coordinate system; null = nothing.
[[nodiscard]] SourceCrs crsOf(const OGRSpatialReference* crs);

}  // namespace xiangtu::exchange
