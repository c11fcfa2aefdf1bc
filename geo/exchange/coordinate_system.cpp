// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/coordinate_system.h"

#include "base/error.h"
#include "exchange/gdal_library.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace xiangtu::exchange {

namespace {

constexpr double kChinaWest = 73, kChinaEast = 136, kChinaSouth = 3, kChinaNorth = 54;

std::string number(double v) {
    char text[40];
    std::snprintf(text, sizeof text, std::abs(v) < 1000 ? "%.4f" : "%.0f", v);
    return text;
}
std::string shown(const RawExtent& e) {
    return number(e.minX) + " … " + number(e.maxX) + " by " + number(e.minY) + " … " + number(e.maxY);
}
RawExtent swapped(const RawExtent& e) { return {e.minY, e.minX, e.maxY, e.maxX, e.any}; }

bool fitsDegrees(const RawExtent& e) {
    return e.minX >= -180.5 && e.maxX <= 180.5 && e.minY >= -90.5 && e.maxY <= 90.5;
}
bool inChina(const RawExtent& e) {
    return e.minX >= kChinaWest && e.maxX <= kChinaEast && e.minY >= kChinaSouth && e.maxY <= kChinaNorth;
}

struct Zone {
    int epsg = 0;
    std::string label;
};
/// The CGCS2000 zone whose prefix all eastings carry.
std::optional<Zone> zoneOf(double minEasting, double maxEasting) {
    const int prefix = int(std::floor(minEasting / 1e6));
    if (prefix != int(std::floor(maxEasting / 1e6))) return std::nullopt;
    if (prefix >= 25 && prefix <= 45) {
        return Zone{4513 + prefix - 25,
                    "EPSG:" + std::to_string(4513 + prefix - 25) + " CGCS2000 3-degree zone " + std::to_string(prefix)};
    }
    if (prefix >= 13 && prefix <= 23) {
        return Zone{4491 + prefix - 13,
                    "EPSG:" + std::to_string(4491 + prefix - 13) + " CGCS2000 6-degree zone " + std::to_string(prefix)};
    }
    return std::nullopt;
}
bool plausibleNorthing(double min, double max) { return min >= 3e5 && max <= 6.1e6; }

struct ZoneGuess {
    Zone zone;
    bool swapAxes = false;
};
std::optional<ZoneGuess> guessZone(const RawExtent& e) {
    if (plausibleNorthing(e.minY, e.maxY)) {
        if (auto zone = zoneOf(e.minX, e.maxX)) return ZoneGuess{*zone, false};
    }
    if (plausibleNorthing(e.minX, e.maxX)) {
        if (auto zone = zoneOf(e.minY, e.maxY)) return ZoneGuess{*zone, true};
    }
    return std::nullopt;
}

/// A Chinese X is a northing. Eastings of a zone lie round 500 km, with or without the zone's number in front;
/// no place in China is so near the equator.
bool northingFirst(const RawExtent& e) {
    const double easting = std::fmod(e.minY, 1e6), last = std::fmod(e.maxY, 1e6);
    return e.minX >= 1.5e6 && e.maxX <= 6.1e6 && easting >= 1e5 && last <= 9.2e5 && (e.maxY < 1e6 || e.minY >= 1.3e7);
}

Finding told(Rule rule, std::string message) {
    Finding f;
    f.rule = rule;
    f.severity = Severity::warning;
    f.message = std::move(message);
    return f;
}

/// Degrees: settles the axis order, and says so when the layer lies outside China.
base::Result<CrsChoice, Refusal> settleDegrees(CrsChoice choice, const RawExtent& extent) {
    if (!extent.any) return choice;
    if (!fitsDegrees(extent) || !inChina(extent)) {
        // Latitude first: certain when the second ordinate cannot be a latitude, and when only the
        // exchanged order puts the whole layer into China.
        const RawExtent turned = swapped(extent);
        if (fitsDegrees(turned) && (!fitsDegrees(extent) || inChina(turned))) {
            choice.swapAxes = true;
            choice.findings.push_back(told(
                Rule::axesSwapped, "coordinates come latitude first (" + shown(extent) + "); they were exchanged"));
            return choice;
        }
    }
    if (!fitsDegrees(extent)) {
        std::string hint = "give the projected system with --crs";
        if (const auto zone = guessZone(extent))
            hint = "they look like " + zone->zone.label + "; if so give --crs EPSG:" + std::to_string(zone->zone.epsg);
        return Refusal{"the coordinates are called degrees (" + choice.label + ") but reach " + shown(extent) +
                       ", which are metres: " + hint};
    }
    if (!inChina(extent)) {
        Finding f = told(Rule::farAway, "the layer lies outside China: " + shown(extent) +
                                            "; check the coordinate system if that is not meant");
        f.place = geom::GeoPoint{(extent.minX + extent.maxX) / 2, (extent.minY + extent.maxY) / 2};
        choice.findings.push_back(f);
    }
    return choice;
}

bool sameAsCgcs2000(const OGRSpatialReference& crs) {
    if (!crs.IsGeographic()) return false;
    const char* authority = crs.GetAuthorityName(nullptr);
    const char* code = crs.GetAuthorityCode(nullptr);
    if (authority && code && EQUAL(authority, "EPSG")) {
        const std::string text = code;
        if (text == "4490" || text == "4326" || text == "4480" || text == "4979") return true;
    }
    const char* datum = crs.GetAttrValue("DATUM");
    if (!datum) return false;
    std::string name = datum;
    std::ranges::replace(name, '_', ' ');
    const bool known = name == "China 2000" || name == "D China 2000" || name == "WGS 1984" || name == "D WGS 1984" ||
                       name == "World Geodetic System 1984" || name == "World Geodetic System 1984 ensemble";
    return known && std::abs(crs.GetAngularUnits() - 0.017453292519943295) < 1e-12 && crs.GetPrimeMeridian() == 0.0;
}

base::Result<CrsChoice, Refusal> fromDefinition(const std::string& definition, const std::string& label,
                                                const std::string& basis, const RawExtent& extent) {
    OGRSpatialReference crs;
    if (crs.SetFromUserInput(definition.c_str()) != OGRERR_NONE) {
        throw base::Error(base::Fault::usage, "--crs " + definition + ": this coordinate system is not known");
    }
    CrsChoice choice{label, basis, definition, false, {}};
    if (!crs.IsGeographic()) {
        const bool degreesInstead = extent.any && fitsDegrees(extent) && (extent.maxX - extent.minX) < 180;
        if (crs.IsProjected() && degreesInstead && inChina(extent)) {
            return Refusal{"the coordinates are called metres (" + label + ") but " + shown(extent) + " are degrees"};
        }
        if (crs.IsProjected() && extent.any && northingFirst(extent)) {
            choice.swapAxes = true;
            choice.findings.push_back(told(
                Rule::axesSwapped, "coordinates come northing first (" + shown(extent) + "); they were exchanged"));
        }
        return choice;
    }
    if (sameAsCgcs2000(crs)) choice.definition.clear();
    return settleDegrees(std::move(choice), extent);
}

}  // namespace

DatumShift DatumShift::parse(const std::string& text) {
    DatumShift shift;
    std::size_t count = 0;
    const char *at = text.data(), *end = at + text.size();
    bool good = !text.empty();
    while (good && at < end) {
        double value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        good = error == std::errc() && std::isfinite(value) && count < shift.parameters.size() &&
               (next == end || (*next == ',' && next + 1 < end));
        if (!good) break;
        shift.parameters[count++] = value;
        at = next == end ? end : next + 1;
    }
    if (!good || (count != 3 && count != 7)) {
        throw base::Error(base::Fault::usage, "--datum \"" + text +
                                                  "\": give dx,dy,dz in metres, or these and rx,ry,rz " +
                                                  "in arc seconds and the scale in ppm");
    }
    return shift;
}

void RawExtent::extend(double x, double y) noexcept {
    if (!std::isfinite(x) || !std::isfinite(y)) return;
    if (!any) {
        *this = {x, y, x, y, true};
        return;
    }
    minX = std::min(minX, x);
    maxX = std::max(maxX, x);
    minY = std::min(minY, y);
    maxY = std::max(maxY, y);
}

base::Result<CrsChoice, Refusal> chooseCrs(const SourceCrs& source, const RawExtent& extent, const std::string& asked) {
    startGdal();
    const GdalMessages quiet;
    if (!asked.empty()) {
        const bool bare = std::ranges::all_of(asked, [](unsigned char c) { return std::isdigit(c); });
        const std::string definition = bare ? "EPSG:" + asked : asked;
        return fromDefinition(
            definition, definition,
            source.wkt.empty() ? "as asked for" : "as asked for, against " + source.label + " of the source", extent);
    }
    if (source.local) {
        return Refusal{"the source has a local coordinate system (" + source.label +
                       ") without a place on earth: give --crs"};
    }
    if (!source.wkt.empty()) return fromDefinition(source.wkt, source.label, "as the source says", extent);
    if (!extent.any) return CrsChoice{"EPSG:4490", "nothing to decide: no coordinates", "", false, {}};

    if (fitsDegrees(extent) || fitsDegrees(swapped(extent))) {
        CrsChoice choice{"EPSG:4490", "the source says nothing; coordinates within degrees", "", false, {}};
        choice.findings.push_back(told(Rule::crsAssumed, "no coordinate system is given; the coordinates (" +
                                                             shown(extent) +
                                                             ") were taken as CGCS2000 degrees, EPSG:4490"));
        return settleDegrees(std::move(choice), extent);
    }
    if (const auto guess = guessZone(extent)) {
        CrsChoice choice{guess->zone.label,
                         "the source says nothing; the eastings carry the zone in front",
                         "EPSG:" + std::to_string(guess->zone.epsg),
                         guess->swapAxes,
                         {}};
        choice.findings.push_back(
            told(Rule::crsAssumed,
                 "no coordinate system is given; by the zone number in front of the eastings it was taken as " +
                     choice.label));
        if (guess->swapAxes) {
            choice.findings.push_back(told(Rule::axesSwapped, "coordinates come northing first; they were exchanged"));
        }
        return choice;
    }
    return Refusal{
        "no coordinate system is given and the coordinates (" + shown(extent) +
        ") do not tell: metres without a zone number can lie in any zone. Give --crs, for CGCS2000 3-degree zones "
        "without prefix EPSG:4534 (zone 25, 75°E) … EPSG:4554 (zone 45, 135°E)"};
}

}  // namespace xiangtu::exchange
