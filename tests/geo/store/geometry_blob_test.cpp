// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/geometry_blob.h"

#include "geom/measure.h"
#include "made_file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

namespace xiangtu::store::spatialite {
namespace {

const geom::MultiPolygon kTwoPartsOneHole{
    {{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {{{10, 10}, {10, 20}, {20, 20}}}},
    {{{1095000000, 280000000}, {1095000010, 280000000}, {1095000000, 280000010}}, {}}};

std::vector<std::byte> written(const geom::MultiPolygon& shape) {
    std::vector<std::byte> blob;
    writeShape(shape, blob);
    return blob;
}

geom::MultiPolygon readBack(Blob blob) {
    geom::PolygonSet set;
    ShapeReader().appendTo(set, blob);
    return set.feature(0);
}

TEST(GeometryBlob, GivesALatticePolygonBackToTheInteger) {
    EXPECT_EQ(readBack(written(kTwoPartsOneHole)), kTwoPartsOneHole);
}

TEST(GeometryBlob, EveryLatticePointSurvivesTheWayThroughDegrees) {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int32_t> x(-1800000000, 1800000000), y(-900000000, 900000000);
    for (int i = 0; i < 20000; ++i) {
        const geom::GridPoint p{x(random), y(random)};
        EXPECT_EQ(geom::snapToGrid(geom::toGeo(p)), p);
    }
}

TEST(GeometryBlob, NothingIsNull) {
    EXPECT_TRUE(written({}).empty());
    geom::PolygonSet set;
    ShapeReader().appendTo(set, {});
    ASSERT_EQ(set.size(), 1u);
    EXPECT_FALSE(set.hasShape(0));
}

TEST(GeometryBlob, PutsForeignRingsIntoOrder) {
    // Outer ring clockwise with a doubled point, hole counter-clockwise: what other programs may store.
    const geom::MultiPolygon foreign{
        {{{0, 0}, {0, 100}, {0, 100}, {100, 100}, {100, 0}}, {{{10, 10}, {20, 20}, {10, 20}}}}};
    const geom::MultiPolygon got = readBack(written(foreign));
    ASSERT_EQ(got.size(), 1u);
    EXPECT_EQ(got[0].outer.size(), 4u);
    EXPECT_GT(geom::twiceArea(got[0].outer), 0);
    ASSERT_EQ(got[0].holes.size(), 1u);
    EXPECT_LT(geom::twiceArea(got[0].holes[0]), 0);
}

TEST(GeometryBlob, KeepsFullPrecisionOfRegisterShapes) {
    const geom::GeoPoint odd{109.123456789012, 28.000000001};
    const std::vector<geom::GeoShape> shapes{odd, geom::GeoMultiLine{{odd, {110, 29}}, {{1, 2}, {3, 4}, {5, 6}}},
                                             geom::GeoMultiPolygon{{{odd, {110, 28}, {110, 29}}, {}}}};
    for (const auto& shape : shapes) {
        std::vector<std::byte> blob;
        writeShape(shape, blob);
        EXPECT_EQ(readShape(blob), shape);
    }
}

TEST(GeometryBlob, StatesItsBox) {
    const DegreeBox box = boxOf(written({kTwoPartsOneHole[0]}));
    EXPECT_EQ(box.minX, 0);
    EXPECT_EQ(box.maxX, 100 / 1e7);
    EXPECT_EQ(box.maxY, 100 / 1e7);
}

TEST(GeometryBlob, IsDamagedWhenCutAnywhere) {
    const auto whole = written(kTwoPartsOneHole);
    for (std::size_t n = 1; n < whole.size(); ++n) {
        // A copy of its own, so that a sanitizer sees any read past the end.
        const std::vector<std::byte> cut(whole.begin(), whole.begin() + std::ptrdiff_t(n));
        EXPECT_EQ(thrownBy([&] { (void)readBack(cut); }), base::Fault::damaged) << n;
        EXPECT_EQ(thrownBy([&] { (void)readShape(cut); }), base::Fault::damaged) << n;
    }
}

TEST(GeometryBlob, NeverReadsPastItsEndWhateverTheBytes) {
    const auto whole = written(kTwoPartsOneHole);
    std::mt19937_64 random(11);
    int refused = 0;
    for (int i = 0; i < 20000; ++i) {
        std::vector<std::byte> broken = whole;
        for (int k = 0; k < 3; ++k) broken[random() % broken.size()] = std::byte(random() & 255);
        if (const auto fault = thrownBy([&] { (void)readBack(broken); })) {
            EXPECT_EQ(*fault, base::Fault::damaged);
            ++refused;
        }
    }
    EXPECT_GT(refused, 0);
}

TEST(GeometryBlob, RefusesPlacesThatAreNotOnEarth) {
    for (const double bad :
         {181.0, std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        auto blob = written({kTwoPartsOneHole[1]});
        std::memcpy(blob.data() + 39 + 4 + 4 + 5 + 4 + 4, &bad, 8);  // first x of the first ring
        EXPECT_EQ(thrownBy([&] { (void)readBack(blob); }), base::Fault::damaged);
    }
}

TEST(GeometryBlob, RefusesAnotherCoordinateSystem) {
    auto blob = written(kTwoPartsOneHole);
    const std::int32_t webMercator = 3857;
    std::memcpy(blob.data() + 2, &webMercator, 4);
    std::string text;
    EXPECT_EQ(thrownBy([&] { (void)readBack(blob); }, &text), base::Fault::damaged);
    EXPECT_NE(text.find("3857"), std::string::npos);
}

}  // namespace
}  // namespace xiangtu::store::spatialite
