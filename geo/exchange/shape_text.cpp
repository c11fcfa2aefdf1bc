// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/shape_text.h"

#include "exchange/row_writer.h"

#include <algorithm>

namespace xiangtu::exchange {

namespace {

/// How a format writes lists of positions.
struct Form {
    const char* between;  ///< the two ordinates
    const char* next;     ///< positions
    const char* open;     ///< one position
    const char* close;
};
constexpr Form kWkt{" ", ", ", "", ""};
constexpr Form kJson{",", ",", "[", "]"};
constexpr Form kKml{",", " ", "", ""};

void position(std::string& to, geodesy::Ordinates p, const Form& form, int decimals) {
    to += form.open;
    appendFixed(to, p.x, decimals);
    to += form.between;
    appendFixed(to, p.y, decimals);
    to += form.close;
}

void positions(std::string& to, const FlatShape& shape, std::size_t part, const Form& form, int decimals) {
    const std::size_t begin = shape.starts[part], end = shape.partEnd(part);
    for (std::size_t i = begin; i < end; ++i) {
        if (i != begin) to += form.next;
        position(to, shape.points[i], form, decimals);
    }
    if (shape.kind == GeometryKind::polygon && end > begin) {
        to += form.next;
        position(to, shape.points[begin], form, decimals);
    }
}

/// "(…), (…)" of the parts [from, to).
void parts(std::string& text, const FlatShape& shape, std::size_t from, std::size_t to, const Form& form, int decimals,
           char open, char close) {
    for (std::size_t p = from; p < to; ++p) {
        if (p != from) text += form.next;
        text += open;
        positions(text, shape, p, form, decimals);
        text += close;
    }
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> polygonsOf(const FlatShape& shape) {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t p = 0; p < shape.starts.size(); ++p) {
        if (out.empty() || twiceArea(shape, p) > 0)
            out.emplace_back(p, p + 1);
        else
            out.back().second = p + 1;
    }
    return out;
}

void appendWkt(std::string& to, const FlatShape& shape, int decimals) {
    switch (shape.kind) {
    case GeometryKind::none: return;
    case GeometryKind::point:
        to += "POINT (";
        position(to, shape.points[0], kWkt, decimals);
        to += ')';
        return;
    case GeometryKind::line: {
        const bool many = shape.starts.size() > 1;
        to += many ? "MULTILINESTRING (" : "LINESTRING ";
        parts(to, shape, 0, shape.starts.size(), kWkt, decimals, '(', ')');
        if (many) to += ')';
        return;
    }
    case GeometryKind::polygon: {
        const auto polygons = polygonsOf(shape);
        const bool many = polygons.size() > 1;
        to += many ? "MULTIPOLYGON (" : "POLYGON ";
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (i != 0) to += ", ";
            to += '(';
            parts(to, shape, polygons[i].first, polygons[i].second, kWkt, decimals, '(', ')');
            to += ')';
        }
        if (many) to += ')';
    }
    }
}

void appendGeoJson(std::string& to, const FlatShape& shape, int decimals) {
    switch (shape.kind) {
    case GeometryKind::none: to += "null"; return;
    case GeometryKind::point:
        to += R"({"type":"Point","coordinates":)";
        position(to, shape.points[0], kJson, decimals);
        break;
    case GeometryKind::line: {
        const bool many = shape.starts.size() > 1;
        to += many ? R"({"type":"MultiLineString","coordinates":[)" : R"({"type":"LineString","coordinates":)";
        parts(to, shape, 0, shape.starts.size(), kJson, decimals, '[', ']');
        if (many) to += ']';
        break;
    }
    case GeometryKind::polygon: {
        const auto polygons = polygonsOf(shape);
        const bool many = polygons.size() > 1;
        to += many ? R"({"type":"MultiPolygon","coordinates":[)" : R"({"type":"Polygon","coordinates":)";
        for (std::size_t i = 0; i < polygons.size(); ++i) {
            if (i != 0) to += ',';
            to += '[';
            parts(to, shape, polygons[i].first, polygons[i].second, kJson, decimals, '[', ']');
            to += ']';
        }
        if (many) to += ']';
    }
    }
    to += '}';
}

void appendKml(std::string& to, const FlatShape& shape, int decimals) {
    const auto ring = [&](std::size_t part, const char* name) {
        to.append("<").append(name).append("><LinearRing><coordinates>");
        positions(to, shape, part, kKml, decimals);
        to.append("</coordinates></LinearRing></").append(name).append(">");
    };
    switch (shape.kind) {
    case GeometryKind::none: return;
    case GeometryKind::point:
        to += "<Point><coordinates>";
        position(to, shape.points[0], kKml, decimals);
        to += "</coordinates></Point>";
        return;
    case GeometryKind::line:
        to += "<MultiGeometry>";
        for (std::size_t p = 0; p < shape.starts.size(); ++p) {
            to += "<LineString><coordinates>";
            positions(to, shape, p, kKml, decimals);
            to += "</coordinates></LineString>";
        }
        to += "</MultiGeometry>";
        return;
    case GeometryKind::polygon:
        to += "<MultiGeometry>";
        for (const auto& [first, end] : polygonsOf(shape)) {
            to += "<Polygon>";
            ring(first, "outerBoundaryIs");
            for (std::size_t p = first + 1; p < end; ++p) ring(p, "innerBoundaryIs");
            to += "</Polygon>";
        }
        to += "</MultiGeometry>";
    }
}

std::optional<geodesy::Ordinates> labelPoint(const FlatShape& shape) {
    if (shape.points.empty()) return std::nullopt;
    if (shape.kind != GeometryKind::polygon)
        return shape.points[shape.kind == GeometryKind::line ? shape.points.size() / 2 : 0];
    const auto [low, high] = std::ranges::minmax(shape.points, {}, &geodesy::Ordinates::y);
    const double y = (low.y + high.y) / 2;
    std::vector<double> crossings;
    for (std::size_t part = 0; part < shape.starts.size(); ++part) {
        const std::size_t begin = shape.starts[part], end = shape.partEnd(part);
        for (std::size_t i = begin; i < end; ++i) {
            const auto &a = shape.points[i], &b = shape.points[i + 1 < end ? i + 1 : begin];
            if ((a.y <= y) != (b.y <= y)) crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
        }
    }
    std::ranges::sort(crossings);
    geodesy::Ordinates best = shape.points[0];
    double widest = -1;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        if (const double width = crossings[i + 1] - crossings[i]; width > widest) {
            widest = width;
            best = {(crossings[i] + crossings[i + 1]) / 2, y};
        }
    }
    return best;
}

}  // namespace xiangtu::exchange
