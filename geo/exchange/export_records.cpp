// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "exchange/export_layers.h"
#include "geodesy/area.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::exchange {

namespace {

enum class What : std::uint8_t { id, unitCode, unit, state, since, due, field, areaMu, lengthM, from };

struct Source {
    What what;
    std::size_t field = 0;
};

ColumnType typeOf(model::FieldType type) {
    using model::FieldType;
    switch (type) {
    case FieldType::integer:
    case FieldType::year:
    case FieldType::record: return ColumnType::integer;
    case FieldType::decimal:
    case FieldType::money: return ColumnType::real;
    case FieldType::date: return ColumnType::date;
    case FieldType::yesNo: return ColumnType::yesNo;
    case FieldType::unit: return ColumnType::code;
    default: return ColumnType::text;
    }
}

class RecordRows final : public RowSource {
public:
    RecordRows(Ground snapshot, const model::RegisterTable& table, const ExportSelection& selection,
               std::vector<std::string>& leftOut)
        : m_snapshot(std::move(snapshot)),
          m_table(table),
          m_lifecycle(m_snapshot->catalogue->findLifecycle(table.def.lifecycle)),
          m_rights(selection.rights) {
        declare(selection, leftOut);
        for (const auto& record : table.records) {
            if (!insideOf(*m_snapshot, record->unit, selection.within)) continue;
            const model::ExpressionRow asked{
                &table.def,         record.get(),
                m_lifecycle,        record->unit.valid() ? &m_snapshot->unit(record->unit) : nullptr,
                record->unit.level, m_snapshot->day};
            if (selection.where.holds(asked)) m_rows.push_back(record.get());
        }
    }

    [[nodiscard]] const About& about() const override { return m_about; }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    void cells(std::size_t row, ExportRow& into) const override {
        into.start(m_sources.size());
        for (std::size_t c = 0; c < m_sources.size(); ++c) into.cells[c] = cell(m_sources[c], *m_rows[row], into);
    }
    void shape(std::size_t row, FlatShape& into) const override {
        const model::Record& record = *m_rows[row];
        if (model::hasShape(m_table.def.anchor)) return geoShape(record.shape, into);
        if (m_table.def.anchor == model::Anchor::unit) return unitShape(*m_snapshot, record.unit, into);
        into.clear();
    }
    [[nodiscard]] ShapeSize shapeSize(std::size_t row) const override {
        if (m_table.def.anchor == model::Anchor::unit) return unitShapeSize(*m_snapshot, m_rows[row]->unit);
        FlatShape flat;
        shape(row, flat);
        return {flat.kind, flat.starts.size(), flat.points.size()};
    }
    [[nodiscard]] double areaM2(std::size_t row) const override { return std::max(0.0, m_rows[row]->areaM2); }
    [[nodiscard]] std::size_t look(std::size_t) const override { return model::ClassColumn::kUnset; }
    [[nodiscard]] std::string township(std::size_t row) const override {
        return townshipOf(*m_snapshot, m_rows[row]->unit);
    }

private:
    void declare(const ExportSelection& selection, std::vector<std::string>& leftOut) {
        std::vector<ExportColumn> all;
        std::vector<Source> sources;
        const auto add = [&](Source source, ExportColumn column) {
            all.push_back(std::move(column));
            sources.push_back(source);
        };
        add({What::id}, {"id", {"编号", "No."}, ColumnType::integer, {}});
        add({What::unitCode}, {"unit_code", {"单元代码", "Unit code"}, ColumnType::code, {}});
        add({What::unit}, {"unit_name", {"所在单元", "Unit"}, ColumnType::text, {}});
        if (m_lifecycle) {
            add({What::state}, {"state", {"状态", "State"}, ColumnType::text, {}});
            add({What::since}, {"state_since", {"进入日期", "Since"}, ColumnType::date, {}});
            add({What::due}, {"due", {"期限", "Due"}, ColumnType::date, {}});
        }
        const bool publicUse = selection.profile == ExportProfile::publicUse;
        for (std::size_t f = 0; f < m_table.def.fields.size(); ++f) {
            const model::FieldDef& field = m_table.def.fields[f];
            using model::FieldType;
            if (field.sensitive && (publicUse || !selection.rights.sensitive)) {
                leftOut.push_back(field.name + ": sensitive" + (publicUse ? ", and the export is public" : ""));
                continue;
            }
            if (publicUse && (field.type == FieldType::person || field.type == FieldType::photo ||
                              field.type == FieldType::attachment)) {
                leftOut.push_back(field.name + ": a person, photo or paper, and the export is public");
                continue;
            }
            if (field.retired) continue;
            add({What::field, f}, {field.name, field.title, typeOf(field.type), field.unit});
        }
        if (m_table.def.anchor == model::Anchor::polygon)
            add({What::areaMu}, {"area_mu", {"面积亩", "Area in mu"}, ColumnType::real, "亩"});
        if (m_table.def.anchor == model::Anchor::line)
            add({What::lengthM}, {"length_m", {"长度米", "Length in m"}, ColumnType::real, "米"});
        add({What::from}, {"valid_from", {"登记日期", "Valid from"}, ColumnType::date, {}});
        for (std::size_t i = 0; i < all.size(); ++i) {
            // A field may have a name one of ours has; the file keeps both apart.
            for (std::size_t j = 0; j < i; ++j) {
                if (all[j].key == all[i].key) all[i].key += "_field";
            }
        }
        m_about.key = m_table.def.id;
        m_about.title = m_table.def.title;
        std::vector<std::size_t> usual;
        for (std::size_t i = 0; i < all.size(); ++i) usual.push_back(i);
        for (const std::size_t i : chosenColumns(all, selection.columns, usual, "register " + m_about.key)) {
            if (sources[i].what == What::id) m_about.keyColumn = m_sources.size();
            const bool label =
                sources[i].what == What::field && m_table.def.fields[sources[i].field].name == m_table.def.labelField;
            if (label) m_about.labelColumn = m_sources.size();
            m_about.columns.push_back(all[i]);
            m_sources.push_back(sources[i]);
        }
    }

    static Cell text(std::string_view text) { return text.empty() ? Cell() : Cell(text); }
    static Cell day(base::Date date, ExportRow& into) {
        return date.isOpen() || date.days == 0 ? Cell() : Cell(into.keep(date.iso()));
    }
    [[nodiscard]] Cell cell(const Source& source, const model::Record& record, ExportRow& into) const {
        const model::Unit* unit = record.unit.valid() ? &m_snapshot->unit(record.unit) : nullptr;
        const bool inState = m_lifecycle && record.state < m_lifecycle->states.size();
        switch (source.what) {
        case What::id: return record.id;
        case What::unitCode: return unit && unit->code.valid() ? Cell(into.keep(unit->code.text())) : Cell();
        case What::unit: return unit ? text(unit->name) : Cell();
        case What::state: return inState ? text(m_lifecycle->states[record.state].title.zh) : Cell();
        case What::since: return inState ? day(record.since, into) : Cell();
        case What::due: return day(record.due, into);
        case What::areaMu:
            return record.areaM2 < 0 ? Cell()
                                     : Cell(std::round(geodesy::muFromSquareMetres(record.areaM2) * 100) / 100);
        case What::lengthM: return record.lengthM < 0 ? Cell() : Cell(std::round(record.lengthM * 100) / 100);
        case What::from: return day(record.from, into);
        case What::field: return fieldCell(m_table.def.fields[source.field], record, source.field, into);
        }
        return {};
    }
    [[nodiscard]] Cell fieldCell(const model::FieldDef& field, const model::Record& record, std::size_t at,
                                 ExportRow& into) const {
        if (field.sensitive && m_rights.may && !m_rights.may(record.unit)) return {};
        const model::Value value = record.values[at];
        if (const auto* n = std::get_if<std::int64_t>(&value)) {
            return typeOf(field.type) == ColumnType::real ? Cell(double(*n)) : Cell(*n);
        }
        if (const auto* n = std::get_if<double>(&value)) return *n;
        const auto* words = std::get_if<std::string>(&value);
        if (!words) return {};
        if (field.type == model::FieldType::choice || field.type == model::FieldType::multiChoice)
            return into.keep(choiceNames(field, *words));
        return into.keep(*words);
    }
    /// Names as the office reads them, in the place of codes.
    static std::string choiceNames(const model::FieldDef& field, std::string_view codes) {
        std::string out;
        while (true) {
            const auto comma = codes.find(',');
            const std::string_view code = codes.substr(0, comma);
            const auto at = std::ranges::find(field.choices, code, &model::Choice::code);
            if (!out.empty()) out += "、";
            out += at == field.choices.end() ? std::string(code) : at->name.zh;
            if (comma == std::string_view::npos) return out;
            codes.remove_prefix(comma + 1);
        }
    }

    Ground m_snapshot;
    const model::RegisterTable& m_table;
    const model::Lifecycle* m_lifecycle;
    ExportRights m_rights;
    About m_about;
    std::vector<Source> m_sources;
    std::vector<const model::Record*> m_rows;
};

}  // namespace

ExportLayer registerLayer(const Ground& snapshot, const std::string& registerId, const ExportSelection& selection) {
    const model::RegisterTable* table = snapshot->findRegister(registerId);
    if (!table) throw base::Error(base::Fault::usage, "there is no register \"" + registerId + "\"");
    ExportLayer out;
    out.rows = std::make_unique<RecordRows>(snapshot, *table, selection, out.leftOut);
    return out;
}

}  // namespace xiangtu::exchange
