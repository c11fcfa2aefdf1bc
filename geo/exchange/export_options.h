// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::exchange {

enum class ExportFormat : std::uint8_t {
    shapefile,
    geoPackage,
    fileGdb,
    geoJson,     ///< RFC 7946: degrees, no member crs
    geoJsonCrs,  ///< with the system named and coordinates in it
    kml,
    dxf,
    flatGeobuf,
    csv,
    xlsx,
    landText,  ///< 国土TXT: boundary points of parcels
    mapInfoTab,
    mapInfoMif,
};
inline constexpr std::array<std::string_view, 13> kExportFormats{
    "shp", "gpkg", "gdb", "geojson", "geojson-crs", "kml", "dxf", "fgb", "csv", "xlsx", "gtxt", "mapinfo", "mif"};
[[nodiscard]] constexpr std::string_view formatName(ExportFormat format) noexcept {
    return kExportFormats[std::size_t(format)];
}
/// How files of the format end, with the dot.
[[nodiscard]] std::string_view formatEnding(ExportFormat format) noexcept;

/// Character sets files of planning bureaus are in.
enum class TextEncoding : std::uint8_t { utf8, gbk, gb18030 };
inline constexpr std::array<std::string_view, 3> kTextEncodings{"UTF-8", "GBK", "GB18030"};
[[nodiscard]] constexpr std::string_view encodingName(TextEncoding encoding) noexcept {
    return kTextEncodings[std::size_t(encoding)];
}

/// Where field names come from: the key of a column, the initials of its Chinese title in pinyin (行政区代码 → XZQDM),
/// or the Chinese title itself, where the format can hold it.
enum class FieldNaming : std::uint8_t { key, pinyin, title };
inline constexpr std::array<std::string_view, 3> kFieldNamings{"key", "pinyin", "title"};

/// What the county's own forms of 国土TXT differ in.
struct LandTextOptions {
    int fields = 9;  ///< of a parcel's line: 9 or 12
};

/// How rows become files.
struct ExportOptions {
    ExportFormat format = ExportFormat::shapefile;
    TextEncoding encoding = TextEncoding::utf8;  ///< shapefile, csv, MapInfo, 国土TXT
    /// "" = what fits the format; else see chooseExportCrs().
    std::string crs;
    FieldNaming naming = FieldNaming::key;
    enum class Split : std::uint8_t { none, township } split = Split::none;
    enum class Losses : std::uint8_t { listed, refused } losses = Losses::listed;
    enum class Sheets : std::uint8_t { written, none } sheets = Sheets::written;  ///< metadata and aliases beside it
    enum class Existing : std::uint8_t { refused, replaced } existing = Existing::refused;
    LandTextOptions landText;
};

/// For the metadata sheet: what the files are of.
struct ExportFacts {
    std::string source;   ///< name of the county file and its title
    std::string day;      ///< ISO day the data are of
    std::string made;     ///< ISO instant
    std::string filter;   ///< what was asked for, in words or as a condition; may be empty
    std::string profile;  ///< "internal", "public"
    bool demo = false;
    std::vector<std::string> leftOut{};  ///< what the files do not show, and why
};

/// Ready-made styles for programs that look for them in a GeoPackage.
struct ExportStyle {
    std::string name, qml, sld;
};

}  // namespace xiangtu::exchange
