// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/bulk_writer.h"
#include "store/spatialite/change_log.h"
#include "store/spatialite/editable_tables.h"
#include "store/spatialite/import_batch.h"
#include "store/spatialite/row_ids.h"
#include "store/spatialite/spatialite_store.h"

#include <utility>

namespace xiangtu::store::spatialite {

namespace {

constexpr std::int64_t kReportEvery = 1024;

/// The triggers that a BulkMode turned off, for rows that are changed one by one.
class TriggersOn {
public:
    explicit TriggersOn(Database& database) : m_database(database) { turn(1); }
    ~TriggersOn() { turn(0); }
    TriggersOn(const TriggersOn&) = delete;
    TriggersOn& operator=(const TriggersOn&) = delete;

private:
    void turn(int on) { sqlite3_db_config(m_database.handle(), SQLITE_DBCONFIG_ENABLE_TRIGGER, on, nullptr); }
    Database& m_database;
};

/// Adds rows and tells how far it is.
class Adding {
public:
    Adding(SpatialiteBulkWriter& writer, std::size_t rows, const base::Progress& progress)
        : m_writer(writer), m_rows(std::int64_t(rows)), m_progress(progress) {}

    template <class Row>
    void add(const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            if (m_done++ % kReportEvery == 0) {
                m_progress.check();
                m_progress.report("write", m_done, m_rows);
            }
            m_writer.add(row);
        }
    }

private:
    SpatialiteBulkWriter& m_writer;
    std::int64_t m_rows, m_done = 0;
    const base::Progress& m_progress;
};

}  // namespace

std::int64_t SpatialiteStore::commitImport(const Arrivals& arrivals, const edit::ChangeSet& changed,
                                           const base::Progress& progress) {
    requireWritable(m_database, m_readOnly);
    checkTables(m_database, changed);
    SpatialiteBulkWriter writer(m_database);
    {
        const TriggersOn watched(m_database);
        write(changed);
    }
    Adding adding(writer, arrivals.size(), progress);
    adding.add(arrivals.units);
    adding.add(arrivals.orgs);
    adding.add(arrivals.records);
    writer.finishRows();
    progress.check();

    edit::ChangeSet line = changed;
    const std::vector<Came> came = writer.came();
    std::int64_t rows = 0;
    for (const Came& some : came) rows += some.rows();
    for (const Came& some : came) {
        if (rows <= std::int64_t(kRowsLogged))
            addRows(m_database, some, line.changes);
        else
            line.changes.push_back(batchOf(m_database, some));
        if (some.table == "unit" || some.table == "party_org") rememberId(m_database, some.table, some.last);
    }
    progress.check();
    const std::int64_t seq = appendLine(m_database, line, std::nullopt);
    writer.store();
    return seq;
}

}  // namespace xiangtu::store::spatialite
