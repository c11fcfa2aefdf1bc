// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/asked.h"

#include "base/error.h"
#include "geodesy/area.h"
#include "geom/measure.h"
#include "geom/overlay.h"
#include "geom/validity.h"
#include "geom/wkt.h"
#include "indicators/tables.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace xiangtu::query {

namespace {

using model::UnitRef;

bool onGlobe(geom::GeoPoint p) { return std::abs(p.lon) <= 180 && std::abs(p.lat) <= 90; }  // NaN is not

std::string shown(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed).ptr;
    return {text, end};
}

}  // namespace

void Asked::refuse(std::string_view name, const std::string& why) const {
    throw base::Error(base::Fault::usage, std::string(m_def.id) + ": " + std::string(name) + " " + why);
}

std::string Asked::text(std::string_view name) const {
    const auto given = m_question.params.find(std::string(name));
    if (given != m_question.params.end() && !given->second.empty()) return given->second;
    const auto param = std::ranges::find(m_def.params, name, &Param::name);
    return param == m_def.params.end() ? std::string() : std::string(param->preset);
}

double Asked::number(std::string_view name, double least, double most) const {
    const std::string given = text(name);
    double value = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (error != std::errc() || end != given.data() + given.size() || !std::isfinite(value)) {
        refuse(name, "\"" + given + "\" is not a number");
    }
    if (value < least || value > most) {
        refuse(name, given + " is out of range (" + shown(least) + " to " + shown(most) + ")");
    }
    return value;
}

std::size_t Asked::count(std::string_view name, std::size_t most) const {
    const double value = number(name, 1, double(most));
    if (value != std::floor(value)) refuse(name, text(name) + " is not a whole number");
    return std::size_t(value);
}

model::Level Asked::level(std::string_view name) const {
    const std::string given = text(name);
    const auto level = given == "household" ? model::Level::grid : model::parseLevel(given);
    if (!level) refuse(name, "\"" + given + "\" is not a level (county, township, village, natural_village, grid)");
    if (ground.table(*level).units.empty()) refuse(name, "\"" + given + "\": the file has no units of that level");
    return *level;
}

UnitRef Asked::unit(std::string_view name) const {
    const std::string given = text(name);
    if (given.empty()) return {};
    const auto code = model::Code::parse(given);
    const UnitRef unit = code ? snapshot.findUnit(*code) : UnitRef();
    if (!unit.valid()) refuse(name, "there is no unit with code \"" + given + "\"");
    return unit;
}

std::vector<UnitRef> Asked::units(std::string_view name, model::Level level) const {
    std::vector<UnitRef> out;
    const std::string given = text(name);
    for (std::size_t at = 0; at < given.size();) {
        const std::size_t end = std::min(given.find(',', at), given.size());
        const std::string one = given.substr(at, end - at);
        const auto code = model::Code::parse(one);
        const UnitRef unit = code ? snapshot.findUnit(level, *code) : UnitRef();
        if (!unit.valid()) {
            refuse(name, "there is no " + std::string(model::levelName(level)) + " with code \"" + one + "\"");
        }
        out.push_back(unit);
        at = end + 1;
    }
    return out;
}

std::vector<double> Asked::numbers(std::string_view name) const {
    const std::string given = text(name);
    std::vector<double> out;
    const char *at = given.data(), *end = at + given.size();
    while (at < end) {
        if (*at == ' ' || *at == ',' || *at == ';' || *at == '\t' || *at == '\n') {
            ++at;
            continue;
        }
        double value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc()) refuse(name, "\"" + given + "\" is not a list of numbers like \"109.6 27.95, …\"");
        out.push_back(value);
        at = next;
    }
    return out;
}

geom::GeoShape Asked::wellKnown(std::string_view name) const {
    try {
        return geom::shapeFromWkt(text(name));
    } catch (const base::Error& error) { refuse(name, std::string("cannot be read: ") + error.what()); }
}

geom::GeoPoint Asked::place(std::string_view name) const {
    const std::vector<double> n = numbers(name);
    if (n.size() != 2) refuse(name, "\"" + text(name) + "\" is not a place like \"109.6 27.95\"");
    if (!onGlobe({n[0], n[1]})) refuse(name, "\"" + text(name) + "\" is not on the globe");
    return {n[0], n[1]};
}

geom::GeoLine Asked::line(std::string_view name) const {
    const std::string given = text(name);
    geom::GeoLine line;
    if (given.find('(') != std::string::npos) {
        const geom::GeoShape shape = wellKnown(name);
        const auto* lines = std::get_if<geom::GeoMultiLine>(&shape);
        if (!lines || lines->size() != 1) refuse(name, "is not one line");
        line = lines->front();
    } else {
        const std::vector<double> n = numbers(name);
        if (n.size() % 2 != 0) refuse(name, "has an odd number of coordinates");
        for (std::size_t i = 0; i < n.size(); i += 2) line.push_back({n[i], n[i + 1]});
    }
    const std::string why = geom::whyInvalid(geom::GeoMultiLine{line});
    if (!why.empty()) refuse(name, "cannot be used: " + why);
    return line;
}

geom::GeoMultiPolygon Asked::polygon(std::string_view name) const {
    const std::string given = text(name);
    geom::GeoMultiPolygon shape;
    if (given.find('(') != std::string::npos) {
        const geom::GeoShape read = wellKnown(name);
        const auto* parts = std::get_if<geom::GeoMultiPolygon>(&read);
        if (!parts) refuse(name, "is not a polygon");
        shape = *parts;
    } else {
        const std::vector<double> n = numbers(name);
        if (n.size() % 2 != 0) refuse(name, "has an odd number of coordinates");
        geom::GeoRing ring;
        for (std::size_t i = 0; i < n.size(); i += 2) ring.push_back({n[i], n[i + 1]});
        if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
        shape.push_back({ring, {}});
    }
    const std::string why = geom::whyInvalid(shape);
    if (!why.empty()) refuse(name, "cannot be used: " + why);
    geom::orient(shape);
    return shape;
}

base::Date Asked::day(std::string_view name) const {
    const auto day = base::Date::parse(text(name));
    if (!day) refuse(name, "\"" + text(name) + "\" is not a day like 2026-03-01");
    return *day;
}

std::size_t Asked::scheme(std::string_view name) const {
    const auto found = snapshot.findScheme(text(name));
    if (!found) refuse(name, "\"" + text(name) + "\": the file has no such colour scheme");
    return *found;
}

std::uint8_t Asked::classOf(std::string_view name, std::size_t scheme) const {
    const auto& classes = (*snapshot.schemes)[scheme].classes;
    const auto found = std::ranges::find(classes, text(name), &model::SchemeClass::code);
    if (found == classes.end()) refuse(name, "\"" + text(name) + "\" is not a class of the scheme");
    return std::uint8_t(found - classes.begin());
}

std::size_t Asked::field(std::string_view name, const model::RegisterDef& def) const {
    const auto at = def.fieldAt(text(name));
    if (!at) refuse(name, "\"" + text(name) + "\" is not a field of register " + def.id);
    return *at;
}

const model::RegisterTable& Asked::registerTable(std::string_view name) const {
    const model::RegisterTable* table = snapshot.findRegister(text(name));
    if (!table) refuse(name, "\"" + text(name) + "\": the file has no such register");
    return *table;
}

Chosen Asked::records(std::string_view name, std::string_view where) const {
    Chosen out{&registerTable(name), {}};
    model::Expression condition;
    try {
        condition = model::Expression::parse(text(where), &out.table->def);
    } catch (const base::Error& error) { refuse(where, std::string("cannot be read: ") + error.what()); }
    const model::Lifecycle* lifecycle = snapshot.catalogue->findLifecycle(out.table->def.lifecycle);
    for (const auto& record : out.table->records) {
        model::ExpressionRow row{&out.table->def, record.get(), lifecycle, nullptr, model::Level::county, snapshot.day};
        if (record->unit.valid()) {
            row.unit = &snapshot.unit(record->unit);
            row.level = record->unit.level;
        }
        if (condition.holds(row)) out.records.push_back(record.get());
    }
    return out;
}

Chosen Asked::polygons(std::string_view name, std::string_view where) const {
    Chosen out = records(name, where);
    if (out.table->def.anchor != model::Anchor::polygon) {
        refuse(name, "\"" + out.table->def.id + "\" is not a register of land (polygons)");
    }
    std::erase_if(out.records, [](const model::Record* r) { return r->shape.index() != 3; });
    return out;
}

Sources Asked::sources(std::string_view name, std::string_view where) const {
    std::vector<geom::GeoShape> shapes;
    std::vector<std::int64_t> ids;
    std::vector<std::string> names;
    if (const auto kind = model::parsePartyOrgKind(text(name))) {
        if (has(where)) refuse(where, "can be asked of registers only");
        for (const model::PartyOrg org : snapshot.party->orgs) {
            if (org.kind != *kind) continue;
            shapes.push_back(seat(org.serves));
            if (org.place) shapes.back() = *org.place;
            ids.push_back(org.id.value);
            names.emplace_back(org.name);
        }
        return {Places(std::move(shapes)), std::move(ids), std::move(names), {}};
    }
    const Chosen chosen = records(name, where);
    for (const model::Record* record : chosen.records) {
        shapes.push_back(record->shape.index() != 0 ? record->shape : seat(record->unit));
        ids.push_back(record->id);
        names.push_back(labelOf(chosen.table->def, *record));
    }
    return {Places(std::move(shapes)), std::move(ids), std::move(names), chosen.table->def.id};
}

geom::GeoShape Asked::seat(UnitRef unit) const {
    geom::GeoShape shape;
    if (!unit.valid()) return shape;
    const auto& at = ground.seats(unit.level)[unit.row];
    if (at) shape = geom::toGeo(*at);
    return shape;
}

bool Asked::isWithin(UnitRef unit, UnitRef within) const {
    return !within.valid() || (unit.valid() && snapshot.ancestor(unit, within.level) == within);
}

std::string labelOf(const model::RegisterDef& def, const model::Record& record) {
    const auto at = def.fieldAt(def.labelField);
    if (at && *at < record.values.size()) {
        const model::FieldDef& field = def.fields[*at];
        if (field.sensitive) return indicators::kMasked;
        const std::string text = model::toText(record.values[*at]);
        const auto choice = std::ranges::find(field.choices, text, &model::Choice::code);
        if (choice != field.choices.end()) return choice->name.zh;
        if (!text.empty()) return text;
    }
    return "#" + std::to_string(record.id);
}

std::int64_t householdsOf(const model::Snapshot& snapshot, UnitRef unit) {
    return std::max(0, snapshot.unit(unit).households);
}

geom::GeoShape commonShape(const Asked& in, Lines& lines, const geom::GeoMultiPolygon& a,
                           const geom::GeoMultiPolygon& b) {
    geom::GeoShape shape;
    if (in.shapes == Shapes::none) return shape;
    try {
        shape = geom::overlay(a, b).shared;
    } catch (const base::Error&) {
        lines.note("有一块公共部分画不出，面积仍是准的", "one common part could not be drawn; its area is right");
    }
    return shape;
}

double mu(double squareMetres) { return geodesy::muFromSquareMetres(squareMetres); }

}  // namespace xiangtu::query
