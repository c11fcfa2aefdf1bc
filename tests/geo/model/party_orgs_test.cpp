// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/party_orgs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace xiangtu::model {
namespace {

/// A branch that meets somewhere and a functional cell without a unit.
PartyOrgs twoOrgs() {
    PartyOrgs orgs;
    PartyOrg branch;
    branch.id = {7};
    branch.name = "张庄村党支部";
    branch.serves = {Level::village, 3};
    branch.parent = {2};
    branch.place = geom::GeoPoint{110.5, 36.25};
    branch.established = base::Date::of(2021, 7, 1);
    orgs.add(branch);
    PartyOrg cell;
    cell.id = {8};
    cell.name = "苹果产业链党支部";
    cell.kind = PartyOrgKind::functional;
    cell.chain = "苹果";
    orgs.add(cell);
    return orgs;
}

PartyOrgs::Arrays arraysOf(const PartyOrgs& orgs) {
    return {std::vector<PartyOrgRow>(orgs.rows().begin(), orgs.rows().end()),
            std::vector<char>(orgs.texts().begin(), orgs.texts().end())};
}

void expectBoth(const PartyOrgs& orgs) {
    ASSERT_EQ(orgs.size(), 2u);
    EXPECT_EQ(orgs[0].name, "张庄村党支部");
    EXPECT_EQ(orgs[0].chain, "");
    EXPECT_EQ(orgs[0].kind, PartyOrgKind::branch);
    EXPECT_EQ(orgs[0].serves, (UnitRef{Level::village, 3}));
    EXPECT_EQ(orgs[0].place, (geom::GeoPoint{110.5, 36.25}));
    EXPECT_EQ(orgs[0].established.iso(), "2021-07-01");
    EXPECT_TRUE(orgs[0].dissolved.isOpen());
    EXPECT_EQ(orgs[1].name, "苹果产业链党支部");
    EXPECT_EQ(orgs[1].chain, "苹果");
    EXPECT_FALSE(orgs[1].serves.valid());
    EXPECT_FALSE(orgs[1].place);
}

TEST(PartyOrgs, GiveBackWhatWasAdded) { expectBoth(twoOrgs()); }

TEST(PartyOrgs, LieInOtherMemoryAsWell) {
    const auto orgs = PartyOrgs::of(arraysOf(twoOrgs()));
    ASSERT_TRUE(orgs);
    expectBoth(*orgs);
}

TEST(PartyOrgs, AreGoneOverInOrder) {
    const PartyOrgs orgs = twoOrgs();
    std::vector<std::int64_t> ids;
    for (const PartyOrg& org : orgs) ids.push_back(org.id.value);
    EXPECT_EQ(ids, (std::vector<std::int64_t>{7, 8}));
    const auto found = std::ranges::find(orgs, std::string_view("苹果产业链党支部"), &PartyOrg::name);
    ASSERT_NE(found, orgs.end());
    EXPECT_EQ((*found).id.value, 8);
}

TEST(PartyOrgs, RefuseRowsThatDoNotFitTheirTexts) {
    const auto refuses = [](auto change) {
        const PartyOrgs orgs = twoOrgs();
        std::vector<PartyOrgRow> rows(orgs.rows().begin(), orgs.rows().end());
        change(rows);
        return !PartyOrgs::of({std::move(rows), arraysOf(orgs).texts});
    };
    EXPECT_FALSE(refuses([](auto&) {}));
    EXPECT_TRUE(refuses([](auto& rows) { rows[1].chainEnd += 1; })) << "beyond the texts";
    EXPECT_TRUE(refuses([](auto& rows) { rows[1].nameEnd = 2; })) << "before the row above";
    EXPECT_TRUE(refuses([](auto& rows) { rows[0].nameEnd = rows[0].chainEnd + 1; })) << "the name behind the chain";
    EXPECT_TRUE(refuses([](auto& rows) { rows[0].kind = 6; }));
    EXPECT_TRUE(refuses([](auto& rows) { rows[0].unitLevel = 5; }));
}

}  // namespace
}  // namespace xiangtu::model
