// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/outline.h"

#include "base/error.h"
#include "demo/outline_mesh.h"
#include "geom/measure.h"
#include "support/temp_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::demo {

using geom::GridPoint;
using testing::HasSubstr;

namespace {

std::string complaint(const std::string& content) {
    const support::TempDir dir;
    support::writeFile(dir / "outline.json", content);
    try {
        (void)loadOutline(dir / "outline.json");
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::format);
        EXPECT_THAT(e.what(), HasSubstr("outline.json"));
        return e.what();
    }
    return "accepted";
}

geom::MultiPolygon load(const std::string& content) {
    const support::TempDir dir;
    support::writeFile(dir / "轮廓.geojson", content);
    return loadOutline(dir / "轮廓.geojson");
}

const char* const kSquare = "[[[110,30],[110,31],[111,31],[111,30],[110,30]]]";

}  // namespace

TEST(LoadOutline, ReadsEveryGeoJsonShellAroundAPolygon) {
    const std::string bare = std::string(R"({"type":"Polygon","coordinates":)") + kSquare + "}";
    const geom::MultiPolygon square{
        {{{1100000000, 310000000}, {1100000000, 300000000}, {1110000000, 300000000}, {1110000000, 310000000}}, {}}};
    const auto same = [&](const geom::MultiPolygon& shape) {
        ASSERT_EQ(shape.size(), 1u);
        EXPECT_TRUE(std::ranges::is_permutation(shape[0].outer, square[0].outer));
        EXPECT_GT(geom::twiceArea(shape[0].outer), 0);
    };
    same(load(bare));
    same(load(R"({"type":"Feature","properties":null,"geometry":)" + bare + "}"));
    same(load(R"({"type":"FeatureCollection","features":[{"type":"Feature","geometry":)" + bare + "}]}"));
    same(load(R"({"type":"GeometryCollection","geometries":[)" + bare + "]}"));
    same(load(std::string(R"({"type":"MultiPolygon","coordinates":[)") + kSquare + "]}"));
}

TEST(LoadOutline, KeepsPartsAndHoles) {
    const auto shape = load(R"({"type":"MultiPolygon","coordinates":[
        [[[110,30],[111,30],[111,31],[110,31],[110,30]], [[110.2,30.2],[110.2,30.4],[110.4,30.4],[110.4,30.2],[110.2,30.2]]],
        [[[112,30],[113,30],[113,31],[112,30]]]]})");
    ASSERT_EQ(shape.size(), 2u);
    EXPECT_EQ(shape[0].holes.size(), 1u);
    EXPECT_TRUE(shape[1].holes.empty());
}

TEST(LoadOutline, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(complaint("{"), HasSubstr("outline.json"));
    EXPECT_THAT(complaint(R"({"type":"LineString","coordinates":[[1,2],[3,4]]})"),
                HasSubstr("must be Polygon or MultiPolygon, this is LineString"));
    EXPECT_THAT(complaint(R"({"coordinates":[]})"), HasSubstr("type"));
    EXPECT_THAT(complaint(R"({"type":"FeatureCollection","features":[]})"), HasSubstr("holds no polygon"));
    EXPECT_THAT(
        complaint(
            R"({"type":"Polygon","coordinates":[[[500000,3100000],[500100,3100000],[500100,3100100],[500000,3100000]]]})"),
        HasSubstr("are these metres?"));
    EXPECT_THAT(complaint(R"({"type":"Polygon","coordinates":[[[110,30],[111,30],[110,30]]]})"),
                HasSubstr("/coordinates/0"));
    EXPECT_THAT(complaint(R"({"type":"Polygon","coordinates":[[[110,30],["x",30],[111,31],[110,30]]]})"),
                HasSubstr("/coordinates/0/1"));
    EXPECT_THAT(complaint(R"({"type":"Polygon","coordinates":[[[110,30],[111,30],[112,30],[110,30]]]})"),
                HasSubstr("no area"));
}

TEST(MakeOutline, IsSimpleHasTheWishedAreaAndMuchDetail) {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        const OutlineWish wish{{109.5, 28}, 1.745e9, 1.35, 70, 300, seed};
        const auto shape = makeOutline(wish);
        ASSERT_EQ(shape.size(), 1u);
        const Plane plane(geom::snapToGrid(wish.centre));
        EXPECT_NO_THROW((void)meshOutline(shape[0], plane)) << "seed " << seed;  // proves that it is simple
        EXPECT_NEAR(double(geom::twiceArea(shape)) / 2 * plane.unitArea() / wish.areaM2, 1, 1e-4);
        EXPECT_GT(shape[0].outer.size(), 500u);
        double longest = 0;
        const auto& ring = shape[0].outer;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            longest = std::max(longest, distance(plane.toMetres(ring[i]), plane.toMetres(ring[(i + 1) % ring.size()])));
        }
        EXPECT_LT(longest, 10 * wish.detailM);
    }
}

TEST(DivideLongEdges, KeepsTheVerticesAndTheAreaExactly) {
    // Edges between multiples of ten lattice units, as six-decimal coordinates give.
    const geom::Polygon polygon{
        {{1100000000, 300000000}, {1100100000, 300000000}, {1100130010, 300090020}, {1100000000, 300100000}}, {}};
    const geom::MultiPolygon whole{polygon};
    const Plane plane(polygon.outer[0]);
    const Spacing spacing(whole, plane, {}, 800, 1);
    const geom::Polygon divided = divideLongEdges(polygon, plane, spacing);
    EXPECT_GT(divided.outer.size(), 20u);
    EXPECT_TRUE(geom::twiceArea(divided.outer) == geom::twiceArea(polygon.outer));
    for (const GridPoint p : polygon.outer) EXPECT_NE(std::ranges::find(divided.outer, p), divided.outer.end());
}

}  // namespace xiangtu::demo
