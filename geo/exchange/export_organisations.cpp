// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_layers.h"

namespace xiangtu::exchange {

namespace {

std::vector<ExportColumn> declared() {
    return {{"id", {"编号", "No."}, ColumnType::integer, {}},
            {"name", {"名称", "Name"}, ColumnType::text, {}},
            {"kind", {"类别", "Kind"}, ColumnType::text, {}},
            {"unit_code", {"服务单元代码", "Code of the unit served"}, ColumnType::code, {}},
            {"unit", {"服务单元", "Unit served"}, ColumnType::text, {}},
            {"parent", {"上级组织", "Organisation above"}, ColumnType::text, {}},
            {"chain", {"产业链", "Chain"}, ColumnType::text, {}},
            {"established", {"成立日期", "Established"}, ColumnType::date, {}}};
}

class OrganisationRows final : public RowSource {
public:
    OrganisationRows(Ground snapshot, const ExportSelection& selection) : m_snapshot(std::move(snapshot)) {
        const std::vector<ExportColumn> all = declared();
        std::vector<std::size_t> usual;
        for (std::size_t i = 0; i < all.size(); ++i) usual.push_back(i);
        m_about.key = "organisations";
        m_about.title = {"党组织", "Party organisations"};
        m_columns = chosenColumns(all, selection.columns, usual, m_about.key);
        for (std::size_t c = 0; c < m_columns.size(); ++c) {
            m_about.columns.push_back(all[m_columns[c]]);
            if (m_columns[c] == 0) m_about.keyColumn = c;
            if (m_columns[c] == 1) m_about.labelColumn = c;
        }
        const auto& orgs = m_snapshot->party->orgs;
        const model::RegisterDef fields = fieldsOf(all);
        ExportRow asked;
        for (std::uint32_t i = 0; i < orgs.size(); ++i) {
            const model::PartyOrg org = orgs[i];
            if (!insideOf(*m_snapshot, org.serves, selection.within)) continue;
            asked.start(all.size());
            for (std::size_t c = 0; c < all.size(); ++c) asked.cells[c] = cell(c, org, asked);
            if (holdsOf(selection.where, fields, asked.cells, *m_snapshot, org.serves)) m_rows.push_back(i);
        }
    }

    [[nodiscard]] const About& about() const override { return m_about; }
    [[nodiscard]] std::size_t size() const override { return m_rows.size(); }
    void cells(std::size_t row, ExportRow& into) const override {
        into.start(m_columns.size());
        const model::PartyOrg org = at(row);
        for (std::size_t c = 0; c < m_columns.size(); ++c) into.cells[c] = cell(m_columns[c], org, into);
    }
    void shape(std::size_t row, FlatShape& into) const override {
        const auto place = at(row).place;
        geoShape(place ? geom::GeoShape(*place) : geom::GeoShape(), into);
    }
    [[nodiscard]] ShapeSize shapeSize(std::size_t row) const override {
        return at(row).place ? ShapeSize{GeometryKind::point, 1, 1} : ShapeSize{};
    }
    [[nodiscard]] double areaM2(std::size_t) const override { return 0; }
    [[nodiscard]] std::size_t look(std::size_t) const override { return model::ClassColumn::kUnset; }
    [[nodiscard]] std::string township(std::size_t row) const override {
        return townshipOf(*m_snapshot, at(row).serves);
    }

private:
    [[nodiscard]] model::PartyOrg at(std::size_t row) const { return m_snapshot->party->orgs[m_rows[row]]; }
    static Cell text(std::string_view text) { return text.empty() ? Cell() : Cell(text); }
    [[nodiscard]] Cell cell(std::size_t column, const model::PartyOrg& org, ExportRow& into) const {
        const model::Unit* unit = org.serves.valid() ? &m_snapshot->unit(org.serves) : nullptr;
        switch (column) {
        case 0: return org.id.value;
        case 1: return text(org.name);
        case 2: return model::partyOrgKindName(org.kind);
        case 3: return unit && unit->code.valid() ? Cell(into.keep(unit->code.text())) : Cell();
        case 4: return unit ? text(unit->name) : Cell();
        case 5: {
            const auto above = org.parent.stored() ? m_snapshot->party->orgs.find(org.parent) : std::nullopt;
            return above ? text(above->name) : Cell();
        }
        case 6: return text(org.chain);
        default:
            return org.established.days == 0 || org.established.isOpen() ? Cell()
                                                                         : Cell(into.keep(org.established.iso()));
        }
    }

    Ground m_snapshot;
    About m_about;
    std::vector<std::size_t> m_columns;
    std::vector<std::uint32_t> m_rows;
};

}  // namespace

model::RegisterDef organisationFields() { return fieldsOf(declared()); }

ExportLayer organisationLayer(const Ground& snapshot, const ExportSelection& selection) {
    return {std::make_unique<OrganisationRows>(snapshot, selection), {}};
}

}  // namespace xiangtu::exchange
