// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

#include <algorithm>

namespace xiangtu::store::spatialite {

namespace {

using model::ClassColumn;

// In id order: of two records with the same day the later written wins.
constexpr const char* kSelectAll =
    "SELECT id, unit_id, scheme_id, class_code, valid_from FROM unit_class WHERE valid_from <= ? ORDER BY id";
constexpr const char* kSelectOverview =
    "SELECT c.id, c.unit_id, c.scheme_id, c.class_code, c.valid_from FROM unit u "
    "JOIN unit_class c ON c.unit_id = u.id WHERE u.level <= 1 AND c.valid_from <= ? ORDER BY c.id";

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

std::vector<std::shared_ptr<const ClassColumn>> loadClasses(const Database& database, base::Date day, Extent extent,
                                                            const LoadedUnits& units,
                                                            const std::vector<model::Scheme>& schemes) {
    std::vector<Column> columns(schemes.size());
    for (std::size_t s = 0; s < schemes.size(); ++s) {
        for (const auto& table : units.tables) {
            columns[s].classes->classOf[indexOf(table->level)].assign(table->units.size(), ClassColumn::kUnset);
            columns[s].since[indexOf(table->level)].assign(table->units.size(), INT32_MIN);
        }
    }
    Statement select(database, extent == Extent::overview ? kSelectOverview : kSelectAll);
    const std::string iso = day.iso();
    Query row(select, iso);
    std::string lastDay;
    base::Date from{};
    while (row.next()) {
        const model::UnitRef ref = units.refs.find(row.integer(1));
        if (!ref.valid()) continue;  // a unit of another time
        const auto scheme = std::ranges::find(schemes, row.integer(2), [](const auto& s) { return s.id.value; });
        if (scheme == schemes.end()) damagedRow(database, "unit_class", row.integer(0), "unknown scheme");
        if (row.text(4) != lastDay) {
            lastDay = row.text(4);
            from = readDate(database, lastDay, "unit_class", row.integer(0));
        }
        Column& column = columns[std::size_t(scheme - schemes.begin())];
        std::int32_t& since = column.since[indexOf(ref.level)][ref.row];
        if (from.days < since) continue;
        since = from.days;
        column.classes->classOf[indexOf(ref.level)][ref.row] = positionOf(database, *scheme, row);
    }
    std::vector<std::shared_ptr<const ClassColumn>> out;
    for (Column& column : columns) out.push_back(std::move(column.classes));
    return out;
}

}  // namespace xiangtu::store::spatialite
