// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/database.h"

#include "store/spatialite/statement.h"

#include <cctype>
#include <new>
#include <utility>

namespace xiangtu::store::spatialite {

namespace {

/// file: URI; everything but the plainest characters is escaped, so '?' or '#' in a name cannot turn
/// into options.
std::string fileUri(const std::filesystem::path& file) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '/' || c == '-' || c == '_' || c == '.') {
            uri += c;
        } else {
            uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
        }
    }
    return uri;
}

int openFlags(Access access) noexcept {
    switch (access) {
    case Access::readOnly:
    case Access::immutable: return SQLITE_OPEN_READONLY;
    case Access::query:
    case Access::readWrite: return SQLITE_OPEN_READWRITE;
    case Access::create: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Access::memory: return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    }
    return SQLITE_OPEN_READONLY;
}

}  // namespace

base::Fault faultOf(int code) noexcept {
    using base::Fault;
    if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS) return Fault::damaged;
    if (code == SQLITE_IOERR_ACCESS || code == SQLITE_READONLY_DIRECTORY) return Fault::noPermission;
    switch (code & 0xff) {
    case SQLITE_FULL: return Fault::diskFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::busy;
    case SQLITE_CORRUPT: return Fault::damaged;
    case SQLITE_NOTADB: return Fault::notADatabase;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY: return Fault::noPermission;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_NOLFS: return Fault::io;
    default: return Fault::sql;
    }
}

Database::Database(const std::filesystem::path& file, Access access)
    : m_name(access == Access::memory ? ":memory:" : file.string()), m_cache(spatialite_alloc_connection()) {
    std::string uri = access == Access::memory ? ":memory:" : fileUri(file);
    if (access == Access::immutable) uri += "?immutable=1";
    sqlite3* raw = nullptr;
    // Belongs to one thread: SQLite need not lock around every column it hands out.
    const int code =
        sqlite3_open_v2(uri.c_str(), &raw, openFlags(access) | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    m_connection.reset(raw);
    if (code != SQLITE_OK) raise(code, "opening");
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, kBusyTimeoutMs);
    spatialite_init_ex(raw, m_cache.get(), 0);
    execute("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY", "opening");
    if (access == Access::query) execute("PRAGMA query_only = ON", "opening");
}

sqlite3_stmt* Database::take(std::string_view sql) const {
    if (const auto found = m_resting.find(std::string(sql)); found != m_resting.end()) {
        return m_resting.extract(found).mapped().release();
    }
    sqlite3_stmt* raw = nullptr;
    const int code =
        sqlite3_prepare_v3(handle(), sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) raise(code, sql);
    return raw;
}

void Database::giveBack(sqlite3_stmt* statement) const noexcept {
    constexpr std::size_t kMost = 512;
    Prepared own(statement);
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (m_resting.size() >= kMost) m_resting.clear();
    try {
        m_resting.emplace(sqlite3_sql(statement), std::move(own));
    } catch (const std::bad_alloc&) {
        // Prepared anew next time.
    }
}

void Database::execute(const std::string& script, std::string_view doing) {
    const int code = sqlite3_exec(handle(), script.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) raise(code, doing);
}

std::int64_t Database::integer(const std::string& sql) const {
    Statement statement(*this, sql);
    Query query(statement);
    return query.next() ? query.integer(0) : 0;
}

std::string Database::text(const std::string& sql) const {
    Statement statement(*this, sql);
    Query query(statement);
    return query.next() ? std::string(query.text(0)) : std::string();
}

bool Database::inTransaction() const noexcept { return sqlite3_get_autocommit(handle()) == 0; }
std::int64_t Database::changes() const noexcept { return sqlite3_changes64(handle()); }
std::int64_t Database::lastInsertId() const noexcept { return sqlite3_last_insert_rowid(handle()); }

void Database::raise(int code, std::string_view doing) const {
    const int extended = m_connection ? sqlite3_extended_errcode(handle()) : code;
    const char* words = m_connection ? sqlite3_errmsg(handle()) : sqlite3_errstr(code);
    const bool matches = (extended & 0xff) == (code & 0xff);
    throw base::Error(faultOf(matches ? extended : code),
                      m_name + ": " + std::string(doing) + ": " + (matches ? words : sqlite3_errstr(code)));
}

std::string quotedName(std::string_view identifier) {
    std::string out = "\"";
    for (const char c : identifier) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

}  // namespace xiangtu::store::spatialite
