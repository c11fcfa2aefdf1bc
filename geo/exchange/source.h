// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/coordinate_system.h"

#include <filesystem>
#include <optional>
#include <string>

namespace xiangtu::exchange {

/// A source of records and what a person knows of it. Empty = find out.
struct SourceRequest {
    std::filesystem::path source;
    std::string layer;
    std::string encoding;  ///< as charsetFromName() understands it
    std::string crs;       ///< what GDAL understands, or an EPSG number
    Shift shift = Shift::none;
    std::optional<DatumShift> datum{};  ///< local parameters of the source's datum
};

}  // namespace xiangtu::exchange
