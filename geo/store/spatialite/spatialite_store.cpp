// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/spatialite_store.h"

#include "store/spatialite/bulk_writer.h"
#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/identity.h"
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

constexpr std::int64_t kFewNew = 2000;

/// What was kept, as far as it still holds.
struct Usable {
    std::shared_ptr<const Kept> kept;
    bool levels = false, party = false, classes = false;
};

Usable usable(const Database& database, base::Date day, const std::optional<Identity>& identity, const Recall& recall) {
    Usable out;
    if (!identity || !recall) return out;
    out.kept = recall(*identity);
    if (!out.kept) return out;
    const Identity& was = out.kept->identity;
    out.levels = was.schema == identity->schema && was.units == identity->units && out.kept->window.contains(day);
    out.party = out.levels && was.party == identity->party && out.kept->party;
    out.classes =
        out.levels && was.classes == identity->classes && classAt(database, out.kept->mark.id) == out.kept->mark;
    return out;
}

Loaded loadSnapshot(Database& database, base::Date day, Extent extent, const base::Progress& progress,
                    const std::optional<Identity>& identity, const Recall& recall, const Drawable& drawable) {
    Loaded out;
    out.identity = identity;
    model::Snapshot& snapshot = out.snapshot;
    snapshot.day = day;
    snapshot.info = readInfo(database);
    const Usable known = usable(database, day, identity, recall);
    if (known.levels) out.window = known.kept->window;
    LoadedUnits units =
        known.levels ? keptUnits(known.kept->levels) : loadUnits(database, day, extent, progress, out.window);
    addHeirs(database, day, units.refs);
    snapshot.levels = units.tables;
    progress.check();
    progress.report("party", 0, 0);
    snapshot.party = known.party ? known.kept->party : loadParty(database, day, extent, units, out.window);
    progress.check();
    progress.report("classes", 0, 0);
    auto schemes = readSchemes(database);
    out.mark = newestClass(database);
    std::optional<ClassColumns> columns;
    if (known.classes)
        columns = addNewClasses(database, day, known.kept->classes, known.kept->mark.id, units, schemes, out.window);
    out.levelsKept = known.levels;
    // A few rows more are read every time sooner than everything is written once more.
    out.current = known.party && columns && out.mark.id - known.kept->mark.id < kFewNew;
    snapshot.classes = columns ? std::move(*columns) : loadClasses(database, day, extent, units, schemes, out.window);
    snapshot.schemes = std::make_shared<std::vector<model::Scheme>>(std::move(schemes));
    progress.check();
    progress.report("registers", 0, 0);
    snapshot.catalogue = std::make_shared<model::Catalogue>(readCatalogue(database));
    if (drawable) {
        snapshot.registers = loadRegisters(database, Extent::drawable, snapshot, units.refs);
        drawable(out);
        progress.check();
        progress.report("registers", 0, 0);
    }
    snapshot.registers = loadRegisters(database, extent, snapshot, units.refs);
    return out;
}

}  // namespace

model::FileInfo SpatialiteStore::info() const { return readInfo(m_database); }

model::Snapshot SpatialiteStore::loadOverview(base::Date day) {
    const ReadTransaction reading(m_database);
    return loadSnapshot(m_database, day, Extent::overview, base::Progress(), std::nullopt, {}, {}).snapshot;
}

Loaded SpatialiteStore::load(base::Date day, const base::Progress& progress, const Recall& recall,
                             const Drawable& drawable) {
    const ReadTransaction reading(m_database);
    return loadSnapshot(m_database, day, Extent::everything, progress, identity(), recall, drawable);
}

std::optional<Identity> SpatialiteStore::identity() {
    // A copy in memory was upgraded just now: its identity is nobody's.
    return m_file.empty() ? std::nullopt : readIdentity(m_database);
}

model::Snapshot SpatialiteStore::reloadRegisters(const model::Snapshot& snapshot) {
    const ReadTransaction reading(m_database);
    model::Snapshot next = snapshot;
    ++next.revision;
    RefById refs;
    std::array<const model::LevelTable*, model::kLevelCount> tables{};
    for (std::size_t l = 0; l < tables.size(); ++l) tables[l] = snapshot.levels[l].get();
    refs.build(tables);
    addHeirs(m_database, next.day, refs);
    next.catalogue = std::make_shared<model::Catalogue>(readCatalogue(m_database));
    next.registers.clear();
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
