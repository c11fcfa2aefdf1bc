// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/reference_source.h"

#include "geo/exchange/import_fixture.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

class ReferenceFile : public ::testing::Test {
protected:
    [[nodiscard]] std::filesystem::path write(const char* name, const std::string& text) {
        support::writeFile(dir / name, text);
        return dir / name;
    }
    [[nodiscard]] static ReferenceSource read(const ReferenceRequest& request) {
        auto source = readReferences(request, {});
        EXPECT_TRUE(source.ok()) << source.error().reason;
        return source.ok() ? std::move(source).value() : ReferenceSource{};
    }
    support::TempDir dir;
};

TEST_F(ReferenceFile, GivesLinesAreasAndPlacesOfOneLayer) {
    const auto file = write(
        "现状.geojson",
        collection({feature("", R"({"type":"LineString","coordinates":[[112.1,28.1],[112.2,28.1],[112.2,28.2]]})"),
                    square("", 112.3, 28.3),
                    feature("", R"({"type":"MultiPoint","coordinates":[[112.5,28.5],[112.6,28.6]]})"),
                    feature("", "null")}));
    const ReferenceSource source = read({file, {}, {}});
    EXPECT_EQ(source.records, 4);
    EXPECT_EQ(source.bare, 1);
    EXPECT_EQ(source.astray, 0);
    ASSERT_EQ(source.shapes.size(), 4u);
    const auto* lines = std::get_if<geom::GeoMultiLine>(&source.shapes[0]);
    ASSERT_TRUE(lines);
    EXPECT_EQ(lines->front(), (geom::GeoLine{{112.1, 28.1}, {112.2, 28.1}, {112.2, 28.2}}));
    EXPECT_TRUE(std::holds_alternative<geom::GeoMultiPolygon>(source.shapes[1]));
    EXPECT_EQ(std::get<geom::GeoPoint>(source.shapes[3]), (geom::GeoPoint{112.6, 28.6}));
    EXPECT_FALSE(source.crs.empty());
}

TEST_F(ReferenceFile, TakesTheCoordinateSystemThatIsAskedFor) {
    // Gauss-Krueger, zone 37 of three degrees: about 111 degrees east.
    const auto file = write("坐标.geojson", collection({feature("", R"({"type":"LineString","coordinates":)"
                                                                    R"([[37500000,3150000],[37501000,3150000]]})")}));
    const ReferenceSource source = read({file, {}, "EPSG:4525"});
    const auto* lines = std::get_if<geom::GeoMultiLine>(&source.shapes.at(0));
    ASSERT_TRUE(lines);
    EXPECT_NEAR(lines->front().front().lon, 111, 1e-6);
    EXPECT_NEAR(lines->front().front().lat, 28.46, 0.02);
}

TEST_F(ReferenceFile, TakesTheOffsetOffWhenThatIsAskedFor) {
    const auto file =
        write("高德.geojson", collection({feature("", R"({"type":"Point","coordinates":[112.1,28.1]})")}));
    const auto plain = std::get<geom::GeoPoint>(read({file, {}, {}}).shapes.at(0));
    const auto freed = std::get<geom::GeoPoint>(read({file, {}, {}, Shift::gcj02}).shapes.at(0));
    EXPECT_GT(std::abs(plain.lon - freed.lon) + std::abs(plain.lat - freed.lat), 1e-3);
}

TEST_F(ReferenceFile, IsRefusedWithTheReason) {
    const auto refused = [&](const ReferenceRequest& request) {
        const auto source = readReferences(request, {});
        return source.ok() ? std::string() : source.error().reason;
    };
    EXPECT_NE(refused({dir / "没有.shp", {}, {}}), "");
    EXPECT_NE(refused({write("坏.geojson", "{"), {}, {}}), "");
    EXPECT_NE(refused({write("空.geojson", collection({feature("", "null")})), {}, {}}), "");
}

}  // namespace
}  // namespace xiangtu::exchange
