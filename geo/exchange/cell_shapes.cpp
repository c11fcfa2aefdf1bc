// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cell_shapes.h"

#include "base/error.h"
#include "exchange/encoding.h"
#include "exchange/text.h"
#include "geom/wkt.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>
#include <utility>

namespace xiangtu::exchange {

namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 8> kTextNames{"wkt",   "geom",     "geometry", "the_geom",
                                                     "shape", "geom_wkt", "坐标串",   "图形"};
// First and second ordinate. A Chinese X points north; that is told from the figures, not from the name.
struct Pair {
    std::array<std::string_view, 8> first, second;
};
constexpr std::array<Pair, 2> kPairs{
    Pair{{"lon", "lng", "longitude", "经度", "long", "jd", "经度坐标", "lon_wgs84"},
         {"lat", "lat", "latitude", "纬度", "lat", "wd", "纬度坐标", "lat_wgs84"}},
    Pair{{"x", "x坐标", "横坐标", "东坐标", "coord_x", "point_x", "x_coord", "easting"},
         {"y", "y坐标", "纵坐标", "北坐标", "coord_y", "point_y", "y_coord", "northing"}}};

/// A field name as it is compared: without blanks, in small letters, whatever its encoding.
std::string plainName(const std::string& bytes) {
    std::string name = bytes;
    if (!scanUtf8(bytes).good) {
        if (auto text = Decoder("GB18030").strict(bytes)) name = std::move(*text);
    }
    name = trimmed(narrowed(name));
    for (char& c : name) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return name;
}

std::optional<std::size_t> columnOf(const std::vector<std::string>& names, std::string_view wanted) {
    const auto at = std::ranges::find(names, wanted);
    return at == names.end() ? std::nullopt : std::optional(std::size_t(at - names.begin()));
}

struct Columns {
    std::optional<std::size_t> text;
    std::optional<std::pair<std::size_t, std::size_t>> ordinates;
};
Columns columnsOf(const RawLayer& raw) {
    std::vector<std::string> names;
    for (const RawField& field : raw.fields) names.push_back(plainName(field.name));
    Columns columns;
    for (const std::string_view name : kTextNames) {
        if (!columns.text) columns.text = columnOf(names, name);
    }
    for (const Pair& pair : kPairs) {
        for (std::size_t i = 0; i < pair.first.size() && !columns.ordinates; ++i) {
            const auto first = columnOf(names, pair.first[i]), second = columnOf(names, pair.second[i]);
            if (first && second) columns.ordinates = {*first, *second};
        }
    }
    return columns;
}

RawShape shapeFromText(std::string_view text) {
    RawShape shape;
    if (trimmed(text).empty()) return shape;
    shape.fromCells = true;
    try {
        geom::GeoShape read = geom::shapeFromWkt(text);
        if (auto* point = std::get_if<geom::GeoPoint>(&read)) {
            shape.kind = ShapeKind::point;
            shape.point = *point;
        } else if (auto* lines = std::get_if<geom::GeoMultiLine>(&read)) {
            shape.kind = ShapeKind::line;
            shape.lines = std::move(*lines);
        } else if (auto* areas = std::get_if<geom::GeoMultiPolygon>(&read)) {
            shape.kind = ShapeKind::polygon;
            shape.polygons = std::move(*areas);
        }
    } catch (const base::Error&) { shape.kind = ShapeKind::unreadable; }
    return shape;
}

RawShape pointFromTexts(std::string_view first, std::string_view second) {
    RawShape shape;
    const bool blank = trimmed(first).empty() && trimmed(second).empty();
    if (blank) return shape;
    const auto x = coordinateIn(first), y = coordinateIn(second);
    shape.fromCells = true;
    shape.kind = x && y ? ShapeKind::point : ShapeKind::unreadable;
    if (x && y) shape.point = geom::GeoPoint{*x, *y};
    return shape;
}

void extend(RawExtent& extent, const RawShape& shape) {
    for (const auto& part : shape.polygons) {
        for (const auto& p : part.outer) extent.extend(p.lon, p.lat);
    }
    for (const auto& line : shape.lines) {
        for (const auto& p : line) extent.extend(p.lon, p.lat);
    }
    if (shape.point) extent.extend(shape.point->lon, shape.point->lat);
}

std::optional<double> numberAt(std::string_view& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
    text.remove_prefix(std::size_t(end - text.data()));
    return value;
}

bool skip(std::string_view& text, std::span<const std::string_view> marks) {
    for (const std::string_view mark : marks) {
        if (!text.starts_with(mark)) continue;
        text.remove_prefix(mark.size());
        return true;
    }
    return false;
}

}  // namespace

std::optional<double> coordinateIn(std::string_view cell) {
    static constexpr std::array<std::string_view, 2> kDegrees{"°", "度"};
    static constexpr std::array<std::string_view, 3> kMinutes{"′", "'", "分"};
    static constexpr std::array<std::string_view, 5> kSeconds{"″", "\"", "''", "秒", "”"};
    const std::string narrow = trimmed(narrowed(cell));
    std::string_view text = narrow;
    bool turned = false;
    if (!text.empty() && std::string_view("EeNnWwSs").find(text.back()) != std::string_view::npos) {
        turned = std::string_view("WwSs").find(text.back()) != std::string_view::npos;
        text.remove_suffix(1);
    }
    const auto whole = numberAt(text);
    if (!whole) return std::nullopt;
    double value = *whole;
    if (skip(text, kDegrees)) {
        double scale = std::signbit(*whole) ? -60 : 60;
        for (const auto marks :
             {std::span<const std::string_view>(kMinutes), std::span<const std::string_view>(kSeconds)}) {
            if (text.empty()) break;
            const auto part = numberAt(text);
            if (!part || *part < 0 || *part >= 60 || !skip(text, marks)) return std::nullopt;
            value += *part / scale;
            scale *= 60;
        }
    }
    if (!text.empty()) return std::nullopt;
    return turned ? -value : value;
}

void takeShapesFromCells(RawLayer& raw) {
    const auto bare = [](const RawShape& shape) { return shape.kind == ShapeKind::none; };
    if (!std::ranges::all_of(raw.shapes, bare)) return;
    const Columns columns = columnsOf(raw);
    if (!columns.text && !columns.ordinates) return;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        RawShape& shape = raw.shapes[i];
        if (columns.text) shape = shapeFromText(raw.cells.bytes(i, *columns.text));
        if (shape.kind == ShapeKind::none && columns.ordinates) {
            const auto [first, second] = *columns.ordinates;
            shape = pointFromTexts(raw.cells.bytes(i, first), raw.cells.bytes(i, second));
        }
        extend(raw.extent, shape);
    }
}

}  // namespace xiangtu::exchange
