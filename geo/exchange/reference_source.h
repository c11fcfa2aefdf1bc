// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "exchange/coordinate_system.h"
#include "geom/polygon.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A map file to trace from, and what a person knows of it. Empty = find out.
struct ReferenceRequest {
    std::filesystem::path source;
    std::string layer;
    std::string crs;  ///< what GDAL understands; overrules the source
    Shift shift = Shift::none;
};

/// Lines, areas and places as they are in the source, in EPSG:4490 degrees: nothing mended, nothing judged.
struct ReferenceSource {
    std::string layer;
    std::string crs;  ///< what the coordinates were taken for, and why
    std::vector<geom::GeoShape> shapes;
    std::int64_t records = 0;
    std::int64_t bare = 0;           ///< without anything that can be drawn
    std::int64_t astray = 0;         ///< with points that have no place in degrees
    std::vector<std::string> notes;  ///< what a person should know, in English sentences
};

/// Reads any layer GDAL reads, curves as straight segments. Refused: what cannot be opened, several layers and none
/// chosen, coordinates that cannot be understood. An unknown coordinate system throws Error{Fault::usage}.
[[nodiscard]] base::Result<ReferenceSource, Refusal> readReferences(const ReferenceRequest& request,
                                                                    const base::Progress& progress);

}  // namespace xiangtu::exchange
