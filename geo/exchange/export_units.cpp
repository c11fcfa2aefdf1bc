// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "exchange/export_layers.h"
#include "geodesy/area.h"
#include "geodesy/lattice_area.h"

#include <algorithm>

namespace xiangtu::exchange {

namespace {

enum class What : std::uint8_t {
    code,
    name,
    level,
    kind,
    parentCode,
    parentName,
    townshipCode,
    townshipName,
    households,
    areaMu,
    areaM2,
    validFrom,
    classCode,
    className,
};

struct Source {
    What what;
    std::size_t scheme = 0;
};

const model::Titles& levelTitle(model::Level level) {
    static const std::array<model::Titles, model::kLevelCount> kTitles{{{"县", "Counties"},
                                                                        {"镇街", "Townships"},
                                                                        {"村", "Villages"},
                                                                        {"自然村", "Natural villages"},
                                                                        {"网格", "Grids"}}};
    return kTitles[model::indexOf(level)];
}

/// Everything a unit can say of itself, in the order it is written.
void declare(const model::Snapshot& snapshot, std::vector<ExportColumn>& columns, std::vector<Source>& sources) {
    const auto add = [&](What what, const char* key, const char* zh, const char* en, ColumnType type,
                         const char* unit = "") {
        columns.push_back({key, {zh, en}, type, unit});
        sources.push_back({what});
    };
    add(What::code, "code", "代码", "Code", ColumnType::code);
    add(What::name, "name", "名称", "Name", ColumnType::text);
    add(What::kind, "kind", "类别", "Kind", ColumnType::text);
    add(What::parentCode, "parent_code", "上级代码", "Code above", ColumnType::code);
    add(What::parentName, "parent", "上级名称", "Name above", ColumnType::text);
    add(What::townshipCode, "town_code", "乡镇代码", "Township code", ColumnType::code);
    add(What::townshipName, "town", "乡镇名称", "Township", ColumnType::text);
    add(What::level, "level", "层级", "Level", ColumnType::text);
    add(What::households, "households", "户数", "Households", ColumnType::integer, "户");
    add(What::areaMu, "area_mu", "面积亩", "Area in mu", ColumnType::real, "亩");
    add(What::areaM2, "area_m2", "面积平方米", "Area in m²", ColumnType::real, "平方米");
    add(What::validFrom, "valid_from", "启用日期", "Valid from", ColumnType::date);
    for (std::size_t s = 0; s < snapshot.schemes->size(); ++s) {
        const model::Scheme& scheme = (*snapshot.schemes)[s];
        columns.push_back({scheme.key, {scheme.name.zh + "代号", scheme.name.en + " code"}, ColumnType::code, {}});
        sources.push_back({What::classCode, s});
        columns.push_back({scheme.key + "_name", scheme.name, ColumnType::text, {}});
        sources.push_back({What::className, s});
    }
}

class UnitRows final : public RowSource {
public:
    UnitRows(Ground snapshot, model::Level level, const ExportSelection& selection)
        : m_snapshot(std::move(snapshot)),
          m_table(m_snapshot->table(level)),
          m_public(selection.profile == ExportProfile::publicUse) {
        std::vector<ExportColumn> all;
        std::vector<Source> sources;
        declare(*m_snapshot, all, sources);
        std::vector<std::size_t> usual;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (sources[i].what != What::level && sources[i].what != What::areaM2) usual.push_back(i);
        }
        m_about.key = model::levelName(level);
        m_about.title = levelTitle(level);
        for (const std::size_t i : chosenColumns(all, selection.columns, usual, m_about.key)) {
            m_about.columns.push_back(all[i]);
            m_sources.push_back(sources[i]);
        }
        const auto at = [&](What what, std::size_t otherwise) {
            const auto it = std::ranges::find(m_sources, what, &Source::what);
            return it == m_sources.end() ? otherwise : std::size_t(it - m_sources.begin());
        };
        m_about.keyColumn = at(What::code, 0);
        m_about.labelColumn = at(What::name, m_about.keyColumn);
        useScheme(selection);
        choose(selection, sources);
    }

    [[nodiscard]] const About& about() const override { return m_about; }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    void cells(std::size_t row, ExportRow& into) const override {
        into.start(m_sources.size());
        const UnitRef ref = unit(row);
        for (std::size_t c = 0; c < m_sources.size(); ++c) into.cells[c] = cell(m_sources[c], ref, into);
    }
    void shape(std::size_t row, FlatShape& into) const override { unitShape(*m_snapshot, unit(row), into); }
    [[nodiscard]] ShapeSize shapeSize(std::size_t row) const override { return unitShapeSize(*m_snapshot, unit(row)); }
    [[nodiscard]] Bounds bounds(std::size_t row) const override { return unitBounds(*m_snapshot, unit(row)); }
    [[nodiscard]] double areaM2(std::size_t row) const override {
        return geodesy::latticeArea(m_table.shapes, m_rows[row]);
    }
    [[nodiscard]] std::size_t look(std::size_t row) const override {
        return m_scheme ? m_snapshot->classOf(*m_scheme, unit(row)) : model::ClassColumn::kUnset;
    }
    [[nodiscard]] std::string township(std::size_t row) const override { return townshipOf(*m_snapshot, unit(row)); }

private:
    using UnitRef = model::UnitRef;
    [[nodiscard]] UnitRef unit(std::size_t row) const noexcept { return {m_table.level, m_rows[row]}; }

    void useScheme(const ExportSelection& selection) {
        m_scheme = selection.scheme;
        if (!m_scheme && !m_snapshot->schemes->empty()) m_scheme = 0;
        if (!m_scheme) return;
        for (const model::SchemeClass& c : (*m_snapshot->schemes)[*m_scheme].classes)
            m_about.looks.push_back({c.code, c.name.zh, c.rgb});
    }

    void choose(const ExportSelection& selection, const std::vector<Source>& all) {
        std::vector<bool> wanted(256, selection.classes.empty());
        for (const std::string& code : selection.classes) {
            if (code == "none") {
                wanted[model::ClassColumn::kUnset] = true;
                continue;
            }
            const auto at = std::ranges::find(m_about.looks, code, &ExportLook::key);
            if (at == m_about.looks.end())
                throw base::Error(base::Fault::usage, "the scheme has no class \"" + code + "\"");
            wanted[std::size_t(at - m_about.looks.begin())] = true;
        }
        const model::RegisterDef fields = selection.where.empty() ? model::RegisterDef() : unitFields(*m_snapshot);
        ExportRow asked;
        for (std::uint32_t row = 0; row < m_table.units.size(); ++row) {
            const UnitRef ref{m_table.level, row};
            if (!insideOf(*m_snapshot, ref, selection.within)) continue;
            if (!selection.classes.empty() && !wanted[m_snapshot->classOf(*m_scheme, ref)]) continue;
            if (!selection.where.empty()) {
                asked.start(all.size());
                for (std::size_t c = 0; c < all.size(); ++c) asked.cells[c] = cell(all[c], ref, asked);
            }
            if (holdsOf(selection.where, fields, asked.cells, *m_snapshot, ref)) m_rows.push_back(row);
        }
    }

    [[nodiscard]] Cell cell(const Source& source, UnitRef ref, ExportRow& into) const {
        const model::Unit& unit = m_table.units[ref.row];
        const auto code = [&](const model::Unit& u) {
            return u.code.valid() ? Cell(into.keep(u.code.text())) : Cell();
        };
        const auto name = [](const model::Unit& u) { return u.name.empty() ? Cell() : Cell(std::string_view(u.name)); };
        const auto town = [&] { return m_snapshot->ancestor(ref, model::Level::township); };
        switch (source.what) {
        case What::code: return code(unit);
        case What::name: return name(unit);
        case What::level: return model::levelName(m_table.level);
        case What::kind: return model::unitKindName(unit.kind);
        case What::parentCode: return unit.parent.valid() ? code(m_snapshot->unit(unit.parent)) : Cell();
        case What::parentName: return unit.parent.valid() ? name(m_snapshot->unit(unit.parent)) : Cell();
        case What::townshipCode: return town().valid() ? code(m_snapshot->unit(town())) : Cell();
        case What::townshipName: return town().valid() ? name(m_snapshot->unit(town())) : Cell();
        case What::households:
            // One or two households are a household somebody knows.
            if (unit.households < 0 || (m_public && unit.households < 3)) return {};
            return std::int64_t(unit.households);
        case What::areaMu:
            return areaCell(geodesy::muFromSquareMetres(geodesy::latticeArea(m_table.shapes, ref.row)), ref);
        case What::areaM2: return areaCell(geodesy::latticeArea(m_table.shapes, ref.row), ref);
        case What::validFrom:
            return unit.from.days == 0 || unit.from.isOpen() ? Cell() : Cell(into.keep(unit.from.iso()));
        case What::classCode:
        case What::className: {
            const auto& classes = (*m_snapshot->schemes)[source.scheme].classes;
            const std::uint8_t at = m_snapshot->classOf(source.scheme, ref);
            if (at >= classes.size()) return {};
            return std::string_view(source.what == What::classCode ? classes[at].code : classes[at].name.zh);
        }
        }
        return {};
    }
    /// To the hundredth; an area is not known better.
    [[nodiscard]] Cell areaCell(double value, UnitRef ref) const {
        return m_table.shapes.hasShape(ref.row) ? Cell(std::round(value * 100) / 100) : Cell();
    }

    Ground m_snapshot;
    const model::LevelTable& m_table;
    bool m_public;
    About m_about;
    std::vector<Source> m_sources;
    std::optional<std::size_t> m_scheme;
    std::vector<std::uint32_t> m_rows;
};

}  // namespace

model::RegisterDef unitFields(const model::Snapshot& snapshot) {
    std::vector<ExportColumn> columns;
    std::vector<Source> sources;
    declare(snapshot, columns, sources);
    return fieldsOf(columns);
}

ExportLayer unitLayer(const Ground& snapshot, model::Level level, const ExportSelection& selection) {
    ExportLayer out{std::make_unique<UnitRows>(snapshot, level, selection), {}};
    if (selection.profile == ExportProfile::publicUse) out.leftOut.emplace_back("numbers of households below three");
    return out;
}

}  // namespace xiangtu::exchange
