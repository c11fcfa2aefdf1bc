// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/gdal_library.h"
#include "exchange/row_writer.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::exchange {

// What a layer made by GDAL is told before its first row.

/// What all rows have in them.
struct Found {
    unsigned kinds = 0;                 ///< bit by GeometryKind
    std::vector<std::int64_t> largest;  ///< of whole numbers, without sign; per column
    std::vector<bool> nulls;            ///< per column
};
[[nodiscard]] Found lookThrough(const WriterTask& task);

[[nodiscard]] OGRwkbGeometryType layerType(unsigned kinds, bool mapInfo);
/// Multi-part for lines and polygons; null for none.
[[nodiscard]] std::unique_ptr<OGRGeometry> geometryOf(const FlatShape& shape);
/// "BOUNDS=…": degrees or metres around all rows, a little wider; MapInfo divides it into steps. Empty without any.
[[nodiscard]] std::string boundsText(const WriterTask& task);

}  // namespace xiangtu::exchange
