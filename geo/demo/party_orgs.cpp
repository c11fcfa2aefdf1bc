// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/party_orgs.h"

#include "demo/rng.h"

namespace xiangtu::demo {

using base::Date;
using model::Level;
using model::NewPartyOrg;
using model::PartyOrgKind;

namespace {

constexpr double kWithoutGroup = 0.08;
constexpr double kWithoutMember = 0.15;
constexpr std::int32_t kManyHouseholds = 330;  // from here on a village has a general branch

class PartyWriter {
public:
    PartyWriter(const Roll& roll, model::Sink& sink) : m_roll(roll), m_sink(sink) {}

    void run() {
        const model::Code county = m_roll.code(Level::county, 0);
        add(organisationOf(m_roll, {Level::county, 0}), PartyOrgKind::committee, Level::county, 0, {},
            day(1, 0, 1956, 4));
        for (std::uint32_t t = 0; t < m_roll.count(Level::township); ++t) {
            add(organisationOf(m_roll, {Level::township, t}), PartyOrgKind::committee, Level::township, t, county,
                day(2, t, 1984, 30));
        }
        addBranches();
        addGroups();
        addMembers();
        addCells();
    }

private:
    [[nodiscard]] double chance(std::uint64_t what, std::uint64_t unit) const {
        return unitOf(mix(m_roll.seed(), what << 40 | unit));
    }
    /// Some day within `years` years from the first of January of `year`.
    [[nodiscard]] Date day(std::uint64_t what, std::uint64_t unit, int year, int years) const {
        return {Date::of(year, 1, 1).days + std::int32_t(chance(what + 100, unit) * years * 365)};
    }

    void add(std::string name, PartyOrgKind kind, Level level, std::uint32_t unit, model::Code above, Date from,
             Date to = Date::open()) {
        NewPartyOrg org;
        org.name = std::move(name);
        org.kind = kind;
        org.level = level;
        org.serves = m_roll.code(level, unit);
        org.parentServes = above;
        org.place = geom::toGeo(m_roll.middle(level, unit));
        org.established = from;
        org.dissolved = to;
        m_sink.add(org);
    }

    void addBranches() {
        for (std::uint32_t v = 0; v < m_roll.count(Level::village); ++v) {
            const std::string name = m_roll.shortName(Level::village, v);
            const model::Code above = m_roll.code(Level::township, m_roll.parent(Level::village, v));
            const Date since = day(3, v, 1972, 40);
            if (m_roll.households(Level::village, v) >= kManyHouseholds) {
                // The branch grew into a general branch at the change of terms in 2021.
                const Date grown = Date::of(2021, 1, 15);
                add("中共" + name + "支部委员会", PartyOrgKind::branch, Level::village, v, above, since, grown);
                add(organisationOf(m_roll, {Level::village, v}), PartyOrgKind::generalBranch, Level::village, v, above,
                    grown);
            } else {
                add("中共" + name + "支部委员会", PartyOrgKind::branch, Level::village, v, above, since);
            }
        }
    }

    [[nodiscard]] bool hasGroup(std::uint32_t natural) const { return chance(4, natural) >= kWithoutGroup; }

    void addGroups() {
        for (std::uint32_t n = 0; n < m_roll.count(Level::naturalVillage); ++n) {
            const std::uint32_t village = m_roll.parent(Level::naturalVillage, n);
            const model::Code above = m_roll.code(Level::village, village);
            const std::string name =
                m_roll.shortName(Level::village, village) + m_roll.name(Level::naturalVillage, n) + "党小组";
            if (hasGroup(n))
                add(name, PartyOrgKind::group, Level::naturalVillage, n, above, day(5, n, 1998, 23));
            else if (chance(6, n) < 0.3) {
                // Too few members were left.
                add(name, PartyOrgKind::group, Level::naturalVillage, n, above, day(5, n, 1985, 20),
                    day(7, n, 2012, 9));
            }
        }
    }

    void addMembers() {
        for (std::uint32_t g = 0; g < m_roll.count(Level::grid); ++g) {
            if (chance(8, g) < kWithoutMember) continue;
            const std::uint32_t natural = m_roll.parent(Level::grid, g);
            const model::Code above = hasGroup(natural)
                                          ? m_roll.code(Level::naturalVillage, natural)
                                          : m_roll.code(Level::village, m_roll.parent(Level::naturalVillage, natural));
            add(m_roll.name(Level::naturalVillage, natural) + m_roll.name(Level::grid, g) + "党员中心户",
                PartyOrgKind::memberHousehold, Level::grid, g, above, day(9, g, 2019, 3));
        }
    }

    /// Cells on chains and markets: each chain has one for the county and some in townships.
    void addCells() {
        const auto& chains = m_roll.facts().chains;
        Random random(mix(m_roll.seed(), 9100));
        for (std::size_t c = 0; c < chains.size(); ++c) {
            const std::size_t local = 1 + random.below(3);
            for (std::size_t i = 0; i <= local; ++i) {
                const auto township = std::uint32_t(random.below(m_roll.count(Level::township)));
                NewPartyOrg cell;
                cell.kind = PartyOrgKind::functional;
                cell.level = i == 0 ? Level::county : Level::township;
                const std::uint32_t unit = i == 0 ? 0 : township;
                cell.name = m_roll.name(cell.level, unit) + chains[c] + (i == 0 ? "联合党组织" : "功能型党小组");
                cell.parentServes = m_roll.code(cell.level, unit);
                const auto spread = [&] { return std::int32_t(random.between(-60000, 60000)); };
                const geom::GridPoint seat = m_roll.middle(Level::township, township);
                cell.place = geom::toGeo({seat.x + spread(), seat.y + spread()});
                cell.chain = chains[c];
                cell.established = {Date::of(2018, 1, 1).days + std::int32_t(random.below(1700))};
                if (i > 0 && random.chance(0.12))
                    cell.dissolved = {cell.established.days + 300 + std::int32_t(random.below(400))};
                m_sink.add(cell);
            }
        }
    }

    const Roll& m_roll;
    model::Sink& m_sink;
};

}  // namespace

std::string organisationOf(const Roll& roll, Place place) {
    if (place.level == Level::county) return "中共" + roll.name(Level::county, 0) + "委员会";
    if (place.level == Level::township) {
        const bool street = roll.kind(Level::township, place.unit) == model::UnitKind::street;
        return "中共" + roll.name(Level::township, place.unit) + (street ? "工作委员会" : "委员会");
    }
    const std::uint32_t village = villageOf(roll, place);
    const bool many = roll.households(Level::village, village) >= kManyHouseholds;
    return "中共" + roll.shortName(Level::village, village) + (many ? "总支部委员会" : "支部委员会");
}

void addPartyOrgs(const Roll& roll, model::Sink& sink) { PartyWriter(roll, sink).run(); }

}  // namespace xiangtu::demo
