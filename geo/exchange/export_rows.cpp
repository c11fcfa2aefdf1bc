// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_rows.h"

#include <algorithm>

namespace xiangtu::exchange {

std::string_view columnTypeName(ColumnType type) noexcept {
    switch (type) {
    case ColumnType::text: return "text";
    case ColumnType::code: return "code";
    case ColumnType::integer: return "integer";
    case ColumnType::real: return "real";
    case ColumnType::date: return "date";
    case ColumnType::instant: return "date-time";
    case ColumnType::yesNo: return "yes/no";
    }
    return {};
}

std::string_view geometryKindName(GeometryKind kind) noexcept {
    switch (kind) {
    case GeometryKind::none: return "none";
    case GeometryKind::point: return "point";
    case GeometryKind::line: return "line";
    case GeometryKind::polygon: return "polygon";
    }
    return {};
}

void RowSource::Bounds::extend(geodesy::Ordinates p) noexcept {
    const bool none = west > east;
    west = none ? p.x : std::min(west, p.x);
    east = none ? p.x : std::max(east, p.x);
    south = none ? p.y : std::min(south, p.y);
    north = none ? p.y : std::max(north, p.y);
}

void RowSource::Bounds::extend(const Bounds& b) noexcept {
    if (b.west > b.east) return;
    extend(geodesy::Ordinates{b.west, b.south});
    extend(geodesy::Ordinates{b.east, b.north});
}

RowSource::Bounds RowSource::bounds(std::size_t row) const {
    FlatShape flat;
    shape(row, flat);
    Bounds out;
    for (const auto p : flat.points) out.extend(p);
    return out;
}

double twiceArea(const FlatShape& shape, std::size_t part) noexcept {
    const std::size_t begin = shape.starts[part], end = shape.partEnd(part);
    double sum = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const auto& a = shape.points[i];
        const auto& b = shape.points[i + 1 < end ? i + 1 : begin];
        // From the first point, so that large eastings cost no digits.
        const auto& o = shape.points[begin];
        sum += (a.x - o.x) * (b.y - o.y) - (b.x - o.x) * (a.y - o.y);
    }
    return sum;
}

}  // namespace xiangtu::exchange
