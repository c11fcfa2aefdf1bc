// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/engine.h"
#include "store/spatialite/layer_styles.h"
#include "store/spatialite/migrate.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/schemes.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

#include "base/date.h"
#include "base/json.h"
#include "model/catalogue_json.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

namespace fs = std::filesystem;

/// The *.json of a data folder by name.
std::vector<fs::path> jsonFiles(const fs::path& folder) {
    std::error_code failed;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    if (failed) throw base::Error(base::Fault::io, folder.string() + ": " + failed.message());
    std::ranges::sort(files);
    return files;
}

void insertShipped(Database& database, const fs::path& dataDir) {
    for (const fs::path& file : jsonFiles(dataDir / "schemes")) {
        const base::Json json = base::loadJson(file);
        for (const model::Scheme& scheme : model::parseSchemes({json, file.filename().string()})) {
            insertScheme(database, scheme);
        }
    }
    const model::Catalogue catalogue = model::loadCatalogue(dataDir / "catalogue");
    for (const model::RegisterDef& def : catalogue.registers) createRegister(database, def);
    writeCatalogueRows(database, catalogue);
}

/// Everything at its own name first, so that a file of the wanted name is always whole.
void fill(const fs::path& part, const fs::path& dataDir) {
    Database database(part, Access::create);
    database.execute("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", "creating");
    migrate(database);
    Transaction transaction(database);
    Statement(database, "INSERT INTO meta (key, value) VALUES ('title', ''), ('demo', '0'), ('created_at', ?)")
        .run(base::nowIso());
    insertShipped(database, dataDir);
    insertLayerStyles(database, dataDir);
    transaction.commit();
    database.execute("PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL", "creating");
}

}  // namespace

std::unique_ptr<Store> createFile(const fs::path& file, const fs::path& dataDir) {
    if (fs::exists(file)) throw base::Error(base::Fault::io, file.string() + ": exists already");
    const fs::path part = file.string() + ".creating";
    std::error_code failed;
    try {
        fs::remove(part, failed);
        fill(part, dataDir);
        fs::rename(part, file);
    } catch (const fs::filesystem_error& e) {
        fs::remove(part, failed);
        throw base::Error(base::Fault::io, file.string() + ": " + e.code().message());
    } catch (...) {
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(part.string() + suffix, failed);
        throw;
    }
    return openFile(file, OpenMode::readWrite);
}

}  // namespace xiangtu::store::spatialite
