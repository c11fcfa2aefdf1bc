// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/spatialite_store.h"

#include "store/spatialite/bulk_writer.h"
#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/schemes.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

namespace {

/// Everything of one load sees the file as it was at one moment.
class ReadTransaction {
public:
    explicit ReadTransaction(Database& database) : m_database(database) { database.execute("BEGIN", "reading"); }
    ~ReadTransaction() { sqlite3_exec(m_database.handle(), "COMMIT", nullptr, nullptr, nullptr); }
    ReadTransaction(const ReadTransaction&) = delete;
    ReadTransaction& operator=(const ReadTransaction&) = delete;

private:
    Database& m_database;
};

model::FileInfo readInfo(const Database& database) {
    model::FileInfo info;
    info.title = database.text("SELECT value FROM meta WHERE key = 'title'");
    info.demo = database.text("SELECT value FROM meta WHERE key = 'demo'") == "1";
    info.createdAt = database.text("SELECT value FROM meta WHERE key = 'created_at'");
    info.schemaVersion = int(database.integer("PRAGMA user_version"));
    return info;
}

model::Snapshot loadSnapshot(Database& database, base::Date day, Extent extent, const base::Progress& progress) {
    const ReadTransaction reading(database);
    model::Snapshot snapshot;
    snapshot.day = day;
    snapshot.info = readInfo(database);
    const LoadedUnits units = loadUnits(database, day, extent, progress);
    for (std::size_t l = 0; l < model::kLevelCount; ++l) snapshot.levels[l] = units.tables[l];
    progress.check();
    progress.report("party", 0, 0);
    snapshot.party = loadParty(database, day, extent, units);
    progress.check();
    progress.report("classes", 0, 0);
    auto schemes = readSchemes(database);
    snapshot.classes = loadClasses(database, day, extent, units, schemes);
    snapshot.schemes = std::make_shared<std::vector<model::Scheme>>(std::move(schemes));
    progress.check();
    progress.report("registers", 0, 0);
    snapshot.catalogue = std::make_shared<model::Catalogue>(readCatalogue(database));
    snapshot.registers = loadRegisters(database, extent, snapshot, units.refs);
    return snapshot;
}

}  // namespace

model::FileInfo SpatialiteStore::info() const { return readInfo(m_database); }

model::Snapshot SpatialiteStore::loadOverview(base::Date day) {
    return loadSnapshot(m_database, day, Extent::overview, base::Progress());
}

model::Snapshot SpatialiteStore::load(base::Date day, const base::Progress& progress) {
    return loadSnapshot(m_database, day, Extent::everything, progress);
}

model::Snapshot SpatialiteStore::reloadRegisters(const model::Snapshot& snapshot) {
    const ReadTransaction reading(m_database);
    model::Snapshot next = snapshot;
    ++next.revision;
    RefById refs;
    std::array<const model::LevelTable*, model::kLevelCount> tables{};
    for (std::size_t l = 0; l < tables.size(); ++l) tables[l] = snapshot.levels[l].get();
    refs.build(tables);
    next.catalogue = std::make_shared<model::Catalogue>(readCatalogue(m_database));
    next.registers = loadRegisters(m_database, Extent::everything, next, refs);
    return next;
}

std::unique_ptr<BulkWriter> SpatialiteStore::beginBulk() {
    requireWritable(m_database, m_readOnly);
    return std::make_unique<SpatialiteBulkWriter>(m_database);
}

void requireWritable(const Database& database, bool readOnly) {
    if (readOnly) throw base::Error(base::Fault::noPermission, database.name() + ": is open for reading only");
}

}  // namespace xiangtu::store::spatialite
