// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/rows.h"
#include "display/tables.h"

namespace xiangtu::display {

namespace {

using model::Level;

std::string numbered(std::string_view name, std::size_t number) {
    return std::string(name) + "." + std::to_string(number);
}

class Texts {
public:
    std::uint32_t add(std::string_view text) {
        m_bytes.insert(m_bytes.end(), text.begin(), text.end());
        return std::uint32_t(m_bytes.size());
    }
    [[nodiscard]] base::SharedArray<char> take() { return std::move(m_bytes); }

private:
    std::vector<char> m_bytes;
};

void addKey(const store::Kept& kept, std::vector<Section>& out) {
    KeyRow row;
    Texts texts;
    row.mark = kept.mark.id;
    row.schema = kept.identity.schema;
    row.since = kept.window.since.days;
    row.until = kept.window.until.days;
    row.schemes = std::uint32_t(kept.classes.size());
    row.unitsEnd = texts.add(kept.identity.units);
    row.partyEnd = texts.add(kept.identity.party);
    row.classesEnd = texts.add(kept.identity.classes);
    row.markEnd = texts.add(kept.mark.text);
    out.push_back(section("key", base::SharedArray<KeyRow>({row})));
    out.push_back(section("key.text", texts.take()));
}

void addUnits(const std::shared_ptr<const model::LevelTable>& table, std::vector<Section>& out) {
    const std::size_t l = indexOf(table->level);
    std::vector<UnitRow> rows;
    rows.reserve(table->units.size());
    Texts names;
    for (const model::Unit& unit : table->units) {
        rows.push_back({unit.id.value, unit.code.packed(), names.add(unit.name), unit.parent.row, unit.households,
                        unit.from.days, unit.to.days, std::uint8_t(unit.kind), std::uint8_t(unit.parent.level), 0});
    }
    out.push_back(section(numbered("units", l), base::SharedArray<UnitRow>(std::move(rows))));
    out.push_back(section(numbered("units.name", l), names.take()));
    const geom::PolygonSet& shapes = table->shapes;
    out.push_back(section(numbered("shape.points", l), shapes.points(), table));
    out.push_back(section(numbered("shape.rings", l), shapes.ringStarts(), table));
    out.push_back(section(numbered("shape.features", l), shapes.featureStarts(), table));
    out.push_back(section(numbered("shape.boxes", l), shapes.boxes(), table));
}

void addParty(const std::shared_ptr<const model::PartyTable>& party, std::vector<Section>& out) {
    out.push_back(section("party", party->orgs.rows(), party));
    out.push_back(section("party.text", party->orgs.texts(), party));
    for (std::size_t l = 0; l < model::kLevelCount; ++l) {
        out.push_back(section(numbered("party.serves", l), std::span<const std::uint32_t>(party->servedBy[l]), party));
    }
}

}  // namespace

void addTables(const store::Kept& kept, std::vector<Section>& out) {
    addKey(kept, out);
    for (const auto& table : kept.levels) addUnits(table, out);
    addParty(kept.party, out);
    for (std::size_t s = 0; s < kept.classes.size(); ++s) {
        for (std::size_t l = 0; l < model::kLevelCount; ++l) {
            const std::span<const std::uint8_t> column = kept.classes[s]->classOf[l];
            out.push_back(section(numbered(numbered("class", s), l), column, kept.classes[s]));
        }
    }
}

}  // namespace xiangtu::display
