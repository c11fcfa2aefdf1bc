// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/transaction.h"

namespace xiangtu::store::spatialite {

Transaction::Transaction(Database& database) : m_database(database) {
    database.execute("BEGIN IMMEDIATE", "beginning to write");
}

Transaction::~Transaction() {
    // SQLite may have rolled back by itself (disk full); autocommit tells the truth.
    if (m_database.inTransaction()) sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() { m_database.execute("COMMIT", "storing"); }

}  // namespace xiangtu::store::spatialite
