// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "model/catalogue_json.h"
#include "model/expression.h"

#include <algorithm>

namespace xiangtu::model {

namespace {

using Kind = Measure::Kind;

/// Complains with the pointer of the thing inside the whole: "catalogue: /indicators/x: reason".
class Place {
public:
    Place(const std::string& origin, std::string_view list, const std::string& id)
        : m_text(origin + ": /" + std::string(list) + "/" + id) {}
    [[noreturn]] void fail(std::string_view member, const std::string& reason) const {
        throw base::Error(base::Fault::format, m_text + "/" + std::string(member) + ": " + reason);
    }
    void needExpression(std::string_view member, const std::string& text, const RegisterDef* def) const {
        try {
            (void)Expression::parse(text, def);
        } catch (const base::Error& e) { fail(member, e.what()); }
    }

private:
    std::string m_text;
};

class Check {
public:
    Check(const Catalogue& catalogue, const std::string& origin) : m_catalogue(catalogue), m_origin(origin) {}

    void all() const {
        for (const RegisterDef& def : m_catalogue.registers) aRegister(def);
        for (const IndicatorDef& def : m_catalogue.indicators) {
            const Place place(m_origin, "indicators", def.id);
            group(place, def.group);
            measure(place, def.measure);
            if (usesThreshold(def.measure) && def.thresholds.empty()) {
                place.fail("thresholds", "a measure asks for a threshold, but there is none");
            }
        }
        for (const RuleDef& rule : m_catalogue.rules) aRule(rule);
        for (const ReportDef& report : m_catalogue.reports) aReport(report);
        mechanisms();
    }

private:
    const RegisterDef& needRegister(const Place& place, std::string_view member, const std::string& id) const {
        const RegisterDef* def = m_catalogue.find(id);
        if (!def) place.fail(member, "there is no register \"" + id + "\"");
        return *def;
    }
    void group(const Place& place, const std::string& id) const {
        if (id.empty() || std::ranges::find(m_catalogue.groups, id, &Group::id) != m_catalogue.groups.end()) return;
        place.fail("group", "there is no group \"" + id + "\"");
    }

    void aRegister(const RegisterDef& def) const {
        const Place place(m_origin, "registers", def.id);
        group(place, def.group);
        for (const FieldDef& field : def.fields) {
            place.needExpression("fields/" + field.name + "/formula", field.formula, &def);
            if (field.type == FieldType::record) (void)needRegister(place, "fields/" + field.name + "/of", field.of);
        }
        if (def.lifecycle.empty()) return;
        const Lifecycle* lifecycle = m_catalogue.findLifecycle(def.lifecycle);
        if (!lifecycle) place.fail("lifecycle", "there is no lifecycle \"" + def.lifecycle + "\"");
        for (const LifecycleAction& action : lifecycle->actions) {
            for (const std::string& name : action.needs) {
                if (!def.findField(name)) {
                    place.fail("lifecycle", "action \"" + action.id + "\" needs the field \"" + name +
                                                "\", which the register has not");
                }
            }
        }
    }

    void measure(const Place& place, const Measure& m) const {
        const RegisterDef* def = m.registerId.empty() ? nullptr : &needRegister(place, "measure", m.registerId);
        if ((m.kind == Kind::area || m.kind == Kind::overlap) && def->anchor != Anchor::polygon) {
            place.fail("measure", "register \"" + m.registerId + "\" has no polygons");
        }
        place.needExpression("measure/where", m.where, def);
        place.needExpression("measure/value", m.value, def);
        place.needExpression("measure/unit_where", m.unitWhere, nullptr);
        if (m.kind == Kind::overlap) {
            const RegisterDef& with = needRegister(place, "measure/with", m.with);
            if (with.anchor != Anchor::polygon) place.fail("measure/with", "\"" + m.with + "\" has no polygons");
            place.needExpression("measure/with_where", m.withWhere, &with);
        }
        for (const Measure& part : m.parts) measure(place, part);
    }
    static bool usesThreshold(const Measure& m) { return m.byThreshold || std::ranges::any_of(m.parts, usesThreshold); }

    void aRule(const RuleDef& rule) const {
        const Place place(m_origin, "rules", rule.id);
        group(place, rule.group);
        place.needExpression("unit_where", rule.unitWhere, nullptr);
        if (rule.kind == RuleDef::Kind::load) {
            const RegisterDef& def = needRegister(place, "load/register", rule.registerId);
            if (!def.findField(rule.field)) place.fail("load/by", "names no field of the register");
            place.needExpression("load/where", rule.where, &def);
            return;
        }
        measure(place, rule.measure);
        if (rule.kind == RuleDef::Kind::equal) measure(place, rule.other);
        if (usesThreshold(rule.measure) || usesThreshold(rule.other)) { place.fail("of", "a rule has no threshold"); }
    }

    void aReport(const ReportDef& report) const {
        const Place place(m_origin, "reports", report.id);
        for (const ReportTable& table : report.tables) {
            for (const std::string& id : table.indicators) {
                if (!m_catalogue.findIndicator(id)) place.fail("indicators", "there is no indicator \"" + id + "\"");
            }
            if (!table.rankedBy.empty() &&
                std::ranges::find(table.indicators, table.rankedBy) == table.indicators.end()) {
                place.fail("ranked_by", "\"" + table.rankedBy + "\" is not an indicator of the table");
            }
            if (table.registerId.empty()) continue;
            const RegisterDef& def = needRegister(place, "register", table.registerId);
            place.needExpression("where", table.where, &def);
            for (const std::string& name : table.columns) {
                if (!def.findField(name)) place.fail("columns", "\"" + name + "\" is no field of the register");
            }
            if (!table.order.empty() && !def.findField(table.order))
                place.fail("order", "names no field of the register");
        }
    }

    /// Whoever says what it carries names rows that exist; a county's own catalogue may have no table.
    void mechanisms() const {
        if (m_catalogue.mechanisms.empty()) return;
        const auto known = [&](const Place& place, const std::vector<int>& numbers) {
            for (const int n : numbers) {
                if (std::ranges::find(m_catalogue.mechanisms, n, &Mechanism::number) == m_catalogue.mechanisms.end()) {
                    place.fail("mechanisms", "there is no mechanism " + std::to_string(n));
                }
            }
        };
        const auto each = [&](const auto& list, std::string_view name) {
            for (const auto& item : list) known(Place(m_origin, name, item.id), item.mechanisms);
        };
        each(m_catalogue.lifecycles, "lifecycles");
        each(m_catalogue.registers, "registers");
        each(m_catalogue.indicators, "indicators");
        each(m_catalogue.rules, "rules");
        each(m_catalogue.reports, "reports");
        each(m_catalogue.queries, "queries");
    }

    const Catalogue& m_catalogue;
    const std::string& m_origin;
};

}  // namespace

void checkCatalogue(const Catalogue& catalogue, const std::string& origin) { Check(catalogue, origin).all(); }

}  // namespace xiangtu::model
