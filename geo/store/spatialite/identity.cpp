// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/identity.h"

#include "store/spatialite/statement.h"

namespace xiangtu::store::spatialite {

namespace {

/// Insert, update and delete of six tables.
constexpr std::int64_t kTriggers = 18;
constexpr const char* kCountTriggers =
    "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name GLOB 'display_*' "
    "AND tbl_name IN ('unit', 'unit_past', 'party_org', 'unit_class', 'scheme', 'scheme_class')";
constexpr const char* kMarkAt =
    "SELECT id, unit_id || '|' || scheme_id || '|' || ifnull(class_code, '') || '|' || valid_from || '|' || author "
    "|| '|' || at || '|' || reason FROM unit_class WHERE id = ?";

}  // namespace

std::optional<Identity> readIdentity(const Database& database) {
    if (database.integer(kCountTriggers) != kTriggers) return std::nullopt;
    Statement select(database, "SELECT units, party, classes FROM display_identity");
    Query row(select);
    if (!row.next()) return std::nullopt;
    Identity identity{int(database.integer("PRAGMA user_version")), std::string(row.text(0)), std::string(row.text(1)),
                      std::string(row.text(2))};
    if (identity.units.empty() || identity.party.empty() || identity.classes.empty()) return std::nullopt;
    return identity;
}

void renewIdentity(Database& database) {
    database.execute(
        "UPDATE display_identity SET units = hex(randomblob(16)), party = hex(randomblob(16)), "
        "classes = hex(randomblob(16))",
        "writing what the file is known by");
}

ClassMark newestClass(const Database& database) {
    return classAt(database, database.integer("SELECT max(id) FROM unit_class"));
}

ClassMark classAt(const Database& database, std::int64_t id) {
    Statement select(database, kMarkAt);
    Query row(select, id);
    if (!row.next()) return {};
    return {row.integer(0), std::string(row.text(1))};
}

}  // namespace xiangtu::store::spatialite
