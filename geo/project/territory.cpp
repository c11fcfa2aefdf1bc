// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/territory.h"

#include "edit/review_rows.h"
#include "geom/wkt.h"
#include "project/same_land.h"

#include <algorithm>
#include <array>
#include <utility>

namespace xiangtu::project {

namespace {

using edit::Change;
using model::Fields;
using store::Belongs;
using UnitRow = store::Reader::UnitRow;

/// More parents than levels are a ring of them.
constexpr std::size_t kMostParents = 8;

/// The value a row has of a column; nothing when the fields do not name it.
const model::Value* named(const std::optional<Fields>& fields, std::string_view column) {
    if (!fields) return nullptr;
    const auto at = std::ranges::find(*fields, column, &std::pair<std::string, model::Value>::first);
    return at == fields->end() ? nullptr : &at->second;
}

/// A row id; nothing when the fields do not name it, 0 for NULL.
std::optional<std::int64_t> idIn(const std::optional<Fields>& fields, std::string_view column) {
    const model::Value* value = named(fields, column);
    if (!value) return std::nullopt;
    const auto* id = std::get_if<std::int64_t>(value);
    return id ? *id : 0;
}

std::string textIn(const std::optional<Fields>& fields, std::string_view column) {
    const model::Value* value = named(fields, column);
    const auto* text = value ? std::get_if<std::string>(value) : nullptr;
    return text ? *text : std::string();
}

bool isRegister(const Change& change) { return change.table.starts_with("reg_"); }

/// The row after the change; nothing when it goes.
std::optional<Belongs> afterwards(const Change& change, std::optional<Belongs> row) {
    if (!change.after) return std::nullopt;
    if (!row) row.emplace();
    if (const auto unit = idIn(change.after, "unit_id")) row->unit.value = *unit;
    if (const auto org = idIn(change.after, "parent_id")) row->org.value = *org;
    return row;
}

geom::MultiPolygon shapeIn(const std::optional<Fields>& fields) {
    const geom::GeoShape shape = geom::shapeFromWkt(textIn(fields, "geom"));
    const auto* land = std::get_if<geom::GeoMultiPolygon>(&shape);
    return land ? geom::snapToGrid(*land) : geom::MultiPolygon();
}

}  // namespace

Territory::Territory(store::Reader& reader, const edit::ChangeSet& set) : m_reader(reader), m_set(set) {
    for (const Change& change : set.changes) follow(change);
}

void Territory::follow(const Change& change) {
    if (change.table == "unit") {
        auto& before = m_before.units.try_emplace(change.id, m_reader.unitRow({change.id})).first->second;
        auto& after = m_after.units.try_emplace(change.id, before).first->second;
        if (!change.after) {
            after.reset();
            return;
        }
        if (!after) after.emplace();
        if (named(change.after, "code")) after->code = textIn(change.after, "code");
        if (const auto parent = idIn(change.after, "parent_id")) after->parent.value = *parent;
    } else if (change.table == "party_org") {
        const auto& before = m_before.orgs.try_emplace(change.id, m_reader.belongs(change.table, change.id));
        auto& after = m_after.orgs.try_emplace(change.id, before.first->second).first->second;
        after = afterwards(change, after);
    } else if (isRegister(change)) {
        const auto key = std::pair(change.table, change.id);
        const auto& before = m_before.records.try_emplace(key, m_reader.belongs(change.table, change.id));
        auto& after = m_after.records.try_emplace(key, before.first->second).first->second;
        after = afterwards(change, after);
        after->org = {};
    }
}

const std::optional<Belongs>& Territory::recordIn(Moment& moment, const std::string& table, std::int64_t row) {
    const auto found = moment.records.find({table, row});
    if (found != moment.records.end()) return found->second;
    return moment.records.emplace(std::pair(table, row), m_reader.belongs(table, row)).first->second;
}

const std::optional<Belongs>& Territory::orgIn(Moment& moment, std::int64_t org) {
    const auto found = moment.orgs.find(org);
    if (found != moment.orgs.end()) return found->second;
    return moment.orgs.emplace(org, m_reader.belongs("party_org", org)).first->second;
}

std::vector<model::Code> Territory::chain(Moment& moment, std::int64_t unit) {
    std::vector<model::Code> codes;
    for (std::size_t i = 0; unit != 0 && i < kMostParents; ++i) {
        auto found = moment.units.find(unit);
        if (found == moment.units.end()) found = moment.units.emplace(unit, m_reader.unitRow({unit})).first;
        if (!found->second) break;
        if (const auto code = model::Code::parse(found->second->code)) codes.push_back(*code);
        unit = found->second->parent.value;
    }
    return codes;
}

void Territory::lookAtUnit(const model::Scope& scope, Moment& moment, std::int64_t unit, Outside& out) {
    const auto codes = chain(moment, unit);
    if (codes.empty() || scope.covers(codes) || std::ranges::find(out.units, codes.front()) != out.units.end()) return;
    out.units.push_back(codes.front());
}

void Territory::lookAt(const model::Scope& scope, Moment& moment, std::optional<Belongs> row, const std::string& what,
                       Outside& out) {
    if (!row) return;
    // An organisation of no unit counts where the one above it stands.
    for (std::size_t i = 0; !row->unit.stored() && row->org.stored() && i < kMostParents; ++i) {
        const auto& above = orgIn(moment, row->org.value);
        if (!above) break;
        row = above;
    }
    if (row->unit.stored()) return lookAtUnit(scope, moment, row->unit.value, out);
    if (std::ranges::find(out.things, what) == out.things.end()) out.things.push_back(what);
}

bool Territory::keepsItsLand(std::int64_t unit) const {
    bool any = false;
    for (const Change& change : m_set.changes) {
        if (change.table == "unit_lineage") {
            for (const auto& fields : {change.before, change.after}) {
                if (idIn(fields, "from_unit") == unit || idIn(fields, "to_unit") == unit) return false;
            }
        }
        if (change.table != "unit" || change.id != unit) continue;
        if (!change.before || !change.after) return false;
        for (const auto& [column, value] : *change.after) {
            if (column != "geom" && column != "valid_from") return false;
        }
        if (!named(change.after, "geom") || !sameLand(shapeIn(change.before), shapeIn(change.after))) return false;
        any = true;
    }
    return any;
}

void Territory::look(const model::Scope& scope, Moment& moment, const Change& change, Outside& out) {
    const bool isBefore = &moment == &m_before;
    const auto& fields = isBefore ? change.before : change.after;
    if (change.table == "unit") {
        if (moment.units.at(change.id)) lookAtUnit(scope, moment, change.id, out);
    } else if (change.table == "party_org") {
        lookAt(scope, moment, orgIn(moment, change.id), "organisation " + std::to_string(change.id), out);
    } else if (isRegister(change)) {
        lookAt(scope, moment, recordIn(moment, change.table, change.id),
               change.table.substr(4) + " " + std::to_string(change.id), out);
    } else if (change.table == "record_step" && fields) {
        const std::string id = textIn(fields, "register");
        const std::int64_t row = idIn(fields, "record_id").value_or(0);
        lookAt(scope, moment, recordIn(moment, "reg_" + id, row), id + " " + std::to_string(row), out);
    } else if (change.table == "unit_class" || change.table == "unit_past") {
        if (!fields) return;
        // A change that does not name the unit is of the one the row has.
        const auto unit = idIn(fields, "unit_id");
        const auto row = unit ? std::nullopt : m_reader.belongs(change.table, change.id);
        lookAtUnit(scope, moment, unit ? *unit : row ? row->unit.value : 0, out);
    } else if (change.table == "unit_lineage") {
        for (const char* column : {"from_unit", "to_unit"}) {
            if (const auto unit = idIn(fields, column)) lookAtUnit(scope, moment, *unit, out);
        }
    } else if (change.table == store::kBatchTable) {
        if (isBefore && change.before) lookAtBatch(scope, change, out);
    } else if (change.table != "planned_edit" && change.table != edit::kReviewTable) {
        out.things.push_back(change.table);
    }
}

void Territory::lookAtBatch(const model::Scope& scope, const Change& change, Outside& out) {
    const std::string table = textIn(change.before, "table");
    const std::int64_t last = idIn(change.before, "last").value_or(0);
    // Steps belong to records that came with them.
    if (table == "record_step") return;
    for (std::int64_t id = change.id; id <= last; ++id) {
        if (table == "unit")
            lookAtUnit(scope, m_before, id, out);
        else
            lookAt(scope, m_before, m_reader.belongs(table, id), table + " " + std::to_string(id), out);
    }
}

Outside Territory::outside(const model::Scope& scope) {
    Outside out;
    if (scope.whole) return out;
    std::map<std::int64_t, bool> untouched;
    const auto isUntouched = [&](std::int64_t unit) {
        const auto known = untouched.find(unit);
        if (known != untouched.end()) return known->second;
        return untouched.emplace(unit, keepsItsLand(unit)).first->second;
    };
    for (const Change& change : m_set.changes) {
        Outside found;
        for (Moment* moment : {&m_before, &m_after}) look(scope, *moment, change, found);
        if (!found.any()) continue;
        const auto past =
            change.table == "unit_past" ? idIn(change.after ? change.after : change.before, "unit_id").value_or(0) : 0;
        if ((change.table == "unit" && isUntouched(change.id)) || (past != 0 && isUntouched(past))) continue;
        for (const model::Code unit : found.units) {
            if (std::ranges::find(out.units, unit) == out.units.end()) out.units.push_back(unit);
        }
        for (std::string& thing : found.things) {
            if (std::ranges::find(out.things, thing) == out.things.end()) out.things.push_back(std::move(thing));
        }
    }
    return out;
}

}  // namespace xiangtu::project
