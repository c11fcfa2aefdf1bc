// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "demo/outline.h"
#include "geom/measure.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <set>

namespace xiangtu::demo {

namespace {

std::filesystem::path realOutline(const CountyFacts& facts) {
    return std::filesystem::path(XIANGTU_REAL_DATA) / "counties" / "amap2018-bare-geometry" /
           (facts.code.text() + ".json");
}

void expectFilled(const std::string& county, std::uint32_t grids, Parts parts) {
    SCOPED_TRACE(county);
    const CountyFacts facts = shippedFacts(county);
    const geom::MultiPolygon outline = loadOutline(realOutline(facts));
    CountyWish wish = wishFor(facts, grids);
    wish.outline = outline;
    const CountyShape shape = shapeCounty(wish);
    expectCleanCoverage(shape, parts);
    EXPECT_TRUE(shape.shapes[0].twiceArea(0) == geom::twiceArea(outline)) << "not the same area to the lattice unit";
    std::set<geom::GridPoint> have;
    for (std::size_t r = 0; r < shape.shapes[0].ringCount(); ++r) {
        for (const geom::GridPoint p : shape.shapes[0].ring(r)) have.insert(p);
    }
    std::size_t missing = 0;
    for (const geom::Polygon& part : outline) {
        for (const geom::GridPoint p : part.outer) missing += !have.contains(p);
    }
    EXPECT_EQ(missing, 0u);
    EXPECT_EQ(shape.shapes[0].feature(0).size(), outline.size());
}

}  // namespace

TEST(RealOutline, IsFilledExactly) {
    for (const auto& [county, grids] :
         {std::pair{"bagongshan", 600u}, {"gonghe", 1500u}, {"fenghuang", 6000u}, {"lingyun", 3000u}}) {
        if (const auto outline = realOutline(shippedFacts(county)); !std::filesystem::exists(outline))
            GTEST_SKIP() << outline << " is not here";
        expectFilled(county, grids, Parts::one);
    }
}

TEST(RealOutline, OfThreePartsIsFilledWithNaturalVillagesAndGridsOfOnePart) {
    if (const auto outline = realOutline(shippedFacts("yanchang")); !std::filesystem::exists(outline))
        GTEST_SKIP() << outline << " is not here";
    expectFilled("yanchang", 12600, Parts::several);
    expectFilled("yanchang", 400, Parts::several);
}

}  // namespace xiangtu::demo
