// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "demo/province.h"
#include "geom/measure.h"

#include <gtest/gtest.h>

#include <set>
#include <unordered_set>

namespace xiangtu::demo {

TEST(Province, GivesEveryMadeUpCountyItsOwnCodesOfTheProvince) {
    const CountyFacts facts = shippedFacts("fenghuang");
    const Phrases phrases = shippedPhrases();
    std::set<model::Code> counties{facts.code};
    for (std::uint32_t i = 1; i <= 200; ++i) {
        const CountyFacts made = inventCounty(facts, phrases, i, 1);
        EXPECT_TRUE(counties.insert(made.code).second) << made.code.text();
        EXPECT_EQ(made.code.digits(), 6);
        EXPECT_EQ(made.code.prefix(2), facts.code.prefix(2));
        EXPECT_EQ(made.villageCount(), facts.villageCount());
    }
    const CountyFacts made = inventCounty(facts, phrases, 7, 1);
    std::set<model::Code> codes;
    for (const TownshipFacts& t : made.townships) {
        EXPECT_TRUE(t.code.startsWith(made.code));
        EXPECT_TRUE(codes.insert(t.code).second);
        std::set<std::string> names;
        for (const NamedUnit& v : t.villages) {
            EXPECT_TRUE(v.code.startsWith(t.code));
            EXPECT_TRUE(codes.insert(v.code).second);
            EXPECT_TRUE(names.insert(v.name).second) << v.name;
        }
    }
}

TEST(Province, CountiesShareTheirBordersVertexByVertex) {
    const CountyFacts facts = shippedFacts("bagongshan");
    const auto outlines = provinceOutlines(facts, 5, 3);
    ASSERT_EQ(outlines.size(), 5u);
    std::set<std::pair<geom::GridPoint, geom::GridPoint>> segments;
    std::size_t alone = 0;
    for (const auto& outline : outlines) {
        EXPECT_EQ(outline.size(), 1u);
        for (const geom::Polygon& part : outline) {
            for (std::size_t i = 0; i < part.outer.size(); ++i) {
                EXPECT_TRUE(segments.insert({part.outer[i], part.outer[(i + 1) % part.outer.size()]}).second);
            }
        }
    }
    for (const auto& [a, b] : segments) alone += !segments.contains({b, a});
    EXPECT_LT(alone, segments.size() / 2);
    EXPECT_GT(alone, 100u);
}

TEST(Province, HasExactlyTheGridsAskedForInManyCounties) {
    CountyFacts facts = shippedFacts("bagongshan");
    facts.grids = 300;  // so that few grids make several counties
    MemorySink sink;
    Options options;
    options.grids = 1250;
    generate(facts, shippedPhrases(), options, sink, {});
    EXPECT_EQ(sink.units[0].size(), 4u);
    EXPECT_EQ(sink.units[0][0].code, facts.code);
    EXPECT_EQ(sink.units[2].size(), 4 * facts.villageCount());
    EXPECT_EQ(sink.units[4].size(), 1250u);
    // Across counties, too, a segment has at most one neighbour, in the other direction.
    std::set<std::pair<geom::GridPoint, geom::GridPoint>> segments;
    std::set<model::Code> codes;
    for (const model::NewUnit& grid : sink.units[4]) {
        EXPECT_TRUE(codes.insert(grid.code).second);
        for (const geom::Polygon& part : grid.shape) {
            for (std::size_t i = 0; i < part.outer.size(); ++i) {
                EXPECT_TRUE(segments.insert({part.outer[i], part.outer[(i + 1) % part.outer.size()]}).second);
            }
        }
    }
    __int128 grids = 0, counties = 0;
    for (const model::NewUnit& unit : sink.units[4]) grids += geom::twiceArea(unit.shape);
    for (const model::NewUnit& unit : sink.units[0]) counties += geom::twiceArea(unit.shape);
    EXPECT_TRUE(grids == counties);
}

}  // namespace xiangtu::demo
