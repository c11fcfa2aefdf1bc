// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/finding.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A reason not to go on, for the person who started the import.
struct Refusal {
    std::string reason;
};

/// The offset the source's coordinates carry, to be taken off.
enum class Shift { none, gcj02 };

/// Bounds of the raw coordinates of a layer, first and second ordinate as the source gives them
/// (GIS order where the reader knows the order).
struct RawExtent {
    double minX = 0, minY = 0, maxX = 0, maxY = 0;
    bool any = false;
    void extend(double x, double y) noexcept;
};

/// What the source says about its coordinate system.
struct SourceCrs {
    std::string wkt;    ///< empty = nothing
    std::string label;  ///< "EPSG:4490 China Geodetic Coordinate System 2000"
    bool geographic = false;
    bool local = false;  ///< an engineering system without a place on earth
};

/// How to come to EPSG:4490 degrees, longitude first.
struct CrsChoice {
    std::string label;       ///< coordinate system taken
    std::string basis;       ///< one English sentence: why
    std::string definition;  ///< what GDAL understands; empty = coordinates are EPSG:4490 degrees already
    bool swapAxes = false;   ///< first and second ordinate change places before anything else
    std::vector<Finding> findings;
};

/// Three or seven parameters of a local datum against WGS 84: dx,dy,dz in metres, rotations in arc seconds (position
/// vector), scale in parts per million. They hold for the county they were measured in.
struct DatumShift {
    std::array<double, 7> parameters{};
    /// "dx,dy,dz" or "dx,dy,dz,rx,ry,rz,s". Throws Error{Fault::usage} for anything else.
    [[nodiscard]] static DatumShift parse(const std::string& text);
};

/// From the source, else from `asked` (which overrules the source), else from the coordinates:
/// degrees are EPSG:4490; eastings with a zone in front are CGCS2000 Gauss-Krueger zones (3 degrees:
/// 25 … 45, 6 degrees: 13 … 23). Refused: metres called degrees, six-digit eastings without a zone,
/// local systems. An unknown `asked` throws Error{Fault::usage}.
[[nodiscard]] base::Result<CrsChoice, Refusal> chooseCrs(const SourceCrs& source, const RawExtent& extent,
                                                         const std::string& asked);

}  // namespace xiangtu::exchange
