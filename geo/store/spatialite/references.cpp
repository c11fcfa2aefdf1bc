// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/references.h"

#include "store/spatialite/file_check.h"
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/statement.h"
#include "store/store.h"

#include <optional>

namespace xiangtu::store {

namespace {

using spatialite::Database;
using spatialite::Query;
using spatialite::Statement;

/// Nothing for a file from before there were reference layers.
std::optional<Database> opened(const std::filesystem::path& file) {
    spatialite::checkFromOutside(file);
    Database database(file, spatialite::accessFor(file, OpenMode::readOnly));
    spatialite::checkFromInside(database);
    if (database.integer("SELECT count(*) FROM sqlite_master WHERE name = 'reference_feature'") == 0)
        return std::nullopt;
    return database;
}

std::int64_t next(const Database& database, const char* table) {
    Statement select(database, "SELECT seq FROM sqlite_sequence WHERE name = ?");
    Query row(select, table);
    return row.next() ? row.integer(0) + 1 : 1;
}

}  // namespace

References references(const std::filesystem::path& file) {
    References all;
    const auto database = opened(file);
    if (!database) return all;
    Statement select(*database,
                     "SELECT l.id, l.name, l.source, l.crs, l.author, l.at, (SELECT count(*) FROM reference_feature f "
                     "WHERE f.layer_id = l.id) FROM reference_layer l ORDER BY l.name");
    const auto text = [](const Query& row, int column) { return std::string(row.text(column)); };
    for (Query row(select); row.next();) {
        all.layers.push_back(
            {row.integer(0), text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5), row.integer(6)});
    }
    all.nextLayer = next(*database, "reference_layer");
    all.nextFeature = next(*database, "reference_feature");
    return all;
}

std::vector<ReferenceFeature> referenceFeatures(const std::filesystem::path& file, std::int64_t layer) {
    std::vector<ReferenceFeature> features;
    const auto database = opened(file);
    if (!database) return features;
    Statement select(*database, "SELECT id, geom FROM reference_feature WHERE layer_id = ? ORDER BY id");
    for (Query row(select, layer); row.next();) {
        try {
            features.push_back({row.integer(0), spatialite::readShape(row.blob(1))});
        } catch (base::Error& e) {
            e.addContext(database->name() + ": table reference_feature, row " + std::to_string(row.integer(0)));
            throw;
        }
    }
    return features;
}

}  // namespace xiangtu::store
