// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/coordinate_system.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

RawExtent box(double minX, double minY, double maxX, double maxY) { return {minX, minY, maxX, maxY, true}; }
const RawExtent kFenghuang = box(109.299, 27.720, 109.804, 28.317);
const SourceCrs kNothing;
const SourceCrs kWgs84{"EPSG:4326", "EPSG:4326 WGS 84", true, false};

CrsChoice choose(const SourceCrs& source, const RawExtent& extent, const std::string& asked = {}) {
    auto choice = chooseCrs(source, extent, asked);
    if (!choice) throw std::runtime_error(choice.error().reason);
    return std::move(choice).value();
}
std::string refusal(const SourceCrs& source, const RawExtent& extent, const std::string& asked = {}) {
    const auto choice = chooseCrs(source, extent, asked);
    return choice ? "" : choice.error().reason;
}
bool has(const CrsChoice& choice, Rule rule) {
    return std::ranges::find(choice.findings, rule, &Finding::rule) != choice.findings.end();
}

TEST(Crs, TakesWgs84AndCgcs2000AsTheSameDegrees) {
    EXPECT_TRUE(choose(kWgs84, kFenghuang).definition.empty());
    EXPECT_TRUE(choose(kNothing, kFenghuang, "EPSG:4490").definition.empty());
    EXPECT_TRUE(choose(kWgs84, kFenghuang).findings.empty());
}

TEST(Crs, AssumesDegreesAndSaysSo) {
    const auto choice = choose(kNothing, kFenghuang);
    EXPECT_TRUE(choice.definition.empty());
    EXPECT_TRUE(has(choice, Rule::crsAssumed));
}

TEST(Crs, ReadsTheZoneInFrontOfTheEasting) {
    EXPECT_EQ(choose(kNothing, box(37432000, 3066000, 37482000, 3132000)).definition, "EPSG:4525");
    EXPECT_EQ(choose(kNothing, box(19432000, 3066000, 19482000, 3132000)).definition, "EPSG:4497");
    const auto swapped = choose(kNothing, box(3066000, 37432000, 3132000, 37482000));
    EXPECT_EQ(swapped.definition, "EPSG:4525");
    EXPECT_TRUE(swapped.swapAxes);
}

TEST(Crs, RefusesASixDigitEasting) {
    EXPECT_NE(refusal(kNothing, box(432000, 3066000, 482000, 3132000)).find("--crs"), std::string::npos);
    EXPECT_EQ(choose(kNothing, box(432000, 3066000, 482000, 3132000), "4546").definition, "EPSG:4546");
    EXPECT_NE(refusal(kNothing, box(36999000, 3066000, 37482000, 3132000)), "") << "two zones in one layer";
}

TEST(Crs, RefusesMetresCalledDegreesAndNamesTheZone) {
    const auto reason = refusal(kWgs84, box(37432000, 3066000, 37482000, 3132000));
    EXPECT_NE(reason.find("EPSG:4525"), std::string::npos) << reason;
    EXPECT_NE(refusal(kWgs84, box(432000, 3066000, 482000, 3132000)), "");
}

TEST(Crs, RefusesDegreesCalledMetres) {
    EXPECT_NE(refusal(kNothing, kFenghuang, "EPSG:4525").find("degrees"), std::string::npos);
}

TEST(Crs, RefusesALocalSystem) {
    EXPECT_NE(refusal({"LOCAL_CS[\"site\"]", "site", false, true}, box(0, 0, 100, 100)).find("--crs"),
              std::string::npos);
}

TEST(Crs, ExchangesLatitudeAndLongitude) {
    const auto choice = choose(kWgs84, box(27.720, 109.299, 28.317, 109.804));
    EXPECT_TRUE(choice.swapAxes);
    EXPECT_TRUE(has(choice, Rule::axesSwapped));
}

TEST(Crs, SaysWhenALayerLiesOutsideChina) {
    const auto choice = choose(kWgs84, box(-71.16, 42.35, -71.06, 42.40));
    EXPECT_FALSE(choice.swapAxes);
    EXPECT_TRUE(has(choice, Rule::farAway));
}

TEST(Crs, DoesNotKnowNonsense) { EXPECT_THROW((void)chooseCrs(kNothing, kFenghuang, "EPSG:999999"), base::Error); }

}  // namespace
}  // namespace xiangtu::exchange
