// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/handle.h"

#include <sqlite3.h>

// After sqlite3.h, whose names it uses without including it.
#include <spatialite.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>

namespace xiangtu::store::spatialite {

/// How long a statement waits for another program's lock before it fails with Fault::busy.
inline constexpr int kBusyTimeoutMs = 3000;

/// How a file is opened.
enum class Access {
    query,      ///< writes are refused, but SQLite may tidy up its side files: for files we may write
    readOnly,   ///< for files we may not write
    immutable,  ///< the same in a folder where not even lock files can be made
    readWrite,
    create,
    memory,
};

/// The fault an (extended) SQLite result code stands for.
[[nodiscard]] base::Fault faultOf(int code) noexcept;

/// One connection with SpatiaLite's functions, foreign keys on and a busy timeout. Belongs to one
/// thread. Statements must not outlive it.
class Database {
public:
    Database(const std::filesystem::path& file, Access access);

    /// Runs a whole script; rows are thrown away. Throws base::Error naming the file and `doing`.
    void execute(const std::string& script, std::string_view doing);
    /// First column of the first row; 0 or "" when there is no row.
    [[nodiscard]] std::int64_t integer(const std::string& sql) const;
    [[nodiscard]] std::string text(const std::string& sql) const;

    [[nodiscard]] bool inTransaction() const noexcept;
    /// Rows touched by the latest insert, update or delete.
    [[nodiscard]] std::int64_t changes() const noexcept;
    [[nodiscard]] std::int64_t lastInsertId() const noexcept;
    [[nodiscard]] const std::string& name() const noexcept { return m_name; }
    [[nodiscard]] sqlite3* handle() const noexcept { return m_connection.get(); }

    /// A statement of that text, prepared now or by an earlier use. Whoever has it gives it back. Parsing costs more
    /// than most statements of an edit take to run, and one edit asks every register's table.
    [[nodiscard]] sqlite3_stmt* take(std::string_view sql) const;
    void giveBack(sqlite3_stmt* statement) const noexcept;

    /// Throws the connection's latest fault as base::Error: "file: doing: SQLite's words".
    [[noreturn]] void raise(int code, std::string_view doing) const;

private:
    std::string m_name;
    // SpatiaLite's cache is declared first: it must outlive the connection that uses it.
    base::Handle<void, spatialite_cleanup_ex> m_cache;
    base::Handle<sqlite3, sqlite3_close_v2> m_connection;
    // By text; after the connection, so that they go before it.
    using Prepared = base::Handle<sqlite3_stmt, sqlite3_finalize>;
    mutable std::unordered_multimap<std::string, Prepared> m_resting;
};

/// An identifier in double quotes, inner quotes doubled.
[[nodiscard]] std::string quotedName(std::string_view identifier);

}  // namespace xiangtu::store::spatialite
