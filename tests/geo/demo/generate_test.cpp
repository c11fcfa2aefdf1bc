// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <unordered_map>

namespace xiangtu::demo {

using model::Code;
using model::Level;
using model::NewUnit;
using model::PartyOrgKind;

namespace {

const MemorySink& fenghuang() {
    static const MemorySink sink = generated("fenghuang");
    return sink;
}

}  // namespace

TEST(Generate, FenghuangHasItsRealUnitsAndNumbers) {
    const MemorySink& sink = fenghuang();
    EXPECT_EQ(sink.title, "凤凰县");
    EXPECT_TRUE(sink.demo);
    const CountyFacts facts = shippedFacts("fenghuang");
    EXPECT_EQ(sink.units[0].size(), 1u);
    EXPECT_EQ(sink.units[1].size(), 17u);
    EXPECT_EQ(sink.units[2].size(), facts.villageCount());
    EXPECT_EQ(sink.units[3].size(), 2000u);
    EXPECT_EQ(sink.units[4].size(), 14735u);
    std::size_t i = 0, t = 0;
    for (const TownshipFacts& township : facts.townships) {
        EXPECT_EQ(sink.units[1][t].name, township.name);
        EXPECT_EQ(sink.units[1][t].code, township.code);
        EXPECT_EQ(sink.units[1][t++].kind, township.kind);
        for (const NamedUnit& village : township.villages) {
            EXPECT_EQ(sink.units[2][i].name, village.name);
            EXPECT_EQ(sink.units[2][i].code, village.code);
            EXPECT_EQ(sink.units[2][i].kind, village.kind);
            EXPECT_EQ(sink.units[2][i++].parent, township.code);
        }
    }
}

TEST(Generate, CodesNestHaveTheirDigitsAndAreUnique) {
    const MemorySink& sink = fenghuang();
    std::set<Code> known;
    for (const Level level : model::kLevels) {
        std::set<Code> here;
        for (const NewUnit& unit : sink.units[model::indexOf(level)]) {
            EXPECT_EQ(unit.code.digits(), model::codeDigits(level));
            EXPECT_TRUE(here.insert(unit.code).second) << unit.code.text();
            if (level == Level::county) continue;
            EXPECT_TRUE(unit.code.startsWith(unit.parent));
            EXPECT_TRUE(known.contains(unit.parent)) << unit.code.text();
        }
        known = here;
    }
}

TEST(Generate, NaturalVillageNamesDifferInsideAVillage) {
    for (const std::string& county : countyNames()) {
        const MemorySink sink = generated(county, 1200);
        std::set<std::pair<Code, std::string>> seen;
        for (const NewUnit& unit : sink.units[3])
            EXPECT_TRUE(seen.insert({unit.parent, unit.name}).second) << unit.name;
    }
}

TEST(Generate, GridsHoldThreeToFiveHouseholdsAndParentsTheirSum) {
    const MemorySink& sink = fenghuang();
    for (std::size_t l = 1; l < model::kLevelCount; ++l) {
        std::map<Code, std::int64_t> sum;
        for (const NewUnit& unit : sink.units[l]) sum[unit.parent] += unit.households;
        for (const NewUnit& unit : sink.units[l - 1]) EXPECT_EQ(sum[unit.code], unit.households);
    }
    for (const NewUnit& grid : sink.units[4]) {
        EXPECT_GE(grid.households, 3);
        EXPECT_LE(grid.households, 5);
    }
}

TEST(Generate, NumbersGridsFromNorthToSouth) {
    // In villages of many grids the first lies north of the last.
    std::map<Code, std::vector<const NewUnit*>> grids;
    for (const NewUnit& grid : fenghuang().units[4]) grids[grid.parent].push_back(&grid);
    for (const auto& [natural, list] : grids) {
        if (list.size() < 9) continue;
        const auto top = [](const NewUnit* u) {
            std::int64_t sum = 0;
            for (const geom::GridPoint p : u->shape[0].outer) sum += p.y;
            return sum / std::int64_t(u->shape[0].outer.size());
        };
        EXPECT_GT(top(list.front()), top(list.back())) << natural.text();
    }
}

TEST(Generate, SameSeedSameRowsOtherSeedOthers) {
    const std::uint64_t first = generated("bagongshan", 700, 5).fingerprint();
    EXPECT_EQ(generated("bagongshan", 700, 5).fingerprint(), first);
    EXPECT_NE(generated("bagongshan", 700, 6).fingerprint(), first);
}

TEST(Generate, PartyOrganisationsServeTheirLevelUnderAnOrganisationThatExists) {
    const MemorySink& sink = fenghuang();
    std::set<Code> served;
    std::map<PartyOrgKind, std::size_t> count;
    for (const model::NewPartyOrg& org : sink.orgs) {
        EXPECT_LT(org.established, org.dissolved) << org.name;
        if (org.parentServes.valid()) { EXPECT_TRUE(served.contains(org.parentServes)) << org.name; }
        if (org.kind == PartyOrgKind::functional) {
            EXPECT_FALSE(org.serves.valid());
            EXPECT_FALSE(org.chain.empty());
        } else {
            EXPECT_EQ(org.serves.digits(), model::codeDigits(org.level)) << org.name;
            served.insert(org.serves);
        }
        if (org.dissolved.isOpen()) ++count[org.kind];
    }
    EXPECT_EQ(count[PartyOrgKind::committee], 18u);
    EXPECT_EQ(count[PartyOrgKind::branch] + count[PartyOrgKind::generalBranch], 283u);
    EXPECT_GT(count[PartyOrgKind::generalBranch], 10u);
    EXPECT_NEAR(double(count[PartyOrgKind::group]), 0.92 * 2000, 60);
    EXPECT_NEAR(double(count[PartyOrgKind::memberHousehold]), 0.85 * 14735, 300);
    EXPECT_GE(count[PartyOrgKind::functional], 6u);
    EXPECT_TRUE(std::ranges::any_of(sink.orgs, [](const auto& org) { return !org.dissolved.isOpen(); }));
}

TEST(Generate, NoUnitIsServedByTwoOrganisationsAtOnce) {
    std::map<Code, std::vector<const model::NewPartyOrg*>> byUnit;
    for (const model::NewPartyOrg& org : fenghuang().orgs) {
        if (org.serves.valid()) byUnit[org.serves].push_back(&org);
    }
    for (const auto& [unit, list] : byUnit) {
        for (std::size_t i = 1; i < list.size(); ++i)
            EXPECT_LE(list[i - 1]->dissolved, list[i]->established) << unit.text();
    }
}

TEST(Generate, ClassesCoverGridsAndVillagesMostlyCalmAndInClusters) {
    const MemorySink& sink = fenghuang();
    std::map<std::pair<std::string, Code>, const model::NewClass*> now;
    for (const model::NewClass& c : sink.classes) {
        EXPECT_FALSE(c.reason.empty());
        EXPECT_TRUE(c.author.ends_with("某")) << c.author;
        const model::NewClass*& latest = now[{c.scheme, c.unit}];
        if (latest) { EXPECT_LT(latest->from, c.from); }
        latest = &c;
    }
    EXPECT_EQ(now.size(), 3 * (14735u + 283u));
    EXPECT_GT(sink.classes.size(), now.size());
    std::map<std::string, int> risk;
    for (const auto& [key, c] : now) risk[c->classCode] += key.first == "risk5" && c->level == Level::grid;
    EXPECT_NEAR(risk["green"] / 14735.0, 0.79, 0.01);
    EXPECT_GT(risk["red"], 50);
    // Clusters: a grid next in the list, a neighbour, is not calm far more often than any grid is.
    int pairs = 0, together = 0;
    bool before = false;
    for (const NewUnit& grid : sink.units[4]) {
        const bool uneasy = now.at({"risk5", grid.code})->classCode != "green";
        pairs += before;
        together += before && uneasy;
        before = uneasy;
    }
    EXPECT_GT(double(together) / pairs, 2 * 0.21);
}

TEST(Generate, RefusesFewerGridsThanVillages) {
    try {
        (void)generated("fenghuang", 100);
        FAIL() << "accepted";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::usage);
        EXPECT_THAT(e.what(), testing::HasSubstr("283 villages"));
    }
}

TEST(Generate, StopsWhenCancelled) {
    MemorySink sink;
    base::Progress progress;
    progress.cancel();
    try {
        generate(shippedFacts("bagongshan"), shippedPhrases(), {}, sink, progress);
        FAIL() << "went on";
    } catch (const base::Error& e) { EXPECT_EQ(e.fault(), base::Fault::cancelled); }
}

}  // namespace xiangtu::demo
