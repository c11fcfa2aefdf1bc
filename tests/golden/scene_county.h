// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue_json.h"
#include "scene/geometry.h"
#include "support/coverage.h"

#include <memory>

namespace xiangtu::golden {

/// Everything drawn, from a snapshot: topology and trees built as the project does.
inline std::shared_ptr<const scene::Geometry> geometryOf(model::Snapshot snapshot) {
    auto held = std::make_shared<const model::Snapshot>(std::move(snapshot));
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (const model::Level level : model::kLevels) sets[model::indexOf(level)] = &held->table(level).shapes;
    auto topology = std::make_shared<const topology::Topology>(topology::build(sets));
    auto units = std::make_shared<const index::UnitIndex>(*held);
    return std::make_shared<const scene::Geometry>(std::move(held), std::move(topology), std::move(units));
}

/// A square of `degrees` with its south-west corner at (lon, lat).
inline geom::GeoMultiPolygon square(double lon, double lat, double degrees) {
    return {{{{lon, lat}, {lon + degrees, lat}, {lon + degrees, lat + degrees}, {lon, lat + degrees}}, {}}};
}

inline std::shared_ptr<const model::Record> record(std::int64_t id, model::UnitRef unit, geom::GeoShape shape,
                                                   std::vector<model::Value> values, std::size_t fields) {
    auto made = std::make_shared<model::Record>();
    values.resize(fields);
    made->id = id;
    made->unit = unit;
    made->shape = std::move(shape);
    made->values = std::move(values);
    return made;
}

/// The made-up county with the shipped registers: two demonstration villages and three bases (two
/// orchards, one mushroom shed).
inline model::Snapshot county(const support::CoverageOptions& options = {}) {
    model::Snapshot snapshot = support::snapshot(options);
    snapshot.info.title = "试验县";
    const model::Catalogue catalogue = model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue");
    auto villages = std::make_shared<model::RegisterTable>();
    villages->def = *catalogue.find("demonstration_village");
    const std::size_t v = villages->def.fields.size();
    villages->records = {
        record(1, {model::Level::village, 0}, {}, {"party_building", "provincial", std::int64_t(2022)}, v),
        record(2, {model::Level::village, 3}, {}, {"beautiful", "county", std::int64_t(2023)}, v)};
    auto bases = std::make_shared<model::RegisterTable>();
    bases->def = *catalogue.find("industry_base");
    const std::size_t b = bases->def.fields.size();
    const auto [lon, lat] = options.southWest;
    const double cell = options.cellDegrees;
    bases->records = {
        record(1, {}, square(lon + 2 * cell, lat + 2 * cell, 1.6 * cell), {"北山果园", "apple", 120.0, "mu", 118.5}, b),
        record(2, {}, square(lon + 9 * cell, lat + 3 * cell, 2.1 * cell), {"南坡果园", "apple", 200.0, "mu", 199.0}, b),
        record(3, {}, square(lon + 4 * cell, lat + 10 * cell, 1.2 * cell), {"菌棚", "mushroom", 35000.0, "bag"}, b)};
    snapshot.registers = {villages, bases};
    return snapshot;
}

}  // namespace xiangtu::golden
