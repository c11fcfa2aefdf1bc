// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/after_commit.h"

#include "store/spatialite/catalogue_rows.h"
#include "store/spatialite/load_rows.h"
#include "store/spatialite/record_reader.h"
#include "store/spatialite/snapshot_loader.h"
#include "store/spatialite/statement.h"

#include <map>
#include <string>
#include <utility>

namespace xiangtu::store::spatialite {

namespace {

using edit::Change;

constexpr const char* kSelectClassNow =
    "SELECT u.level, u.code, c.class_code FROM unit u LEFT JOIN unit_class c ON c.id = ("
    "SELECT id FROM unit_class WHERE unit_id = u.id AND scheme_id = ?2 AND valid_from <= ?3 "
    "ORDER BY valid_from DESC, id DESC LIMIT 1) WHERE u.id = ?1";

using Ids = std::set<std::int64_t>;

void addId(const model::Fields& fields, std::string_view column, Ids& ids) {
    if (const auto* id = std::get_if<std::int64_t>(&model::field(fields, column))) ids.insert(*id);
}

/// Units whose own rows were written.
Ids unitsNamed(const edit::ChangeSet& set) {
    Ids ids;
    for (const Change& change : set.changes) {
        if (change.table == "unit") ids.insert(change.id);
        if (change.table != "unit_past") continue;
        for (const auto& fields : {change.before, change.after}) {
            if (fields) addId(*fields, "unit_id", ids);
        }
    }
    return ids;
}

Ids allSchemes(const Database& database) {
    Ids ids;
    Statement select(database, "SELECT id FROM scheme");
    for (Query row(select); row.next();) ids.insert(row.integer(0));
    return ids;
}

void readClasses(const Database& database, const std::set<std::pair<std::int64_t, std::int64_t>>& pairs, base::Date day,
                 std::vector<edit::ClassNow>& out) {
    Statement select(database, kSelectClassNow);
    const std::string iso = day.iso();
    for (const auto& [unit, scheme] : pairs) {
        Query row(select, unit, scheme, iso);
        if (!row.next()) continue;
        const auto code = model::Code::parse(row.text(1));
        if (!code) continue;  // such a unit is in no snapshot
        out.push_back({model::Level(row.integer(0)), *code, {scheme}, std::string(row.text(2))});
    }
}

/// Which classes hold for the units and schemes the change set's records are about, and in all schemes for
/// units that may have come.
std::vector<edit::ClassNow> classesAfter(const Database& database, const edit::ChangeSet& set, const Ids& units,
                                         base::Date day) {
    std::set<std::pair<std::int64_t, std::int64_t>> pairs;
    for (const Change& change : set.changes) {
        if (change.table != "unit_class") continue;
        for (const auto& fields : {change.before, change.after}) {
            if (!fields) continue;
            const auto* unit = std::get_if<std::int64_t>(&model::field(*fields, "unit_id"));
            const auto* scheme = std::get_if<std::int64_t>(&model::field(*fields, "scheme_id"));
            if (unit && scheme) pairs.emplace(*unit, *scheme);
        }
    }
    if (!units.empty()) {
        for (const std::int64_t scheme : allSchemes(database)) {
            for (const std::int64_t unit : units) pairs.emplace(unit, scheme);
        }
    }
    std::vector<edit::ClassNow> out;
    readClasses(database, pairs, day, out);
    return out;
}

edit::RecordNow recordOn(const std::string& registerId, const RecordReader& reader, Statement& select,
                         Statement& unitOf, std::int64_t number, base::Date day) {
    edit::RecordNow now{registerId, number, {}, {}, {}};
    Query row(select, number, day.iso());
    if (!row.next()) return now;
    std::int64_t unitId = 0;
    now.record = reader.read(row, unitId);
    model::Unit unit;
    Query place(unitOf, unitId);
    const bool stands = unitId != 0 && place.next();
    if (stands) {
        now.level = model::Level(place.integer(0));
        now.unit = model::Code::parse(place.text(1)).value_or(model::Code());
        unit.kind = model::parseUnitKind(place.text(2)).value_or(model::UnitKind::other);
    }
    reader.compute(stands ? &unit : nullptr, now.level, day, *now.record);
    return now;
}

using RecordIds = std::map<std::string, Ids>;  // by register

void addRecordsOn(const Database& database, const Ids& units, base::Date day, RecordIds& named) {
    std::vector<std::string> keys;
    Statement registers(database, "SELECT key FROM register");
    for (Query row(registers); row.next();) keys.emplace_back(row.text(0));
    const std::string iso = day.iso();
    for (const std::string& key : keys) {
        Statement select(database,
                         "SELECT id FROM " + quotedName("reg_" + key) + " WHERE unit_id = ?1 AND " + validOn(2));
        for (const std::int64_t unit : units) {
            for (Query row(select, unit, iso); row.next();) named[key].insert(row.integer(0));
        }
    }
}

/// How the records the change set names stand, and those of units that came or went.
std::vector<edit::RecordNow> recordsAfter(const Database& database, const edit::ChangeSet& set, const Ids& units,
                                          base::Date day) {
    RecordIds named;
    for (const Change& change : set.changes) {
        if (change.table.starts_with("reg_")) named[change.table.substr(4)].insert(change.id);
    }
    std::vector<edit::RecordNow> out;
    if (!units.empty()) addRecordsOn(database, units, day, named);
    if (named.empty()) return out;
    std::set<std::string> registers;
    for (const auto& [id, rows] : named) registers.insert(id);
    const model::Catalogue catalogue = readDeclarations(database, registers);
    Statement unitOf(database, "SELECT level, code, kind FROM unit WHERE id = ?");
    for (const auto& [id, rows] : named) {
        const model::RegisterDef* def = catalogue.find(id);
        const RecordReader reader(database, *def, catalogue.findLifecycle(def->lifecycle));
        Statement select(database, "SELECT " + reader.columns() + " FROM " + quotedName(def->tableName()) +
                                       " WHERE id = ?1 AND " + validOn(2));
        for (const std::int64_t number : rows) { out.push_back(recordOn(id, reader, select, unitOf, number, day)); }
    }
    return out;
}

std::vector<edit::OrgNow> orgsAfter(const Database& database, const edit::ChangeSet& set, const Ids& units,
                                    base::Date day) {
    Ids ids;
    for (const Change& change : set.changes) {
        if (change.table == "party_org") ids.insert(change.id);
    }
    Statement ofUnit(database, "SELECT id FROM party_org WHERE unit_id = ?");
    for (const std::int64_t unit : units) {
        for (Query row(ofUnit, unit); row.next();) ids.insert(row.integer(0));
    }
    std::vector<edit::OrgNow> out;
    Statement select(database, sqlOf({kSelectOrg, " WHERE id = ?"}));
    for (const std::int64_t id : ids) {
        edit::OrgNow now{{id}, {}, {}, {}, {}};
        Query row(select, id);
        if (row.next()) {
            std::int64_t serves = 0;
            model::PartyOrg org = readOrg(database, row, serves);
            if (org.established <= day && day < org.dissolved) {
                now.name = org.name;
                now.chain = org.chain;
                org.name = org.chain = {};  // which lie in the row
                now.org = org;
                now.serves.value = serves;
            }
        }
        out.push_back(std::move(now));
    }
    return out;
}

}  // namespace

std::optional<edit::UnitNow::State> unitOn(const Database& database, model::UnitId unit, base::Date day) {
    for (const char* from : {kSelectUnit, kSelectPast}) {
        const char* own = from == kSelectUnit ? "id" : "unit_id";
        Statement select(database, sqlOf({from, " WHERE ", own, " = ?1 AND ", validOn(2)}));
        Query row(select, unit.value, day.iso());
        if (row.next()) return readState(database, row);
    }
    return std::nullopt;
}

std::vector<edit::ClassNow> classesOn(const Database& database, model::UnitId unit, base::Date day) {
    std::set<std::pair<std::int64_t, std::int64_t>> pairs;
    for (const std::int64_t scheme : allSchemes(database)) pairs.emplace(unit.value, scheme);
    std::vector<edit::ClassNow> out;
    readClasses(database, pairs, day, out);
    return out;
}

edit::Now whatHolds(const Database& database, const edit::ChangeSet& set, base::Date day) {
    const Ids units = unitsNamed(set);
    edit::Now now{classesAfter(database, set, units, day), recordsAfter(database, set, units, day)};
    for (const std::int64_t id : units) now.units.push_back({{id}, unitOn(database, {id}, day)});
    now.orgs = orgsAfter(database, set, units, day);
    return now;
}

}  // namespace xiangtu::store::spatialite
