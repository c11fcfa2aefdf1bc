// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_county.h"

#include "base/error.h"
#include "geodesy/area.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace xiangtu::indicators {
namespace {

using model::Level;

TEST(Figures, CountsAndSumsAtTheUnitAndAboveIt) {
    MadeCounty county(indicator(R"({"sum": "income", "value": "amount", "where": "amount > 10"})"));
    county.addIncome(0, 100000);
    county.addIncome(0, 20000);
    county.addIncome(15, 5);
    county.addIncome(15, 7.25 + 10);
    EXPECT_EQ(county.value(village(0)), 120000);
    EXPECT_EQ(county.value(village(1)), 0);
    EXPECT_EQ(county.value(village(15)), 17.25);
    EXPECT_EQ(county.value(kCounty), 120017.25);
    EXPECT_EQ(county.value(county.snapshot.unit(village(0)).parent), 120000);
}

TEST(Figures, MeansLeaveOutRecordsWithoutAValue) {
    MadeCounty county(indicator(R"({"mean": "income", "value": "amount"})"));
    EXPECT_TRUE(std::isnan(county.value(kCounty))) << "nothing to take the mean of";
    county.addIncome(0, 4);
    county.addIncome(1, 8);
    county.addIncome(2, 12);
    EXPECT_EQ(county.value(kCounty), 8);
    EXPECT_EQ(county.value(village(1)), 8);
    EXPECT_TRUE(std::isnan(county.value(village(3))));
}

TEST(Figures, DistinctCountsAValueOncePerUnit) {
    MadeCounty county(indicator(R"({"distinct": "income", "value": "who"})"));
    county.addIncome(0, 1, "张某");
    county.addIncome(0, 1, "张某");
    county.addIncome(1, 1, "张某");
    county.addIncome(15, 1, "李某");
    EXPECT_EQ(county.value(village(0)), 1);
    EXPECT_EQ(county.value(kCounty), 2);
}

TEST(Figures, UnitsHouseholdsAndOrganisationsComeFromTheMap) {
    const MadeCounty units(indicator(R"({"units": "village"})"));
    EXPECT_EQ(units.value(kCounty), 16);
    EXPECT_EQ(units.value(township(0)), 4);
    EXPECT_EQ(units.value(village(0)), 1);
    EXPECT_TRUE(std::isnan(units.value({Level::grid, 0}))) << "no villages in a grid";
    const MadeCounty households(indicator(R"({"households": true})"));
    std::int64_t sum = 0;
    for (const model::Unit& grid : households.snapshot.table(Level::grid).units) sum += grid.households;
    EXPECT_EQ(households.value(kCounty), double(sum)) << "what villages say is the same households again";
    const MadeCounty branches(indicator(R"({"organisations": "branch"})"));
    EXPECT_EQ(branches.value(kCounty), 15) << "the last village has none";
    const MadeCounty served(indicator(
        R"({"ratio": {"covered": "natural_village", "by": "party"}, "per": {"units": "natural_village"}, "times": 100})"));
    EXPECT_EQ(served.value(kCounty), 50);
}

TEST(Figures, CoveredCountsUnitsNotRecords) {
    MadeCounty county(indicator(R"({"covered": "village", "by": "income"})"));
    county.addIncome(0, 1);
    county.addIncome(0, 1);
    county.addIncome(5, 1);
    EXPECT_EQ(county.value(kCounty), 2);
    EXPECT_EQ(county.value(village(0)), 1);
    EXPECT_EQ(county.value(village(1)), 0);
}

TEST(Figures, PointsCoverTheUnitTheyLieIn) {
    MadeCounty county(indicator(R"({"covered": "grid", "by": "well"})"));
    county.addWell({110.001, 36.501});
    county.addWell({110.0011, 36.5011});
    county.addWell({110.021, 36.521});
    county.addWell({100, 20});
    EXPECT_EQ(county.value(kCounty), 2);
}

TEST(Figures, ReachingFollowsTheThreshold) {
    MadeCounty county(
        indicator(R"({"reaching": "village", "of": {"sum": "income", "value": "amount"}, "at_least": "threshold"})",
                  R"(, "thresholds": [120000, 200000, 500000])"));
    county.addIncome(0, 120000);
    county.addIncome(1, 119999.99);
    county.addIncome(2, 300000);
    county.addIncome(3, 100000);
    county.addIncome(3, 100000);
    const Figures figures(county.snapshot);
    EXPECT_EQ(figures.value(0, kCounty), 3) << "the first threshold";
    EXPECT_EQ(figures.value(0, kCounty, 200000), 2) << "moved";
    EXPECT_EQ(figures.value(0, kCounty, 500000), 0);
    EXPECT_EQ(figures.value(0, kCounty, 0), 16) << "no income is none, not unknown";
}

TEST(Figures, QuotientsDifferencesAndConstants) {
    MadeCounty share(indicator(
        R"({"ratio": {"count": "income", "where": "amount > 5"}, "per": {"count": "income"}, "times": 100})"));
    EXPECT_TRUE(std::isnan(share.value(kCounty)));
    share.addIncome(0, 1);
    share.addIncome(0, 9);
    EXPECT_EQ(share.value(kCounty), 50);
    MadeCounty gap(indicator(R"({"minus": [{"number": 27}, {"count": "income"}]})"));
    gap.addIncome(3, 1);
    EXPECT_EQ(gap.value(kCounty), 26);
    EXPECT_EQ(gap.value(village(3)), 26);
    MadeCounty sum(
        indicator(R"({"plus": [{"count": "income"}, {"mean": "income", "value": "amount"}, {"number": 1}]})"));
    EXPECT_EQ(sum.value(kCounty), 1) << "what has no value adds nothing";
}

TEST(Figures, AreasAreEllipsoidalMu) {
    MadeCounty county(indicator(R"({"area": "plot", "where": "kind = 'orchard'"})"));
    county.addPlot(0, {110, 36.5}, 0.002, "orchard");
    county.addPlot(0, {110.01, 36.5}, 0.002, "net");
    const double mu = geodesy::muFromSquareMetres(county.snapshot.registers[MadeCounty::kPlot]->records[0]->areaM2);
    EXPECT_NEAR(county.value(village(0)), mu, 0.0001);
    EXPECT_GT(mu, 50);
}

TEST(Figures, OverlapCountsWhatIsCoveredOnce) {
    MadeCounty county(indicator(
        R"({"ratio": {"overlap": "plot", "where": "kind = 'orchard'", "with": "plot", "with_where": "kind = 'net'"}, "per": {"area": "plot", "where": "kind = 'orchard'"}, "times": 100})"));
    county.addPlot(0, {110, 36.5}, 0.002, "orchard");
    EXPECT_EQ(county.value(kCounty), 0);
    county.addPlot(0, {110, 36.499}, 0.002, "net");
    EXPECT_NEAR(county.value(kCounty), 50, 0.1);
    county.addPlot(1, {110, 36.499}, 0.002, "net");
    EXPECT_NEAR(county.value(kCounty), 50, 0.1) << "a second net over the same ground";
    county.addPlot(1, {110, 36.5}, 0.003, "net");
    EXPECT_NEAR(county.value(kCounty), 100, 0.001);
}

TEST(Figures, FarNeedsSomethingToBeFarFrom) {
    MadeCounty county(indicator(R"({"far": "village", "from": "well", "metres": 1000})"));
    EXPECT_TRUE(std::isnan(county.value(kCounty)));
    const geom::GridBox& box = county.snapshot.table(Level::village).shapes.box(0);
    county.addWell(geom::toGeo({std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)}));
    const double far = county.value(kCounty);
    EXPECT_LT(far, 16);
    EXPECT_GT(far, 8) << "a village is about 800 m wide";
    EXPECT_EQ(county.value(village(0)), 0);
    EXPECT_EQ(county.value(village(15)), 1);
}

TEST(Figures, MeasuresThatAskForTheSameAreCountedOnce) {
    const std::string two =
        R"([{"id": "a", "title": {"zh": "甲", "en": "A"}, "levels": ["county"], "measure": {"count": "income"}},
      {"id": "b", "title": {"zh": "乙", "en": "B"}, "levels": ["county"], "measure": {"ratio": {"count": "income"}, "per": {"units": "village"}}}])";
    MadeCounty county(two);
    for (std::uint32_t v = 0; v < 8; ++v) county.addIncome(v, 1);
    EXPECT_EQ(county.value(kCounty, "a"), 8);
    EXPECT_EQ(county.value(kCounty, "b"), 0.5);
}

TEST(Figures, CanBeCancelled) {
    const MadeCounty county(indicator(R"({"count": "income"})"));
    base::Progress progress;
    progress.cancel();
    EXPECT_THROW((void)Figures(county.snapshot, progress), base::Error);
}

}  // namespace
}  // namespace xiangtu::indicators
