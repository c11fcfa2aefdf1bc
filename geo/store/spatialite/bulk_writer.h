// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/spatialite/import_batch.h"
#include "store/spatialite/spatial_index.h"
#include "store/spatialite/statement.h"
#include "store/spatialite/transaction.h"
#include "store/store.h"

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace xiangtu::store::spatialite {

/// The connection made ready for many rows at once: rollback journal instead of WAL (a fresh row is
/// written once, not twice), larger cache, no triggers (what they guard is checked here, the spatial
/// index is written packed at the end). Everything goes back to normal in the destructor.
class BulkMode {
public:
    explicit BulkMode(Database& database);
    ~BulkMode();
    BulkMode(const BulkMode&) = delete;
    BulkMode& operator=(const BulkMode&) = delete;

private:
    Database& m_database;
    bool m_leftWal = false;
};

/// NULL for "no row" and for "no end".
[[nodiscard]] std::optional<std::int64_t> rowOrNull(std::int64_t id);
[[nodiscard]] std::optional<std::string> endOrNull(base::Date date);

/// Rows by unit code on their way into the file.
class SpatialiteBulkWriter final : public BulkWriter {
public:
    explicit SpatialiteBulkWriter(Database& database);

    void setTitle(const std::string& title, bool demo) override;
    void add(const model::NewUnit& unit) override;
    void add(const model::NewPartyOrg& org) override;
    void add(const model::NewClass& record) override;
    void add(const model::NewRecord& record) override;
    void commit() override;

    // commit() in two steps, for who has more to write in the same transaction.
    /// Writes what is kept back until the last row is there.
    void finishRows();
    void store() { m_transaction.commit(); }
    /// What was added, table by table, none before what it names.
    [[nodiscard]] std::vector<Came> came() const;

private:
    struct SchemeRow {
        std::int64_t id = 0;
        std::vector<std::string> classes;
    };
    struct RegisterRow {
        model::RegisterDef def;
        std::optional<model::Lifecycle> lifecycle;
        std::unique_ptr<Statement> insert;
        SpatialIndexWriter index;
        std::int64_t firstId = 1;
        std::int64_t nextId = 1;
    };
    /// Where a record of a register with a lifecycle stands.
    struct Stage {
        std::string state, since;
        std::optional<std::string> due;
    };
    [[nodiscard]] Stage stageOf(const RegisterRow& row, const model::NewRecord& record, const std::string& what) const;

    void readPresent();
    /// Row id of a unit, 0 = there is none.
    [[nodiscard]] std::int64_t findUnit(model::Level level, model::Code code) const;
    /// The nearest unit of that code on a level above `below`, 0 = none.
    [[nodiscard]] std::int64_t findUnitAbove(model::Level below, model::Code code) const;
    [[nodiscard]] bool codeIsTaken(const model::NewUnit& unit);
    [[noreturn]] void refuse(const std::string& what, const std::string& reason) const;

    Database& m_database;
    BulkMode m_mode;
    Transaction m_transaction;
    Statement m_insertUnit;
    Statement m_insertOrg;
    Statement m_insertClass;
    Statement m_insertStep;
    Statement m_overlap;
    std::array<std::unordered_map<model::Code, std::int64_t>, model::kLevelCount> m_units;
    std::unordered_map<std::int64_t, std::int64_t> m_orgServing;  // unit row -> newest organisation row
    std::map<std::string, SchemeRow> m_schemes;
    std::map<std::string, RegisterRow> m_registers;
    SpatialIndexWriter m_unitIndex;
    std::int64_t m_firstUnit = 1;
    std::int64_t m_nextUnit = 1;
    std::int64_t m_firstOrg = 1;
    std::int64_t m_nextOrg = 1;
    std::int64_t m_firstStep = 1;
    std::string m_at;
    std::vector<std::byte> m_blob;
};

}  // namespace xiangtu::store::spatialite
