// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geodesy/projector.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiangtu::exchange {

/// One parcel of a 国土TXT: the words of its line and its rings. Ring 1 of the file is the outer one; the first point
/// is not repeated. x is the easting (the file's Y), y the northing (the file's X).
struct LandParcel {
    double areaHa = 0;  ///< as the file says; 0 = nothing
    std::string number, name, kind, sheet, use, landClass;
    std::vector<std::string> more;  ///< what stands behind these in forms with more fields
    std::vector<std::vector<geodesy::Ordinates>> rings;
    std::size_t line = 0;  ///< of the file, from 1
};

/// Boundary points of parcels as land bureaus exchange them (界址点 TXT): [属性描述] with key=value lines, then
/// [地块坐标] with, per parcel, a line "点数,面积,编号,名称,图形属性,图幅,用途,地类,@" of 9 fields (12 in some
/// provinces, or no such line) and a line "点号,圈号,X,Y" per point.
struct LandText {
    std::vector<std::pair<std::string, std::string>> header;  ///< in the order of the file
    std::vector<LandParcel> parcels;

    /// "" when there is no such line.
    [[nodiscard]] std::string headerValue(std::string_view key) const;
    /// The EPSG code of system (CGCS2000, Xi'an 80, Beijing 54), zone width and zone of the header, with prefix where
    /// the eastings carry it; 0 when it does not say enough.
    [[nodiscard]] int epsg() const;
};

/// Reads UTF-8 text (a byte order mark may stand before it). Throws Error{Fault::format} naming `origin` and the line.
[[nodiscard]] LandText parseLandText(std::string_view utf8, std::string_view origin);
/// Whether the first bytes of a file look like one, in whatever encoding.
[[nodiscard]] bool looksLikeLandText(std::string_view bytes);

}  // namespace xiangtu::exchange
