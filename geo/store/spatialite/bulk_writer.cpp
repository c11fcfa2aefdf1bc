// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/bulk_writer.h"

#include "base/date.h"
#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/identity.h"
#include "store/spatialite/register_table.h"
#include "store/spatialite/row_ids.h"
#include "store/spatialite/schemes.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

constexpr const char* kInsertUnit =
    "INSERT INTO unit (id, level, code, name, kind, parent_id, households, valid_from, valid_to, source_code, geom) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kInsertOrg =
    "INSERT INTO party_org (id, name, kind, unit_id, parent_id, lon, lat, established, dissolved, chain) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kInsertClass =
    "INSERT INTO unit_class (unit_id, scheme_id, class_code, valid_from, reason, author, at) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr const char* kInsertStep =
    "INSERT INTO record_step (register, record_id, action, to_state, day, role, note, author, at) "
    "VALUES (?1, ?2, '', ?3, ?4, '', '', '', ?5)";
// Same rule as the triggers unit_code_once_on_insert / _on_update, which are off meanwhile.
constexpr const char* kOverlap =
    "SELECT 1 FROM unit WHERE level = ?1 AND code = ?2 AND (?4 IS NULL OR valid_from < ?4) "
    "AND (valid_to IS NULL OR ?3 < valid_to)";

std::unique_ptr<Statement> prepareInsert(const Database& database, const model::RegisterDef& def) {
    std::string columns = "id, unit_id, valid_from, valid_to";
    if (!def.lifecycle.empty()) columns += ", state, state_since, due";
    if (const std::string fields = fieldColumns(def); !fields.empty()) columns += ", " + fields;
    if (hasShape(def.anchor)) columns += ", geom";
    std::string marks = "?";
    for (std::size_t i = 0; i < std::size_t(std::ranges::count(columns, ',')); ++i) marks += ", ?";
    return std::make_unique<Statement>(
        database, "INSERT INTO " + quotedName(def.tableName()) + " (" + columns + ") VALUES (" + marks + ")");
}

}  // namespace

BulkMode::BulkMode(Database& database) : m_database(database) {
    sqlite3* db = database.handle();
    // While another program has the file open, WAL stays; that is slower, not wrong.
    sqlite3_busy_timeout(db, 0);
    m_leftWal = sqlite3_exec(db, "PRAGMA journal_mode = TRUNCATE", nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_busy_timeout(db, kBusyTimeoutMs);
    sqlite3_exec(db, "PRAGMA cache_size = -65536", nullptr, nullptr, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
}

BulkMode::~BulkMode() {
    sqlite3* db = m_database.handle();
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, nullptr);
    sqlite3_exec(db, "PRAGMA cache_size = -2000", nullptr, nullptr, nullptr);
    if (m_leftWal) sqlite3_exec(db, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
}

SpatialiteBulkWriter::SpatialiteBulkWriter(Database& database)
    : m_database(database),
      m_mode(database),
      m_transaction(database),
      m_insertUnit(database, kInsertUnit),
      m_insertOrg(database, kInsertOrg),
      m_insertClass(database, kInsertClass),
      m_insertStep(database, kInsertStep),
      m_overlap(database, kOverlap),
      m_at(base::nowIso()) {
    readPresent();
}

void SpatialiteBulkWriter::readPresent() {
    m_firstUnit = m_nextUnit = nextId(m_database, "unit");
    m_firstOrg = m_nextOrg = nextId(m_database, "party_org");
    m_firstStep = nextInSequence(m_database, "record_step");
    Statement units(m_database, "SELECT id, level, code FROM unit ORDER BY valid_from");
    Query unit(units);
    while (unit.next()) {
        const auto code = model::Code::parse(unit.text(2));
        const auto level = std::size_t(unit.integer(1));
        if (code && level < m_units.size()) m_units[level][*code] = unit.integer(0);
    }
    Statement orgs(m_database, "SELECT id, unit_id FROM party_org WHERE unit_id IS NOT NULL ORDER BY id");
    Query org(orgs);
    while (org.next()) m_orgServing[org.integer(1)] = org.integer(0);
    for (const model::Scheme& scheme : readSchemes(m_database)) {
        SchemeRow& row = m_schemes[scheme.key];
        row.id = scheme.id.value;
        for (const auto& c : scheme.classes) row.classes.push_back(c.code);
    }
    model::Catalogue catalogue = readCatalogue(m_database);
    for (model::RegisterDef& def : catalogue.registers) {
        RegisterRow& row = m_registers[def.id];
        if (const model::Lifecycle* lifecycle = catalogue.findLifecycle(def.lifecycle)) row.lifecycle = *lifecycle;
        row.insert = prepareInsert(m_database, def);
        row.firstId = row.nextId = nextOfRegister(m_database, def.id);
        row.def = std::move(def);
    }
}

std::int64_t SpatialiteBulkWriter::findUnit(model::Level level, model::Code code) const {
    const auto& units = m_units[indexOf(level)];
    const auto it = units.find(code);
    return it == units.end() ? 0 : it->second;
}

std::int64_t SpatialiteBulkWriter::findUnitAbove(model::Level below, model::Code code) const {
    for (std::size_t l = indexOf(below); l-- > 0;) {
        if (const auto id = findUnit(model::Level(l), code)) return id;
    }
    return 0;
}

bool SpatialiteBulkWriter::codeIsTaken(const model::NewUnit& unit) {
    if (findUnit(unit.level, unit.code) == 0) return false;
    const std::string code = unit.code.text(), from = unit.from.iso();
    const auto to = unit.to.isOpen() ? std::nullopt : std::optional(unit.to.iso());
    Query row(m_overlap, std::int64_t(indexOf(unit.level)), code, from, to);
    return row.next();
}

void SpatialiteBulkWriter::refuse(const std::string& what, const std::string& reason) const {
    throw base::Error(base::Fault::usage, m_database.name() + ": " + what + ": " + reason);
}

void SpatialiteBulkWriter::commit() {
    finishRows();
    store();
}

std::vector<Came> SpatialiteBulkWriter::came() const {
    std::vector<Came> all{{"unit", m_firstUnit, m_nextUnit - 1}, {"party_org", m_firstOrg, m_nextOrg - 1}};
    for (const auto& [id, row] : m_registers) all.push_back({row.def.tableName(), row.firstId, row.nextId - 1});
    all.push_back({"record_step", m_firstStep, nextInSequence(m_database, "record_step") - 1});
    std::erase_if(all, [](const Came& came) { return came.rows() < 1; });
    return all;
}

void SpatialiteBulkWriter::finishRows() {
    m_unitIndex.writeTo(m_database, "unit");
    for (auto& [id, row] : m_registers) row.index.writeTo(m_database, row.def.tableName());
    renewIdentity(m_database);
}

}  // namespace xiangtu::store::spatialite
