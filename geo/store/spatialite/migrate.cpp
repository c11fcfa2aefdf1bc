// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/migrate.h"

#include "base/date.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/transaction.h"

namespace xiangtu::store::spatialite {

namespace fs = std::filesystem;

/// The schema from which register tables have valid_from, valid_to and a state.
constexpr int kOwnColumnsSince = 4;
/// The schema from which the change log is chained.
constexpr int kChainedSince = 6;

int newestVersion() noexcept { return migrations().back().version; }

void migrate(Database& database) {
    const auto from = database.integer("PRAGMA user_version");
    for (const Migration& migration : migrations()) {
        if (migration.version <= from) continue;
        const std::string doing = "upgrading the schema with " + std::string(migration.name);
        Transaction transaction(database);
        database.execute(migration.script, doing);
        // Which register tables there are, only the file knows.
        if (migration.version == kOwnColumnsSince) {
            for (const model::RegisterDef& def : readRegisters(database)) {
                addOwnColumns(database, def);
                createNamedView(database, def);
            }
        }
        if (migration.version == kChainedSince) chainOldLines(database);
        database.execute("PRAGMA user_version = " + std::to_string(migration.version), doing);
        transaction.commit();
    }
}

void copyDatabase(const Database& from, const Database& to) {
    const base::Handle<sqlite3_backup, sqlite3_backup_finish> backup(
        sqlite3_backup_init(to.handle(), "main", from.handle(), "main"));
    if (!backup) to.raise(sqlite3_errcode(to.handle()), "copying " + from.name());
    const int code = sqlite3_backup_step(backup.get(), -1);
    if (code != SQLITE_DONE) {
        throw base::Error(faultOf(code), to.name() + ": copying " + from.name() + ": " + sqlite3_errstr(code));
    }
}

fs::path writeBackup(const Database& database, const fs::path& file, std::int64_t version) {
    std::string stem = file.stem().string();
    stem.append("-backup-v").append(std::to_string(version)).append("-").append(base::Date::today().iso());
    const std::string extension = file.extension().string();
    fs::path target = file.parent_path() / (stem + extension);
    for (int n = 2; fs::exists(target); ++n) {
        std::string numbered = stem;
        target = file.parent_path() / numbered.append("-").append(std::to_string(n)).append(extension);
    }
    try {
        const Database copy(target, Access::create);
        copyDatabase(database, copy);
    } catch (...) {
        std::error_code ignored;
        fs::remove(target, ignored);
        throw;
    }
    return target;
}

}  // namespace xiangtu::store::spatialite
