// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

namespace xiangtu::store::spatialite {

std::vector<PlannedEdit> SpatialiteStore::plannedEdits() {
    std::vector<PlannedEdit> out;
    Statement select(m_database, "SELECT id, day, command, author, at, state, note FROM planned_edit ORDER BY day, id");
    const auto text = [](const Query& row, int column) { return std::string(row.text(column)); };
    for (Query row(select); row.next();) {
        const std::int64_t id = row.integer(0);
        out.push_back({id, readDate(m_database, row.text(1), "planned_edit", id), text(row, 2), text(row, 3),
                       text(row, 4), text(row, 5), text(row, 6)});
    }
    return out;
}

std::int64_t SpatialiteStore::addPlanned(const PlannedEdit& planned) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    Statement(m_database,
              "INSERT INTO planned_edit (day, command, author, at, state, note) "
              "VALUES (?, ?, ?, ?, 'planned', ?)")
        .run(planned.day.iso(), planned.command, planned.author, planned.at, planned.note);
    const std::int64_t id = m_database.lastInsertId();
    transaction.commit();
    return id;
}

void SpatialiteStore::setPlanned(std::int64_t id, std::string_view state, std::string_view note) {
    requireWritable(m_database, m_readOnly);
    Transaction transaction(m_database);
    Statement(m_database, "UPDATE planned_edit SET state = ?, note = ? WHERE id = ?").run(state, note, id);
    transaction.commit();
}

}  // namespace xiangtu::store::spatialite
