// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/row_ids.h"

#include "store/spatialite/statement.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

std::int64_t nextInSequence(const Database& database, const std::string& table) {
    Statement select(database, "SELECT seq FROM sqlite_sequence WHERE name = ?");
    Query row(select, table);
    return row.next() ? row.integer(0) + 1 : 1;
}

std::int64_t nextId(const Database& database, const std::string& table) {
    Statement select(database, "SELECT id FROM last_id WHERE name = ?");
    Query row(select, table);
    const std::int64_t given = row.next() ? row.integer(0) : 0;
    return std::max(given, database.integer("SELECT max(id) FROM " + quotedName(table))) + 1;
}

std::int64_t nextOfRegister(const Database& database, const std::string& registerId) {
    const std::string table = "reg_" + registerId;
    return std::max(nextInSequence(database, table), database.integer("SELECT max(id) FROM " + quotedName(table)) + 1);
}

void rememberId(Database& database, const std::string& table, std::int64_t id) {
    Statement(database,
              "INSERT INTO last_id (name, id) VALUES (?1, ?2) "
              "ON CONFLICT (name) DO UPDATE SET id = max(id, excluded.id)")
        .run(table, id);
}

}  // namespace xiangtu::store::spatialite
