// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/store.h"

namespace xiangtu::store::spatialite {

/// The store on one SpatiaLite file.
class SpatialiteStore final : public Store {
public:
    /// Precondition: the database has the newest schema.
    /// `file` is where backups are written beside; empty for a copy in memory.
    SpatialiteStore(Database database, bool readOnly, std::filesystem::path file)
        : m_database(std::move(database)), m_readOnly(readOnly), m_file(std::move(file)) {}

    [[nodiscard]] model::FileInfo info() const override;
    [[nodiscard]] bool readOnly() const override { return m_readOnly; }
    [[nodiscard]] model::Snapshot loadOverview(base::Date day) override;
    using Reader::lastRedoable;
    using Reader::lastUndoable;
    using Reader::load;
    [[nodiscard]] Loaded load(base::Date day, const base::Progress& progress, const Recall& recall,
                              const Drawable& drawable) override;
    [[nodiscard]] std::optional<Identity> identity() override;
    [[nodiscard]] model::Snapshot reloadRegisters(const model::Snapshot& snapshot) override;
    [[nodiscard]] edit::PlanContext planContext(const std::string& author) override;
    std::optional<edit::Refusal> setCatalogue(const model::Catalogue& catalogue, const std::string& author) override;
    [[nodiscard]] std::vector<StepRecord> steps(const std::string& registerId, std::int64_t record) override;
    void addAttachment(const Attachment& attachment) override;
    [[nodiscard]] std::optional<Attachment> attachment(const std::string& hash) override;
    Committed commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, base::Date day) override;
    std::int64_t commitImport(const Arrivals& arrivals, const edit::ChangeSet& changed,
                              const base::Progress& progress) override;
    [[nodiscard]] std::vector<LogEntry> log(std::size_t limit) override;
    [[nodiscard]] std::vector<LogLine> logLines(const LogFilter& filter, std::int64_t before,
                                                std::size_t limit) override;
    [[nodiscard]] std::int64_t countLog(const LogFilter& filter) override;
    [[nodiscard]] std::vector<std::string> logAuthors() override;
    [[nodiscard]] std::optional<LogEntry> lastUndoable(std::string_view author) override;
    [[nodiscard]] std::optional<LogEntry> lastRedoable(std::string_view author) override;
    [[nodiscard]] std::vector<LogEntry> unitLog(model::UnitId unit, std::size_t limit) override;
    [[nodiscard]] ChainCheck checkChain() override;
    [[nodiscard]] std::vector<ClassRecord> classHistory(model::UnitId unit) override;
    [[nodiscard]] std::vector<std::string> recentReasons(std::string_view schemeKey, std::size_t limit) override;
    [[nodiscard]] std::vector<UnitState> unitStates(model::UnitId unit) override;
    [[nodiscard]] std::vector<LineageRecord> lineage(model::UnitId unit) override;
    [[nodiscard]] std::optional<model::UnitId> unitOfCode(model::Code code, std::optional<model::Level> level) override;
    [[nodiscard]] std::vector<PlannedEdit> plannedEdits() override;
    std::int64_t addPlanned(const PlannedEdit& planned) override;
    void setPlanned(std::int64_t id, std::string_view state, std::string_view note) override;
    [[nodiscard]] std::unique_ptr<BulkWriter> beginBulk() override;
    [[nodiscard]] std::optional<UnitRow> unitRow(model::UnitId unit) override;
    [[nodiscard]] std::optional<Belongs> belongs(const std::string& table, std::int64_t row) override;
    [[nodiscard]] std::vector<model::Account> accounts() override;
    [[nodiscard]] std::optional<Pin> pin(model::AccountId account) override;
    [[nodiscard]] std::vector<Uncovering> uncoverings(std::size_t limit) override;
    std::int64_t commitAccounts(const edit::ChangeSet& set, const std::string& pinHash) override;
    Pin changeTries(model::AccountId account, const std::function<void(PinTries&)>& change) override;
    void addUncovering(const Uncovering& uncovering) override;

private:
    /// Inside the caller's transaction.
    void write(const edit::ChangeSet& set);

    Database m_database;
    bool m_readOnly;
    std::filesystem::path m_file;
};

/// Throws Error{noPermission} naming the file when nothing may be written.
void requireWritable(const Database& database, bool readOnly);

}  // namespace xiangtu::store::spatialite
