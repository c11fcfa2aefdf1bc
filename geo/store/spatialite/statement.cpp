// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/statement.h"

#include "base/overloaded.h"

namespace xiangtu::store::spatialite {

std::string sqlOf(std::initializer_list<std::string_view> pieces) {
    std::string sql;
    for (const std::string_view piece : pieces) sql += piece;
    return sql;
}

Statement::Statement(const Database& database, std::string_view sql)
    : m_database(&database), m_statement(database.take(sql), GiveBack{&database}) {}

void Statement::bind(int index, std::nullptr_t) { sqlite3_bind_null(m_statement.get(), index); }
void Statement::bind(int index, std::int64_t value) { sqlite3_bind_int64(m_statement.get(), index, value); }
void Statement::bind(int index, double value) { sqlite3_bind_double(m_statement.get(), index, value); }

void Statement::bind(int index, std::string_view value) {
    // A null pointer would bind NULL; an empty text is not NULL.
    const char* data = value.data() ? value.data() : "";
    sqlite3_bind_text64(m_statement.get(), index, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, Blob value) {
    if (value.empty()) return bind(index, nullptr);
    sqlite3_bind_blob64(m_statement.get(), index, value.data(), value.size(), SQLITE_STATIC);
}

void Statement::bind(int index, const model::Value& value) {
    std::visit(base::Overloaded{
                   [&](std::monostate) { bind(index, nullptr); },
                   [&](std::int64_t n) { bind(index, n); },
                   [&](double d) { bind(index, d); },
                   [&](const std::string& s) { bind(index, s); },
               },
               value);
}

void Statement::bind(int index, const std::optional<std::int64_t>& value) {
    value ? bind(index, *value) : bind(index, nullptr);
}
void Statement::bind(int index, const std::optional<double>& value) {
    value ? bind(index, *value) : bind(index, nullptr);
}
void Statement::bind(int index, const std::optional<std::string>& value) {
    value ? bind(index, *value) : bind(index, nullptr);
}

void Statement::runBound() {
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW) code = sqlite3_step(m_statement.get());
    if (code != SQLITE_DONE) {
        const std::string sql = sqlite3_sql(m_statement.get());
        try {
            m_database->raise(code, sql);
        } catch (...) {
            sqlite3_reset(m_statement.get());
            throw;
        }
    }
    sqlite3_reset(m_statement.get());
}

Query::~Query() {
    sqlite3_reset(m_statement->m_statement.get());
    sqlite3_clear_bindings(m_statement->m_statement.get());
}

bool Query::next() {
    sqlite3_stmt* raw = m_statement->m_statement.get();
    const int code = sqlite3_step(raw);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) m_statement->m_database->raise(code, sqlite3_sql(raw));
    return false;
}

int Query::columnCount() const noexcept { return sqlite3_column_count(m_statement->m_statement.get()); }

std::string_view Query::columnName(int column) const noexcept {
    return sqlite3_column_name(m_statement->m_statement.get(), column);
}

bool Query::isNull(int column) const noexcept {
    return sqlite3_column_type(m_statement->m_statement.get(), column) == SQLITE_NULL;
}

std::int64_t Query::integer(int column) const noexcept {
    return sqlite3_column_int64(m_statement->m_statement.get(), column);
}

double Query::number(int column) const noexcept {
    return sqlite3_column_double(m_statement->m_statement.get(), column);
}

std::string_view Query::text(int column) const noexcept {
    sqlite3_stmt* raw = m_statement->m_statement.get();
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(raw, column));
    return data ? std::string_view(data, std::size_t(sqlite3_column_bytes(raw, column))) : std::string_view();
}

Blob Query::blob(int column) const noexcept {
    sqlite3_stmt* raw = m_statement->m_statement.get();
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(raw, column));
    return data ? Blob(data, std::size_t(sqlite3_column_bytes(raw, column))) : Blob();
}

model::Value Query::value(int column) const {
    switch (sqlite3_column_type(m_statement->m_statement.get(), column)) {
    case SQLITE_INTEGER: return integer(column);
    case SQLITE_FLOAT: return number(column);
    case SQLITE_TEXT: return std::string(text(column));
    default: return std::monostate{};
    }
}

}  // namespace xiangtu::store::spatialite
