// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/layer_styles.h"

#include "store/spatialite/schemes.h"
#include "store/spatialite/statement.h"
#include "style/qgis.h"

namespace xiangtu::store::spatialite {

namespace {

// Catalogue and schema are empty, not NULL: QGIS compares them with "=".
constexpr const char* kInsert =
    "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, "
    "styleSLD, useAsDefault, description, owner) VALUES ('', '', ?, 'geom', ?, ?, ?, 1, ?, '')";

}  // namespace

void insertLayerStyles(Database& database, const std::filesystem::path& dataDir) {
    const style::StyleSheet sheet = style::load(dataDir / "styles", "light");
    Statement insert(database, kInsert);
    const auto add = [&](const std::string& layer, const style::LayerStyle& style, const std::string& from) {
        insert.run(layer, "xiangtu", style.qml, style.sld, from);
    };
    for (const model::Level level : model::kLevels) {
        const std::string layer = "v_" + std::string(model::levelName(level));
        add(layer, style::outlines(layer, sheet.borders[model::indexOf(level)]), "style sheet " + sheet.name);
    }
    const std::vector<model::Scheme> schemes = readSchemes(database);
    const model::Scheme scheme = schemes.empty() ? model::Scheme{} : schemes.front();
    add("v_grid_class", style::classFills("v_grid_class", "class_code", scheme, sheet),
        "style sheet " + sheet.name + ", scheme " + scheme.key);
}

}  // namespace xiangtu::store::spatialite
