// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::exchange {

/// Everything an import can have to say about its source. Closed: the report, the tests and the
/// client name each one.
enum class Rule : std::uint8_t {
    // Geometry of one record
    noGeometry,          ///< the record has no geometry
    unreadableGeometry,  ///< the reader could not make a geometry of what is there
    notPolygon,          ///< points or lines where an area is needed
    invalidRing,         ///< rings cross or touch themselves or each other
    tinyPart,            ///< a part too small to be meant
    // The record itself
    foreignRecord,  ///< belongs to another level or layer
    recordsLost,    ///< the source announces records it does not deliver
    // Codes
    noCode,
    badCode,  ///< not digits, too long, or digits lost by the program that wrote it
    duplicateCode,
    codeShortened,  ///< trailing zeros of a larger code form taken off
    unusualCodeLength,
    codePrefixMismatch,  ///< the code points to one parent, the place to another
    alreadyInFile,       ///< a unit of this level has that code in the file already
    // Texts and figures
    noName,
    textRepaired,  ///< misread or cut characters that could be put right
    textInvalid,   ///< bytes that are no text in the chosen encoding
    badHouseholds,
    // Records of a register, organisations
    badValue,      ///< not of the field's type or range, or names what is not there
    missingValue,  ///< the register asks for it
    wrongShape,    ///< a point where a line is kept, and the like
    unknownUnit,   ///< no unit of that code or name, or none round the place
    // Parents
    noParent,
    parentSkipped,  ///< nothing of the next level holds it, a larger unit does
    outsideParent,  ///< reaches over the border of its parent
    // Coverage of the level
    overlap,
    gap,
    // The layer as a whole
    encodingAssumed,
    crsAssumed,
    crsInexact,
    axesSwapped,
    farAway,  ///< lies outside China
};
inline constexpr std::size_t kRuleCount = std::size_t(Rule::farAway) + 1;

/// "no_geometry", "duplicate_code", …: report and tests.
[[nodiscard]] std::string_view ruleName(Rule rule) noexcept;
[[nodiscard]] std::optional<Rule> parseRule(std::string_view name) noexcept;

/// note: worth knowing; warning: look at it; error: something of the source is not in the file.
enum class Severity : std::uint8_t { note, warning, error };
[[nodiscard]] std::string_view severityName(Severity severity) noexcept;

/// What became of the record (or place).
enum class Outcome : std::uint8_t { kept, mended, rejected };
[[nodiscard]] std::string_view outcomeName(Outcome outcome) noexcept;

/// One line of the report.
struct Finding {
    Rule rule = Rule::noGeometry;
    Severity severity = Severity::warning;
    Outcome outcome = Outcome::kept;
    std::int64_t record = -1;  ///< position in the source, counted from 0 as in GDAL and QGIS; -1 = the layer
    std::int64_t count = 1;    ///< records (or places) this line speaks for
    std::string field;         ///< field of the source concerned; may be empty
    std::string message;       ///< English, complete in itself
    std::string code;          ///< code the unit has in the file; empty = none or not taken
    std::optional<geom::GeoPoint> place;  ///< EPSG:4490
    std::optional<double> areaM2;         ///< ellipsoidal
    std::vector<std::string> units;       ///< codes of the units concerned (coverage)
};

}  // namespace xiangtu::exchange
