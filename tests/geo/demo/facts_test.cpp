// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "base/error.h"
#include "support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

namespace xiangtu::demo {

using testing::HasSubstr;

namespace {

std::filesystem::path realCodes(const CountyFacts& facts) {
    return std::filesystem::path(XIANGTU_REAL_DATA) / "codes" / "2023" /
           (facts.code.text() + "_" + facts.name + ".csv");
}

}  // namespace

TEST(Facts, CountTheCountiesAsTheyAre) {
    EXPECT_EQ(shippedFacts("yanchang").townships.size(), 8u);
    EXPECT_EQ(shippedFacts("yanchang").villageCount(), 168u);
    EXPECT_EQ(shippedFacts("bagongshan").villageCount(), 44u);
    EXPECT_EQ(shippedFacts("gonghe").villageCount(), 121u);
    EXPECT_EQ(shippedFacts("fenghuang").townships.size(), 17u);
    EXPECT_EQ(shippedFacts("fenghuang").villageCount(), 283u);
    EXPECT_EQ(shippedFacts("fenghuang").grids, 14735u);
    EXPECT_EQ(shippedFacts("lingyun").villageCount(), 110u);
}

TEST(Facts, GiveKindsByTheRangesOfTheCodes) {
    for (const std::string& county : countyNames()) {
        for (const TownshipFacts& t : shippedFacts(county).townships) {
            const int n = std::stoi(t.code.text().substr(6));
            EXPECT_EQ(t.kind, n < 100   ? model::UnitKind::street
                              : n < 200 ? model::UnitKind::town
                              : n < 400 ? model::UnitKind::rural
                                        : model::UnitKind::townLike)
                << t.name;
            for (const NamedUnit& v : t.villages) {
                const int m = std::stoi(v.code.text().substr(9));
                EXPECT_EQ(v.kind, m < 200   ? model::UnitKind::community
                                  : m < 400 ? model::UnitKind::village
                                            : model::UnitKind::villageLike)
                    << v.name;
            }
        }
    }
}

TEST(Facts, CarryEveryTownshipAndVillageOfTheRealTable) {
    for (const std::string& county : countyNames()) {
        const CountyFacts facts = shippedFacts(county);
        std::ifstream table(realCodes(facts));
        if (!table) GTEST_SKIP() << realCodes(facts) << " is not here";
        std::set<std::string> expected, carried;
        for (std::string line; std::getline(table, line);) {
            const auto c1 = line.find(','), c2 = line.find(',', c1 + 1), c3 = line.find(',', c2 + 1);
            const std::string code = line.substr(0, c1), name = line.substr(c1 + 1, c2 - c1 - 1),
                              level = line.substr(c2 + 1, c3 - c2 - 1);
            if (level == "township") expected.insert(code.substr(0, 9) + " " + name);
            if (level == "village") expected.insert(code + " " + name);
        }
        for (const TownshipFacts& t : facts.townships) {
            carried.insert(t.code.text() + " " + t.name);
            for (const NamedUnit& v : t.villages) carried.insert(v.code.text() + " " + v.name);
        }
        EXPECT_EQ(carried, expected) << county;
    }
}

TEST(Facts, NameFilePlaceAndReasonWhenBroken) {
    const support::TempDir dir;
    support::writeFile(dir / "broken.json", R"({"county": {"code": "43312", "name": "凤凰县", "kind": "county"}})");
    try {
        (void)loadFacts(dir / "broken.json");
        FAIL() << "accepted";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::format);
        EXPECT_THAT(e.what(), HasSubstr("broken.json"));
        EXPECT_THAT(e.what(), HasSubstr("/county/code"));
        EXPECT_THAT(e.what(), HasSubstr("wrong number of digits"));
    }
}

TEST(Phrases, HaveAReasonForEveryClassOfTheShippedSchemes) {
    const Phrases phrases = shippedPhrases();
    for (const char* scheme : {"risk5", "progress5", "theme5"}) {
        for (const char* colour : {"green", "blue", "yellow", "orange", "red"}) {
            for (const std::string& text : phrases.reasonsFor(scheme, colour))
                EXPECT_FALSE(text.empty()) << scheme << ' ' << colour;
        }
    }
}

}  // namespace xiangtu::demo
