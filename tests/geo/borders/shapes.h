// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/measure.h"
#include "geom/polygon.h"
#include "model/snapshot.h"

#include <initializer_list>
#include <utility>
#include <vector>

namespace xiangtu::borders {

/// A small county written down: units with their rings on the lattice, in hundreds of units from 110° E 30° N.
class Drawn {
public:
    struct Point {
        int x, y;
    };
    using Ring = std::vector<Point>;

    Drawn& unit(model::Level level, std::string_view code, std::string_view parent, const std::vector<Ring>& rings) {
        geom::Polygon polygon;
        for (std::size_t i = 0; i < rings.size(); ++i) {
            geom::Ring ring;
            for (const Point p : rings[i]) ring.push_back(at(p));
            (i == 0 ? polygon.outer : polygon.holes.emplace_back()) = std::move(ring);
        }
        geom::MultiPolygon shape;
        if (!rings.empty()) shape.push_back(std::move(polygon));
        geom::orient(shape);
        m_rows.push_back({level, *model::Code::parse(code),
                          parent.empty() ? model::Code() : *model::Code::parse(parent), std::move(shape)});
        return *this;
    }

    [[nodiscard]] model::Snapshot snapshot() const {
        model::Snapshot out;
        std::int64_t id = 0;
        for (const model::Level level : model::kLevels) {
            auto table = std::make_shared<model::LevelTable>();
            table->level = level;
            for (const Row& row : m_rows) {
                if (row.level != level) continue;
                model::Unit unit;
                unit.id = {++id};
                unit.code = row.code;
                if (row.parent.valid()) unit.parent = out.findUnit(row.parent);
                table->units.push_back(unit);
                table->shapes.add(row.shape);
            }
            out.levels[indexOf(level)] = std::move(table);
        }
        return out;
    }

    [[nodiscard]] static geom::GridPoint at(Point p) { return {1'100'000'000 + p.x * 100, 300'000'000 + p.y * 100}; }
    [[nodiscard]] static geom::GeoPoint geo(Point p) { return geom::toGeo(at(p)); }
    [[nodiscard]] static geom::GeoLine line(const std::vector<Point>& points) {
        geom::GeoLine out;
        for (const Point p : points) out.push_back(geo(p));
        return out;
    }

private:
    struct Row {
        model::Level level;
        model::Code code, parent;
        geom::MultiPolygon shape;
    };
    std::vector<Row> m_rows;  ///< of one level in the order of codes
};

/// Three townships meeting in (100, 100): A in the west, B in the south-east, C in the north-east.
inline model::Snapshot three() {
    return Drawn()
        .unit(model::Level::county, "990000", "",
              {{{0, 0}, {100, 0}, {200, 0}, {200, 100}, {200, 200}, {100, 200}, {0, 200}}})
        .unit(model::Level::township, "990000001", "990000", {{{0, 0}, {100, 0}, {100, 100}, {100, 200}, {0, 200}}})
        .unit(model::Level::township, "990000002", "990000", {{{100, 0}, {200, 0}, {200, 100}, {100, 100}}})
        .unit(model::Level::township, "990000003", "990000", {{{100, 100}, {200, 100}, {200, 200}, {100, 200}}})
        .snapshot();
}

/// A township with another inside it: A around B.
inline model::Snapshot ring() {
    return Drawn()
        .unit(model::Level::county, "990000", "", {{{0, 0}, {300, 0}, {300, 300}, {0, 300}}})
        .unit(model::Level::township, "990000001", "990000",
              {{{0, 0}, {300, 0}, {300, 300}, {0, 300}}, {{100, 100}, {100, 200}, {200, 200}, {200, 100}}})
        .unit(model::Level::township, "990000002", "990000", {{{100, 100}, {200, 100}, {200, 200}, {100, 200}}})
        .snapshot();
}

}  // namespace xiangtu::borders
