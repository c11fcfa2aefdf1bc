// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/import_batch.h"

#include "base/sha256.h"
#include "geom/wkt.h"
#include "store/arrivals.h"
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/statement.h"
#include "store/store.h"

#include <string_view>
#include <utility>

namespace xiangtu::store::spatialite {

namespace {

using model::Fields;
using model::Value;

std::string selectOf(const Came& came) {
    return "SELECT * FROM " + quotedName(came.table) + " WHERE id BETWEEN ? AND ? ORDER BY id";
}

std::string placeOf(const Database& database, const Came& came) {
    return database.name() + ": table " + came.table + ", rows " + std::to_string(came.first) + " to " +
           std::to_string(came.last) + ", which came with an import: ";
}

/// Content of rows without doubt where one value ends and the next begins, hashed piece by piece.
class Digest {
public:
    void add(std::string_view kind, std::string_view bytes) {
        m_text.append(kind).append(std::to_string(bytes.size())).append(":").append(bytes);
        if (m_text.size() > kPiece) fold();
    }
    [[nodiscard]] std::string end() {
        fold();
        return m_hash;
    }

private:
    static constexpr std::size_t kPiece = std::size_t(1) << 20;
    void fold() {
        m_hash = base::sha256(m_hash + m_text);
        m_text.clear();
    }
    std::string m_hash, m_text;
};

struct Content {
    std::int64_t rows = 0;
    std::string sha256;
};
Content contentOf(const Database& database, const Came& came) {
    Content content;
    Digest digest;
    Statement select(database, selectOf(came));
    Query row(select, came.first, came.last);
    while (row.next()) {
        ++content.rows;
        for (int i = 0; i < row.columnCount(); ++i) {
            if (row.isNull(i)) {
                digest.add("-", {});
                continue;
            }
            const Value value = row.value(i);
            const Blob blob = model::isNull(value) ? row.blob(i) : Blob();
            if (model::isNull(value))
                digest.add("b", {reinterpret_cast<const char*>(blob.data()), blob.size()});
            else
                digest.add(std::to_string(value.index()), model::toText(value));
        }
    }
    content.sha256 = digest.end();
    return content;
}

std::string textOf(const Fields& fields, std::string_view name) {
    const auto* text = std::get_if<std::string>(&model::field(fields, name));
    return text ? *text : std::string();
}
std::int64_t numberOf(const Fields& fields, std::string_view name) {
    const auto* number = std::get_if<std::int64_t>(&model::field(fields, name));
    return number ? *number : 0;
}

/// Where rows of other tables name rows of this one.
std::vector<std::pair<std::string, std::string>> namedBy(const Database& database, const std::string& table) {
    if (table == "party_org") return {{"party_org", "parent_id"}};
    if (table != "unit") return {};
    std::vector<std::pair<std::string, std::string>> places{
        {"unit", "parent_id"}, {"party_org", "unit_id"}, {"unit_class", "unit_id"}, {"unit_past", "unit_id"}};
    Statement registers(database, "SELECT key FROM register");
    for (Query row(registers); row.next();) places.emplace_back("reg_" + std::string(row.text(0)), "unit_id");
    return places;
}

void checkNothingStandsOn(const Database& database, const Came& came) {
    for (const auto& [table, column] : namedBy(database, came.table)) {
        const std::string own = table == came.table ? " AND id NOT BETWEEN ?1 AND ?2" : "";
        Statement select(database, "SELECT count(*) FROM " + quotedName(table) + " WHERE " + quotedName(column) +
                                       " BETWEEN ?1 AND ?2" + own);
        Query row(select, came.first, came.last);
        if (!row.next() || row.integer(0) == 0) continue;
        throw RowChanged(placeOf(database, came) + std::to_string(row.integer(0)) + " rows of table " + table +
                         " stand on them by now; take those back first");
    }
}

}  // namespace

void addRows(const Database& database, const Came& came, std::vector<edit::Change>& changes) {
    Statement select(database, selectOf(came));
    Query row(select, came.first, came.last);
    while (row.next()) {
        edit::Change change{came.table, 0, std::nullopt, Fields{}};
        for (int i = 0; i < row.columnCount(); ++i) {
            const std::string_view name = row.columnName(i);
            if (name == "id")
                change.id = row.integer(i);
            else if (name == "geom" && !row.isNull(i))
                change.after->emplace_back("geom", geom::wkt(readShape(row.blob(i))));
            else
                change.after->emplace_back(std::string(name), row.value(i));
        }
        changes.push_back(std::move(change));
    }
}

edit::Change batchOf(const Database& database, const Came& came) {
    const Content content = contentOf(database, came);
    return {std::string(kBatchTable), came.first, std::nullopt,
            Fields{{"table", came.table}, {"last", came.last}, {"rows", content.rows}, {"sha256", content.sha256}}};
}

void takeBackBatch(Database& database, const edit::Change& change) {
    const Fields& fields = change.before ? *change.before : *change.after;
    const Came came{textOf(fields, "table"), change.id, numberOf(fields, "last")};
    if (change.after) {
        throw RowChanged(placeOf(database, came) +
                         "an import of so many rows is not kept after it was taken back; "
                         "please import it again");
    }
    const Content content = contentOf(database, came);
    if (content.rows != numberOf(fields, "rows") || content.sha256 != textOf(fields, "sha256"))
        throw RowChanged(placeOf(database, came) + "some were changed in the meantime; take that back first");
    checkNothingStandsOn(database, came);
    Statement(database, "DELETE FROM " + quotedName(came.table) + " WHERE id BETWEEN ? AND ?")
        .run(came.first, came.last);
}

}  // namespace xiangtu::store::spatialite
