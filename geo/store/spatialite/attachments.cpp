// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/spatialite_store.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kInsert =
    "INSERT OR IGNORE INTO attachment (hash, name, mime, bytes, thumbnail, lon, lat, taken, author, at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kSelect =
    "SELECT hash, name, mime, bytes, thumbnail, lon, lat, taken, author, at FROM attachment WHERE hash = ?";

std::vector<std::byte> copied(Blob blob) { return {blob.begin(), blob.end()}; }

}  // namespace

void SpatialiteStore::addAttachment(const Attachment& a) {
    requireWritable(m_database, m_readOnly);
    const auto lon = a.place ? std::optional(a.place->lon) : std::nullopt;
    const auto lat = a.place ? std::optional(a.place->lat) : std::nullopt;
    Transaction transaction(m_database);
    Statement(m_database, kInsert)
        .run(a.hash, a.name, a.mime, Blob(a.bytes), Blob(a.thumbnail), lon, lat, a.taken, a.author, a.at);
    transaction.commit();
}

std::optional<Attachment> SpatialiteStore::attachment(const std::string& hash) {
    Statement select(m_database, kSelect);
    Query row(select, hash);
    if (!row.next()) return std::nullopt;
    const auto text = [&](int column) { return std::string(row.text(column)); };
    Attachment a{text(0), text(1), text(2), copied(row.blob(3)), copied(row.blob(4)), {}, text(7), text(8), text(9)};
    if (!row.isNull(5) && !row.isNull(6)) a.place = geom::GeoPoint{row.number(5), row.number(6)};
    return a;
}

}  // namespace xiangtu::store::spatialite
