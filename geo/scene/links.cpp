// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/links.h"

#include "scene/label_point.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace xiangtu::scene {

namespace {

using model::UnitRef;

/// Roles of the register that lead a village, highest first.
struct LeadingRole {
    std::string_view code;
    LinkKind kind;
};
constexpr std::array kLeadingRoles{LeadingRole{"county_leader", LinkKind::countyLeader},
                                   LeadingRole{"township_leader", LinkKind::townshipLeader},
                                   LeadingRole{"first_secretary", LinkKind::firstSecretary}};

std::optional<geom::GeoPoint> centre(const model::Snapshot& snapshot, UnitRef unit) {
    const geom::PolygonSet& shapes = snapshot.table(unit.level).shapes;
    if (!shapes.hasShape(unit.row)) return std::nullopt;
    return geom::toGeo(poleOfInaccessibility(shapes, unit.row).at);
}

/// The register's columns.
class Duties {
public:
    explicit Duties(const model::RegisterTable& table)
        : m_table(table),
          m_person(table.def.fieldAt("person")),
          m_number(table.def.fieldAt("person_no")),
          m_role(table.def.fieldAt("role")) {}

    [[nodiscard]] std::string person(const model::Record& record) const { return text(m_person, record); }
    /// Tells persons apart: by number where there is one, since names repeat.
    [[nodiscard]] std::string identity(const model::Record& record) const {
        const std::string number = text(m_number, record);
        return number.empty() ? person(record) : "#" + number;
    }
    [[nodiscard]] std::string role(const model::Record& record) const { return text(m_role, record); }
    [[nodiscard]] std::string roleTitle(const std::string& code) const {
        if (!m_role) return code;
        const auto& choices = m_table.def.fields[*m_role].choices;
        const auto choice = std::ranges::find(choices, code, &model::Choice::code);
        return choice == choices.end() ? code : choice->name.zh;
    }

private:
    [[nodiscard]] static std::string text(std::optional<std::size_t> field, const model::Record& record) {
        return field ? model::toText(record.values[*field]) : std::string();
    }
    const model::RegisterTable& m_table;
    std::optional<std::size_t> m_person;
    std::optional<std::size_t> m_number;
    std::optional<std::size_t> m_role;
};

std::size_t rank(std::string_view role) noexcept {
    return std::size_t(std::ranges::find(kLeadingRoles, role, &LeadingRole::code) - kLeadingRoles.begin());
}

void addSamePersons(Links& links, const model::Snapshot& snapshot, const model::RegisterTable& table, UnitRef unit,
                    geom::GeoPoint from) {
    const Duties duties(table);
    std::set<std::string> persons;
    for (const auto& record : table.records) {
        if (record->unit == unit) persons.insert(duties.identity(*record));
    }
    persons.erase("");
    std::map<UnitRef, std::set<std::string>> others;
    for (const auto& record : table.records) {
        const bool elsewhere = record->unit.valid() && record->unit != unit;
        if (elsewhere && persons.contains(duties.identity(*record))) {
            others[record->unit].insert(duties.person(*record));
        }
    }
    for (const auto& [other, who] : others) {
        const auto to = centre(snapshot, other);
        if (!to) continue;
        std::string label;
        for (const std::string& person : who) label += (label.empty() ? "" : "、") + person;
        links.push_back({from, *to, other, LinkKind::samePerson, label});
    }
}

void addVillages(Links& links, const model::Snapshot& snapshot, const model::RegisterTable& table, UnitRef township,
                 geom::GeoPoint from) {
    const Duties duties(table);
    // The leader of highest rank; any other duty counts after those that lead.
    std::map<UnitRef, const model::Record*> leaders;
    for (const auto& record : table.records) {
        if (record->unit.level != model::Level::village || !record->unit.valid()) continue;
        const model::Record*& best = leaders[record->unit];
        if (!best || rank(duties.role(*record)) < rank(duties.role(*best))) best = record.get();
    }
    const auto& villages = snapshot.table(model::Level::village).units;
    for (std::uint32_t row = 0; row < villages.size(); ++row) {
        const UnitRef village{model::Level::village, row};
        if (snapshot.ancestor(village, model::Level::township) != township) continue;
        const auto to = centre(snapshot, village);
        if (!to) continue;
        const auto found = leaders.find(village);
        if (found == leaders.end()) {
            links.push_back({*to, *to, village, LinkKind::vacant, linkTitles(LinkKind::vacant).zh});
            continue;
        }
        const std::string role = duties.role(*found->second);
        const std::size_t at = rank(role);
        const LinkKind kind = at < kLeadingRoles.size() ? kLeadingRoles[at].kind : LinkKind::otherRole;
        links.push_back({from, *to, village, kind, duties.roleTitle(role) + " " + duties.person(*found->second)});
    }
}

}  // namespace

std::string_view linkKindName(LinkKind kind) noexcept {
    static constexpr std::array<std::string_view, kLinkKindCount> kNames{
        "same_person", "county_leader", "township_leader", "first_secretary", "other_role", "vacant"};
    return kNames[std::size_t(kind)];
}

const model::Titles& linkTitles(LinkKind kind) noexcept {
    static const std::array<model::Titles, kLinkKindCount> kTitles{{{"同一责任人", "Same person"},
                                                                    {"县级领导包保", "Leader of the county"},
                                                                    {"镇街领导包村", "Leader of the township"},
                                                                    {"第一书记", "First secretary"},
                                                                    {"其他责任人", "Another role"},
                                                                    {"无责任人", "Nobody"}}};
    return kTitles[std::size_t(kind)];
}

Links responsibilityLinks(const model::Snapshot& snapshot, model::UnitRef unit) {
    Links links;
    const model::RegisterTable* table = snapshot.findRegister(kResponsibilityRegister);
    if (!table || !unit.valid()) return links;
    const auto from = centre(snapshot, unit);
    if (!from) return links;
    if (unit.level == model::Level::township) addVillages(links, snapshot, *table, unit, *from);
    addSamePersons(links, snapshot, *table, unit, *from);
    return links;
}

}  // namespace xiangtu::scene
