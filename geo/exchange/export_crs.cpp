// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_crs.h"

#include "base/error.h"
#include "exchange/gdal_library.h"
#include "geodesy/projector.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace xiangtu::exchange {

namespace {

/// Zones of China: 3 degrees 25 … 45 (middle 3z), 6 degrees 13 … 23 (middle 6z - 3).
struct Zones {
    int degrees, first, last, epsgPrefix, epsgPlain;
    [[nodiscard]] double middle(int zone) const { return degrees == 3 ? 3.0 * zone : 6.0 * zone - 3; }
    [[nodiscard]] int of(double lon) const {
        const int zone = degrees == 3 ? int(std::floor(lon / 3 + 0.5)) : int(std::floor(lon / 6)) + 1;
        return std::clamp(zone, first, last);
    }
};
constexpr Zones kThree{3, 25, 45, 4513, 4534};
constexpr Zones kSix{6, 13, 23, 4491, 4502};

ExportCrs zoned(const Zones& zones, int zone, bool prefix) {
    ExportCrs out;
    out.epsg = (prefix ? zones.epsgPrefix : zones.epsgPlain) + zone - zones.first;
    out.geographic = false;
    out.zone = zone;
    out.zoneDegrees = zones.degrees;
    out.prefix = prefix;
    return out;
}

/// A system by its number; nothing for one that is not offered.
std::optional<ExportCrs> byNumber(int epsg) {
    if (!geodesy::Projector::known(epsg)) return std::nullopt;
    for (const Zones& zones : {kThree, kSix}) {
        const int count = zones.last - zones.first + 1;
        for (const bool prefix : {true, false}) {
            const int first = prefix ? zones.epsgPrefix : zones.epsgPlain;
            if (epsg >= first && epsg < first + count) return zoned(zones, zones.first + epsg - first, prefix);
        }
    }
    ExportCrs out;
    out.epsg = epsg;
    return out;
}

std::optional<int> number(std::string_view text) {
    int n = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return n;
}

/// "zone3", "zone6-prefix:19".
std::optional<ExportCrs> byZone(std::string_view asked, double middle) {
    const auto colon = asked.find(':');
    const std::string_view kind = asked.substr(0, colon);
    const bool prefix = kind.ends_with("-prefix");
    const std::string_view name = prefix ? kind.substr(0, kind.size() - 7) : kind;
    if (name != "zone3" && name != "zone6") return std::nullopt;
    const Zones& zones = name == "zone3" ? kThree : kSix;
    if (colon == std::string_view::npos) return zoned(zones, zones.of(middle), prefix);
    const auto zone = number(asked.substr(colon + 1));
    if (!zone || *zone < zones.first || *zone > zones.last) return std::nullopt;
    return zoned(zones, *zone, prefix);
}

void noteReach(ExportCrs& crs, double west, double east) {
    if (crs.geographic || west > east) return;
    const Zones& zones = crs.zoneDegrees == 3 ? kThree : kSix;
    const double middle = zones.middle(crs.zone), half = zones.degrees / 2.0;
    const double reach = std::max(std::abs(west - middle), std::abs(east - middle));
    if (reach <= half + 0.1) return;
    char text[200];
    std::snprintf(
        text, sizeof text,
        "the data (%.4f° to %.4f° east) reach %.2f° from the central meridian %.0f° of zone %d, which is meant "
        "for %.1f°: lengths and areas are stretched there",
        west, east, reach, middle, crs.zone, half);
    crs.notes.emplace_back(text);
}

std::string nameOf(int epsg) {
    startGdal();
    OGRSpatialReference crs;
    if (crs.importFromEPSG(epsg) != OGRERR_NONE) {
        throw base::Error(base::Fault::crs, "EPSG:" + std::to_string(epsg) + " is not known to PROJ");
    }
    return crs.GetName() ? crs.GetName() : "";
}

}  // namespace

base::Result<ExportCrs, Refusal> chooseExportCrs(const std::string& asked, ExportFormat format, double west,
                                                 double east) {
    const double middle = west <= east ? (west + east) / 2 : 105;
    const bool degreesOnly = format == ExportFormat::geoJson || format == ExportFormat::kml;
    std::string_view text = asked;
    if (text.empty()) text = format == ExportFormat::landText ? "zone3-prefix" : "geographic";
    if (text.starts_with("EPSG:") || text.starts_with("epsg:")) text.remove_prefix(5);
    std::optional<ExportCrs> crs;
    if (text == "geographic")
        crs = byNumber(4490);
    else if (text == "wgs84")
        crs = byNumber(4326);
    else if (const auto epsg = number(text))
        crs = byNumber(*epsg);
    else
        crs = byZone(text, middle);
    if (!crs) {
        return Refusal{"the coordinate system \"" + asked +
                       "\" is not one to export in: geographic, wgs84, zone3, zone3-prefix, zone6, zone6-prefix (a "
                       "certain one: zone3:37), or EPSG:4490, 4326, 4491 … 4554"};
    }
    if (degreesOnly && !crs->geographic) {
        return Refusal{std::string(formatName(format)) + " holds degrees only; EPSG:" + std::to_string(crs->epsg) +
                       " needs " + (format == ExportFormat::geoJson ? "geojson-crs" : "another format")};
    }
    if (format == ExportFormat::landText && crs->geographic) {
        return Refusal{"gtxt holds metres of a Gauss-Krueger zone; give zone3, zone3-prefix, zone6 or zone6-prefix"};
    }
    // RFC 7946 and KML say WGS 84; CGCS2000 differs from it by less than a grid measures.
    if (degreesOnly && asked.empty()) crs = byNumber(4326);
    crs->label = "EPSG:" + std::to_string(crs->epsg) + " " + nameOf(crs->epsg);
    noteReach(*crs, west, east);
    return std::move(*crs);
}

std::string esriText(const ExportCrs& crs) {
    startGdal();
    OGRSpatialReference system;
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT1_ESRI", nullptr};
    if (system.importFromEPSG(crs.epsg) != OGRERR_NONE || system.exportToWkt(&text, options) != OGRERR_NONE) {
        CPLFree(text);
        throw base::Error(base::Fault::crs, crs.label + ": cannot be written as ESRI text");
    }
    std::string out(text);
    CPLFree(text);
    return out;
}

}  // namespace xiangtu::exchange
