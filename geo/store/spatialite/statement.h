// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "model/value.h"
#include "store/spatialite/database.h"

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace xiangtu::store::spatialite {

using Blob = std::span<const std::byte>;

/// One text of several pieces.
[[nodiscard]] std::string sqlOf(std::initializer_list<std::string_view> pieces);

/// SQL prepared once, also across statements of the same text. Must not outlive its Database.
class Statement {
public:
    Statement(const Database& database, std::string_view sql);

    /// Binds, runs to the end and resets: for statements whose rows nobody needs.
    template <class... Args>
    void run(const Args&... args) {
        int index = 0;
        (bind(++index, args), ...);
        runBound();
    }

    // Positions start at 1. Text is copied; blobs are not: they must live until the run is over.
    void bind(int index, std::nullptr_t);
    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, std::int64_t(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, Blob value);
    void bind(int index, const model::Value& value);
    void bind(int index, const std::optional<std::int64_t>& value);
    void bind(int index, const std::optional<double>& value);
    void bind(int index, const std::optional<std::string>& value);

    void runBound();

private:
    friend class Query;
    const Database* m_database;
    struct GiveBack {
        const Database* database;
        void operator()(sqlite3_stmt* statement) const noexcept { database->giveBack(statement); }
    };
    std::unique_ptr<sqlite3_stmt, GiveBack> m_statement;
};

/// One run of a statement: while (query.next()) read columns (from 0). Resets in the destructor.
/// What text() and blob() return lives until the next call of next(). Bound text and blobs must
/// outlive the query.
class Query {
public:
    template <class... Args>
    explicit Query(Statement& statement, const Args&... args) : m_statement(&statement) {
        int index = 0;
        (statement.bind(++index, args), ...);
    }
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    [[nodiscard]] bool next();
    [[nodiscard]] int columnCount() const noexcept;
    [[nodiscard]] std::string_view columnName(int column) const noexcept;
    [[nodiscard]] bool isNull(int column) const noexcept;
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] double number(int column) const noexcept;
    [[nodiscard]] std::string_view text(int column) const noexcept;
    [[nodiscard]] Blob blob(int column) const noexcept;
    /// As the database holds it; blobs are not values and read as NULL.
    [[nodiscard]] model::Value value(int column) const;

private:
    Statement* m_statement;
};

}  // namespace xiangtu::store::spatialite
