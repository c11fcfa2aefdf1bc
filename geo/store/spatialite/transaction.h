// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"

namespace xiangtu::store::spatialite {

/// BEGIN IMMEDIATE; rolled back unless commit() came to its end. A COMMIT can fail and leave the
/// transaction open (deferred foreign key, full disk): it is rolled back then, too.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

private:
    Database& m_database;
};

}  // namespace xiangtu::store::spatialite
