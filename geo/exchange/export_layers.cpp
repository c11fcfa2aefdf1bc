// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_layers.h"

#include "base/error.h"
#include "base/overloaded.h"

#include <algorithm>

namespace xiangtu::exchange {

std::string townshipOf(const model::Snapshot& snapshot, model::UnitRef unit) {
    if (!unit.valid()) return {};
    const model::UnitRef town = snapshot.ancestor(unit, model::Level::township);
    if (!town.valid()) return {};
    const model::Unit& found = snapshot.unit(town);
    return found.code.valid() ? found.code.text() + " " + found.name : found.name;
}

bool insideOf(const model::Snapshot& snapshot, model::UnitRef unit, model::UnitRef within) {
    return !within.valid() || (unit.valid() && snapshot.ancestor(unit, within.level) == within);
}

void unitShape(const model::Snapshot& snapshot, model::UnitRef unit, FlatShape& into) {
    into.clear();
    if (!unit.valid()) return;
    const geom::PolygonSet& shapes = snapshot.table(unit.level).shapes;
    if (!shapes.hasShape(unit.row)) return;
    into.kind = GeometryKind::polygon;
    for (std::size_t r = shapes.firstRing(unit.row); r < shapes.firstRing(unit.row + 1); ++r) {
        into.starts.push_back(std::uint32_t(into.points.size()));
        for (const geom::GridPoint p : shapes.ring(r)) {
            const geom::GeoPoint g = geom::toGeo(p);
            into.points.push_back({g.lon, g.lat});
        }
    }
}

RowSource::ShapeSize unitShapeSize(const model::Snapshot& snapshot, model::UnitRef unit) {
    if (!unit.valid()) return {};
    const geom::PolygonSet& shapes = snapshot.table(unit.level).shapes;
    if (!shapes.hasShape(unit.row)) return {};
    const auto starts = shapes.ringStarts();
    const std::size_t first = shapes.firstRing(unit.row), end = shapes.firstRing(unit.row + 1);
    return {GeometryKind::polygon, end - first, starts[end] - starts[first]};
}

RowSource::Bounds unitBounds(const model::Snapshot& snapshot, model::UnitRef unit) {
    RowSource::Bounds out;
    if (!unit.valid() || !snapshot.table(unit.level).shapes.hasShape(unit.row)) return out;
    const geom::GridBox& box = snapshot.table(unit.level).shapes.box(unit.row);
    for (const geom::GridPoint p : {box.min, box.max}) {
        const geom::GeoPoint g = geom::toGeo(p);
        out.extend(geodesy::Ordinates{g.lon, g.lat});
    }
    return out;
}

void geoShape(const geom::GeoShape& shape, FlatShape& into) {
    into.clear();
    const auto part = [&](const std::vector<geom::GeoPoint>& points) {
        if (points.empty()) return;
        into.starts.push_back(std::uint32_t(into.points.size()));
        for (const geom::GeoPoint p : points) into.points.push_back({p.lon, p.lat});
    };
    // Rings of records stand as somebody drew them; files want outer ones counter-clockwise.
    const auto ring = [&](const geom::GeoRing& points, double sign) {
        part(points);
        if (points.empty()) return;
        const std::size_t last = into.starts.size() - 1;
        if (twiceArea(into, last) * sign < 0)
            std::reverse(into.points.begin() + std::ptrdiff_t(into.starts[last]), into.points.end());
    };
    std::visit(base::Overloaded{[](std::monostate) {},
                                [&](const geom::GeoPoint& p) {
                                    into.kind = GeometryKind::point;
                                    part({p});
                                },
                                [&](const geom::GeoMultiLine& lines) {
                                    for (const geom::GeoLine& line : lines) part(line);
                                    if (!into.points.empty()) into.kind = GeometryKind::line;
                                },
                                [&](const geom::GeoMultiPolygon& polygons) {
                                    for (const geom::GeoPolygon& polygon : polygons) {
                                        ring(polygon.outer, 1);
                                        for (const geom::GeoRing& hole : polygon.holes) ring(hole, -1);
                                    }
                                    if (!into.points.empty()) into.kind = GeometryKind::polygon;
                                }},
               shape);
}

model::RegisterDef fieldsOf(const std::vector<ExportColumn>& columns) {
    model::RegisterDef out;
    for (const ExportColumn& column : columns) {
        model::FieldDef field;
        field.name = column.key;
        field.title = column.title;
        field.type = column.type == ColumnType::integer ? model::FieldType::integer
                     : column.type == ColumnType::real  ? model::FieldType::decimal
                     : column.type == ColumnType::date  ? model::FieldType::date
                                                        : model::FieldType::text;
        out.fields.push_back(std::move(field));
    }
    return out;
}

bool holdsOf(const model::Expression& where, const model::RegisterDef& fields, const std::vector<Cell>& cells,
             const model::Snapshot& snapshot, model::UnitRef unit) {
    if (where.empty()) return true;
    std::vector<model::Value> values;
    for (const Cell& cell : cells) {
        values.push_back(
            std::visit(base::Overloaded{[](std::monostate) { return model::Value(); },
                                        [](std::string_view text) { return model::Value(std::string(text)); },
                                        [](auto number) { return model::Value(number); }},
                       cell));
    }
    model::Record record;
    record.unit = unit;
    record.values = values;
    const model::Unit* const at = unit.valid() ? &snapshot.unit(unit) : nullptr;
    return where.holds({&fields, &record, nullptr, at, unit.level, snapshot.day});
}

std::vector<std::size_t> chosenColumns(const std::vector<ExportColumn>& all, const std::vector<std::string>& wanted,
                                       const std::vector<std::size_t>& usual, const std::string& layer) {
    if (wanted.empty()) return usual;
    std::vector<std::size_t> out;
    for (const std::string& key : wanted) {
        const auto at = std::ranges::find(all, key, &ExportColumn::key);
        if (at == all.end()) {
            std::string known;
            for (const ExportColumn& column : all) known += (known.empty() ? "" : ", ") + column.key;
            throw base::Error(base::Fault::usage, layer + " has no column \"" + key + "\"; it has " + known);
        }
        const auto position = std::size_t(at - all.begin());
        if (std::ranges::find(out, position) == out.end()) out.push_back(position);
    }
    return out;
}

}  // namespace xiangtu::exchange
