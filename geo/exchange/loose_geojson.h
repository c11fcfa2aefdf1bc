// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/raw_layer.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Looks again at GeoJSON records GDAL gave no geometry for. What is called a MultiPolygon but nested
/// like a Polygon (or the other way round) is read by its nesting, which leaves no room for doubt;
/// anything else that is there but makes no sense is `unreadable`. One result per asked record; kind
/// none where the file really has null. Empty when the file is no collection of `total` features.
[[nodiscard]] std::vector<RawShape> readLoosely(const std::string& file, std::span<const std::size_t> records,
                                                std::size_t total);

}  // namespace xiangtu::exchange
