// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/geometry_blob.h"
#include "store/spatialite/load_rows.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::store::spatialite {

namespace {

using model::Level;
using model::LevelTable;
using model::UnitRef;

// One pass over the table in row order serves all levels: no sorting by SQLite, no index look-ups.
// What units were before comes in a second pass.
constexpr const char* kOverview = " WHERE level <= 1";
// Newest first, so that a unit that came of one that came of a third leads back to what stood on the day.
constexpr const char* kSelectSplits =
    "SELECT from_unit, to_unit FROM unit_lineage WHERE kind = 'split' AND day > ? ORDER BY id";
constexpr const char* kSelectMerges =
    "SELECT from_unit, to_unit FROM unit_lineage WHERE kind = 'merge' AND day <= ? ORDER BY id DESC";

/// Reads kinds, remembering the last: neighbouring rows mostly share theirs.
class KindReader {
public:
    model::UnitKind read(std::string_view text) {
        if (text != m_text) {
            m_kind = model::parseUnitKind(text).value_or(model::UnitKind::other);
            m_text = text;
        }
        return m_kind;
    }

private:
    std::string m_text;
    model::UnitKind m_kind = model::UnitKind::other;
};

struct Parents {
    std::array<std::vector<std::int64_t>, model::kLevelCount> idOf;  // 0 = none
};

/// Brings one level into code order, keeping parents beside it. Files are mostly written that way.
void sortByCode(LevelTable& table, std::vector<std::int64_t>& parents) {
    if (std::ranges::is_sorted(table.units, {}, &model::Unit::code)) return;
    std::vector<std::uint32_t> order(table.units.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t row) { return table.units[row].code; });
    LevelTable sorted{table.level, {}, {}};
    std::vector<std::int64_t> sortedParents;
    sorted.units.reserve(order.size());
    sortedParents.reserve(order.size());
    sorted.shapes.reserve(order.size(), table.shapes.pointCount());
    for (const std::uint32_t row : order) {
        sorted.units.push_back(std::move(table.units[row]));
        sortedParents.push_back(parents[row]);
        sorted.shapes.beginFeature();
        for (std::size_t r = table.shapes.firstRing(row); r < table.shapes.firstRing(row + 1); ++r) {
            sorted.shapes.addRing(table.shapes.ring(r));
        }
        sorted.shapes.endFeature();
    }
    table = std::move(sorted);
    parents = std::move(sortedParents);
}

using Tables = std::array<std::shared_ptr<LevelTable>, model::kLevelCount>;

void readRow(const Database& database, const Query& row, Tables& tables, Parents& parents, base::Date from,
             base::Date to, KindReader& kind, ShapeReader& shape) {
    const std::int64_t id = row.integer(0);
    const auto level = std::size_t(row.integer(1));
    if (level >= model::kLevelCount) damagedRow(database, "unit", id, "level " + std::to_string(level));
    const auto code = model::Code::parse(row.text(2));
    if (!code) damagedRow(database, "unit", id, "\"" + std::string(row.text(2)) + "\" is not a code");
    LevelTable& table = *tables[level];
    model::Unit& unit = table.units.emplace_back();
    unit.id.value = id;
    unit.code = *code;
    unit.name = row.text(3);
    unit.kind = kind.read(row.text(4));
    parents.idOf[level].push_back(row.isNull(5) ? 0 : row.integer(5));
    unit.households = row.isNull(6) ? -1 : std::int32_t(row.integer(6));
    unit.from = from;
    unit.to = to;
    try {
        shape.appendTo(table.shapes, row.blob(9));
    } catch (const base::Error& e) { damagedRow(database, "unit", id, "code " + code->text() + ": " + e.what()); }
}

void resolveParents(Tables& tables, const RefById& refs, const Parents& parents) {
    for (auto& table : tables) {
        const auto& ids = parents.idOf[indexOf(table->level)];
        for (std::size_t row = 0; row < ids.size(); ++row) {
            const UnitRef parent = ids[row] == 0 ? UnitRef{} : refs.find(ids[row]);
            // A parent on the same or a lower level would make chains that never end.
            if (parent.valid() && parent.level < table->level) table->units[row].parent = parent;
        }
    }
}

}  // namespace

void RefById::build(std::span<const LevelTable* const> tables) {
    std::int64_t highest = 0, lowest = 0;
    std::size_t count = 0;
    for (const auto& table : tables) {
        count += table->units.size();
        for (const auto& unit : table->units) {
            highest = std::max(highest, unit.id.value);
            lowest = std::min(lowest, unit.id.value);
        }
    }
    const bool dense = lowest >= 0 && std::uint64_t(highest) < 4 * std::uint64_t(count) + 4096;
    if (dense)
        m_dense.resize(std::size_t(highest) + 1);
    else
        m_sparse.reserve(count);
    for (const auto& table : tables) {
        for (std::uint32_t row = 0; row < table->units.size(); ++row) {
            const std::int64_t id = table->units[row].id.value;
            if (dense)
                m_dense[std::size_t(id)] = {table->level, row};
            else
                m_sparse.emplace(id, UnitRef{table->level, row});
        }
    }
}

UnitRef RefById::find(std::int64_t id) const noexcept {
    if (!m_dense.empty()) return id >= 0 && std::size_t(id) < m_dense.size() ? m_dense[std::size_t(id)] : UnitRef{};
    const auto it = m_sparse.find(id);
    return it == m_sparse.end() ? UnitRef{} : it->second;
}

UnitRef RefById::findStanding(std::int64_t id) const noexcept {
    const UnitRef own = find(id);
    if (own.valid()) return own;
    const auto heir = m_heirs.find(id);
    return heir == m_heirs.end() ? UnitRef{} : heir->second;
}

void RefById::addHeir(std::int64_t id, std::int64_t stands) {
    const UnitRef ref = findStanding(stands);
    if (ref.valid()) m_heirs.insert_or_assign(id, ref);
}

LoadedUnits loadUnits(const Database& database, base::Date day, Extent extent, const base::Progress& progress,
                      Window& window) {
    constexpr std::int64_t kReportEvery = 4096;
    Tables tables;
    Parents parents;
    for (const Level level : model::kLevels) {
        tables[indexOf(level)] = std::make_shared<LevelTable>();
        tables[indexOf(level)]->level = level;
    }
    const std::int64_t total = database.integer("SELECT max(id) FROM unit");
    if (extent == Extent::everything) {
        // Points cannot be more than the file has room for; memory reserved and not used costs nothing.
        const auto bytes = database.integer("PRAGMA page_count") * database.integer("PRAGMA page_size");
        tables[indexOf(Level::grid)]->shapes.reserve(std::size_t(total), std::size_t(bytes) / 16);
    }
    DateReader fromReader(database, "unit"), toReader(database, "unit");
    KindReader kind;
    ShapeReader shape;
    std::int64_t done = 0;
    for (const char* source : {kSelectUnit, kSelectPast}) {
        Statement select(database, sqlOf({source, extent == Extent::overview ? kOverview : ""}));
        for (Query row(select); row.next(); ++done) {
            if (done % kReportEvery == 0) {
                progress.check();
                progress.report("units", std::min(done, total), total);
            }
            const base::Date from = fromReader.read(row.text(7), row.integer(0));
            const base::Date to = toReader.read(row.text(8), row.integer(0));
            window.narrow(from, day);
            window.narrow(to, day);
            if (from <= day && day < to) readRow(database, row, tables, parents, from, to, kind, shape);
        }
    }
    for (auto& table : tables) sortByCode(*table, parents.idOf[indexOf(table->level)]);
    LoadedUnits out = keptUnits({tables[0], tables[1], tables[2], tables[3], tables[4]});
    resolveParents(tables, out.refs, parents);
    progress.report("units", total, total);
    return out;
}

LoadedUnits keptUnits(const LevelTables& tables) {
    LoadedUnits out;
    out.tables = tables;
    std::array<const LevelTable*, model::kLevelCount> plain{};
    for (std::size_t l = 0; l < tables.size(); ++l) plain[l] = tables[l].get();
    out.refs.build(plain);
    return out;
}

void addHeirs(const Database& database, base::Date day, RefById& refs) {
    const std::string iso = day.iso();
    Statement splits(database, kSelectSplits);
    for (Query row(splits, iso); row.next();) refs.addHeir(row.integer(1), row.integer(0));
    Statement merges(database, kSelectMerges);
    for (Query row(merges, iso); row.next();) refs.addHeir(row.integer(0), row.integer(1));
}

base::Date DateReader::read(std::string_view text, std::int64_t row) {
    if (text != m_text) {
        m_date = readDate(*m_database, text, m_table, row);
        m_text = text;
    }
    return m_date;
}

base::Date readDate(const Database& database, std::string_view text, const char* table, std::int64_t row) {
    if (text.empty()) return base::Date::open();
    const auto date = base::Date::parse(text);
    if (!date) damagedRow(database, table, row, "\"" + std::string(text) + "\" is not a date");
    return *date;
}

void damagedRow(const Database& database, const char* table, std::int64_t row, const std::string& reason) {
    throw base::Error(base::Fault::damaged,
                      database.name() + ": table " + table + ", row " + std::to_string(row) + ": " + reason);
}

}  // namespace xiangtu::store::spatialite
