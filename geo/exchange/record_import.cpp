// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/record_import.h"

#include "exchange/record_shape.h"
#include "exchange/table_reading.h"
#include "exchange/unit_lookup.h"
#include "exchange/value_text.h"
#include "model/field_rules.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace xiangtu::exchange {

namespace {

using model::Anchor;
using model::FieldDef;
using model::FieldType;
using model::RegisterDef;
using model::Value;

constexpr std::int64_t kReportEvery = 1024;

/// Reads the records of one source into one register.
class Reading {
public:
    Reading(const RegisterDef& def, const model::Snapshot& file, OpenedSource& source, TableReading& table)
        : m_def(def), m_file(file), m_source(source), m_table(table), m_units(file) {
        for (const model::PartyOrg& org : file.party->orgs) m_orgs.emplace(org.name);
    }

    /// A register of units needs to know of which: where no field is called so, one whose values are.
    void findUnitColumn(ImportReport& report) {
        if (m_def.anchor != Anchor::unit || m_table.has("unit")) return;
        const std::size_t rows = std::min<std::size_t>(m_source.raw.size(), 1000);
        std::size_t best = 0;
        std::optional<std::size_t> column;
        for (std::size_t c = 0; c < m_table.fields().size(); ++c) {
            std::size_t hits = 0;
            for (std::size_t r = 0; r < rows; ++r) {
                const std::string text = m_table.plainText(r, c);
                hits += !text.empty() && m_units.byText(text, m_def.anchorLevel).valid();
            }
            if (hits * 2 <= rows || hits <= best) continue;
            best = hits;
            column = c;
        }
        if (column) {
            m_table.give("unit", *column,
                         std::to_string(best) + " of " + std::to_string(rows) +
                             " values are codes or names of units of the file",
                         report);
        }
    }

    model::NewRecord read(Draft& draft) {
        model::NewRecord record;
        record.registerId = m_def.id;
        for (const FieldDef& field : m_def.fields) {
            if (field.retired || !field.formula.empty()) continue;
            Value value = valueOf(field, draft);
            if (model::isNull(value) && !m_table.has(field.name)) value = field.defaultValue;
            if (model::isNull(value)) {
                if (field.required && !draft.rejected)
                    draft.reject(Rule::missingValue, "field " + field.name + " is required and empty",
                                 m_table.fieldOf(field.name));
                if (!m_table.has(field.name)) continue;
            }
            record.values.emplace_back(field.name, std::move(value));
        }
        const geom::GeoShape shape =
            recordShape(m_source.raw.shapes[draft.record], m_def.anchor, m_source.transform, draft);
        const model::UnitRef unit = unitOf(shape, draft);
        if (unit.valid()) {
            record.unit = m_file.unit(unit).code;
            record.level = unit.level;
        }
        if (model::hasShape(m_def.anchor)) record.shape = shape;
        return record;
    }

private:
    Value valueOf(const FieldDef& field, Draft& draft) {
        const std::string text = m_table.text(field.name, draft);
        const std::string tidy = tidied(field.type, text);
        const auto refuse = [&](const std::string& reason) {
            draft.reject(Rule::badValue, "field " + field.name + ": " + reason, m_table.fieldOf(field.name));
            return Value();
        };
        const auto value = model::valueFromText(field, tidy);
        if (!value) {
            return refuse("\"" + text + "\" is not of type " + std::string(model::fieldTypeName(field.type)));
        }
        if (model::isNull(*value)) return {};
        if (const std::string reason = model::reasonAgainst(field, *value); !reason.empty())
            return refuse("\"" + text + "\": " + reason);
        if (const std::string reason = againstFile(field, *value); !reason.empty()) return refuse(reason);
        return *value;
    }

    /// What a value names must be there.
    std::string againstFile(const FieldDef& field, const Value& value) {
        if (field.type == FieldType::unit) {
            const auto code = model::Code::parse(std::get<std::string>(value));
            const bool there =
                code && (field.level ? m_file.findUnit(*field.level, *code).valid() : m_file.findUnit(*code).valid());
            return there ? "" : "there is no such unit: " + model::toText(value);
        }
        if (field.type == FieldType::organisation) {
            const auto& name = std::get<std::string>(value);
            return m_orgs.contains(name) ? "" : "there is no such Party organisation: " + name;
        }
        if (field.type == FieldType::record) {
            const model::RegisterTable* other = m_file.findRegister(field.of);
            return other && other->find(std::get<std::int64_t>(value))
                       ? ""
                       : "there is no such record: " + model::toText(value);
        }
        return "";
    }

    /// A place decides where there is one that the register keeps; a field else.
    model::UnitRef unitOf(const geom::GeoShape& shape, Draft& draft) {
        const bool placed = model::hasShape(m_def.anchor);
        if (placed) {
            const model::UnitRef ref = m_units.byPlace(shape, std::nullopt);
            if (ref.valid() || draft.rejected) return ref;
        }
        const std::string text = m_table.text("unit", draft);
        const auto level = placed ? std::nullopt : m_def.anchorLevel;
        if (!text.empty()) {
            const model::UnitRef ref = m_units.byText(text, level);
            if (ref.valid()) return ref;
        }
        if (!placed) {
            const model::UnitRef ref = m_units.byPlace(shape, level);
            if (ref.valid()) return ref;
        }
        const std::string what = level ? std::string(model::levelName(*level)) : "unit";
        const std::string reason = text.empty() ? "no " + what + " of the file is named or lies round its place"
                                                : "the file has no " + what + " \"" + text + "\" (or several)";
        if (placed)
            draft.find(Rule::unknownUnit, Severity::warning, Outcome::kept, reason + "; kept without",
                       m_table.fieldOf("unit"));
        else
            draft.reject(Rule::unknownUnit, reason, m_table.fieldOf("unit"));
        return {};
    }

    const RegisterDef& m_def;
    const model::Snapshot& m_file;
    OpenedSource& m_source;
    TableReading& m_table;
    UnitLookup m_units;
    std::unordered_set<std::string> m_orgs;
};

}  // namespace

base::Result<RecordPlan, Refusal> planRecords(const RecordRequest& request, const model::Snapshot& file,
                                              const base::Progress& progress) {
    const RegisterDef* def = file.catalogue->find(request.registerId);
    if (!def) return Refusal{"the file has no register \"" + request.registerId + "\" (xiangtu catalogue list)"};
    if (def->anchor == Anchor::link)
        return Refusal{"register " + def->id + " holds links between records and units; it cannot be imported"};
    RecordPlan plan;
    ImportReport& report = plan.report;
    report.into = "register " + def->id;
    auto opened = openSource(request, {request.layer, ReadFor::anything}, report, progress);
    if (!opened) return opened.error();
    OpenedSource source = std::move(opened).value();
    auto mapped = TableReading::of(source, targetsOf(*def), request.map, report);
    if (!mapped) return Refusal{request.source.string() + ": " + mapped.error().reason};
    TableReading table = std::move(mapped).value();
    Reading reading(*def, file, source, table);
    reading.findUnitColumn(report);
    const auto total = std::int64_t(source.raw.size());
    for (std::int64_t i = 0; i < total; ++i) {
        if (i % kReportEvery == 0) {
            progress.check();
            progress.report("records", i, total);
        }
        Draft draft;
        draft.record = std::size_t(i);
        model::NewRecord record = reading.read(draft);
        record.from = request.from;
        settle(draft, report);
        if (draft.rejected) continue;
        plan.records.push_back(std::move(record));
        plan.numbers.push_back(i);
    }
    return plan;
}

}  // namespace xiangtu::exchange
