// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

#include <algorithm>
#include <set>
#include <utility>

namespace xiangtu::store::spatialite {

namespace {

using model::ClassColumn;

// In id order: of two records with the same day the later written wins.
constexpr const char* kSelectAll = "SELECT id, unit_id, scheme_id, class_code, valid_from FROM unit_class ORDER BY id";
constexpr const char* kSelectNew =
    "SELECT unit_id, scheme_id, valid_from FROM unit_class WHERE id > ?1 ORDER BY id LIMIT ?2";
// The first column names the row in messages, the fourth is what positionOf() reads.
constexpr const char* kSelectNow =
    "SELECT id, unit_id, scheme_id, class_code FROM unit_class WHERE unit_id = ?1 AND scheme_id = ?2 "
    "AND valid_from <= ?3 ORDER BY valid_from DESC, id DESC LIMIT 1";
constexpr std::int64_t kManyNew = 20'000;
constexpr const char* kSelectOverview =
    "SELECT c.id, c.unit_id, c.scheme_id, c.class_code, c.valid_from FROM unit u "
    "JOIN unit_class c ON c.unit_id = u.id WHERE u.level <= 1 ORDER BY c.id";

std::uint8_t positionOf(const Database& database, const model::Scheme& scheme, const Query& row) {
    if (row.isNull(3)) return ClassColumn::kUnset;
    const auto it = std::ranges::find(scheme.classes, row.text(3), &model::SchemeClass::code);
    if (it == scheme.classes.end()) {
        damagedRow(database, "unit_class", row.integer(0), "scheme " + scheme.key + " has no such class");
    }
    return std::uint8_t(it - scheme.classes.begin());
}

/// One scheme while reading: the class so far and the day it holds from.
struct Column {
    std::shared_ptr<ClassColumn> classes = std::make_shared<ClassColumn>();
    std::array<std::vector<std::int32_t>, model::kLevelCount> since;
};

}  // namespace

ClassColumns loadClasses(const Database& database, base::Date day, Extent extent, const LoadedUnits& units,
                         const std::vector<model::Scheme>& schemes, Window& window) {
    std::vector<Column> columns(schemes.size());
    for (std::size_t s = 0; s < schemes.size(); ++s) {
        for (const auto& table : units.tables) {
            columns[s].classes->classOf[indexOf(table->level)].assign(table->units.size(), ClassColumn::kUnset);
            columns[s].since[indexOf(table->level)].assign(table->units.size(), INT32_MIN);
        }
    }
    Statement select(database, extent == Extent::overview ? kSelectOverview : kSelectAll);
    DateReader fromReader(database, "unit_class");
    Query row(select);
    while (row.next()) {
        const model::UnitRef ref = units.refs.find(row.integer(1));
        if (!ref.valid()) continue;  // a unit of another time
        const auto scheme = std::ranges::find(schemes, row.integer(2), [](const auto& s) { return s.id.value; });
        if (scheme == schemes.end()) damagedRow(database, "unit_class", row.integer(0), "unknown scheme");
        const base::Date from = fromReader.read(row.text(4), row.integer(0));
        window.narrow(from, day);
        if (from > day) continue;
        Column& column = columns[std::size_t(scheme - schemes.begin())];
        std::int32_t& since = column.since[indexOf(ref.level)][ref.row];
        if (from.days < since) continue;
        since = from.days;
        column.classes->classOf[indexOf(ref.level)][ref.row] = positionOf(database, *scheme, row);
    }
    ClassColumns out;
    for (Column& column : columns) out.push_back(std::move(column.classes));
    return out;
}

std::optional<ClassColumns> addNewClasses(const Database& database, base::Date day, ClassColumns columns,
                                          std::int64_t last, const LoadedUnits& units,
                                          const std::vector<model::Scheme>& schemes, Window& window) {
    if (columns.size() != schemes.size()) return std::nullopt;
    std::set<std::pair<std::int64_t, std::int64_t>> changed;
    Statement select(database, kSelectNew);
    std::int64_t count = 0;
    DateReader fromReader(database, "unit_class");
    for (Query row(select, last, kManyNew + 1); row.next(); ++count) {
        window.narrow(fromReader.read(row.text(2), last), day);
        changed.emplace(row.integer(1), row.integer(0));
    }
    if (count > kManyNew) return std::nullopt;
    Statement now(database, kSelectNow);
    const std::string iso = day.iso();
    std::vector<std::shared_ptr<ClassColumn>> copies(columns.size());
    for (const auto& [schemeId, unitId] : changed) {
        const auto scheme = std::ranges::find(schemes, schemeId, [](const auto& s) { return s.id.value; });
        if (scheme == schemes.end()) return std::nullopt;
        const model::UnitRef ref = units.refs.find(unitId);
        if (!ref.valid()) continue;
        const auto s = std::size_t(scheme - schemes.begin());
        if (!copies[s]) columns[s] = copies[s] = std::make_shared<ClassColumn>(*columns[s]);
        Query row(now, unitId, schemeId, iso);
        copies[s]->classOf[indexOf(ref.level)][ref.row] =
            row.next() ? positionOf(database, *scheme, row) : ClassColumn::kUnset;
    }
    return columns;
}

}  // namespace xiangtu::store::spatialite
