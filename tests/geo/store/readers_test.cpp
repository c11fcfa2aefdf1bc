// SPDX-License-Identifier: GPL-3.0-or-later
// The file seen through another program's eyes.
#include "made_file.h"
#include "program.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <vector>

namespace xiangtu {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(Readers, OgrinfoListsAViewPerLevelWithGeometryAndCoordinateSystem) {
    const support::TempDir dir;
    createFilled(dir / "县.sqlite").reset();
    const std::string file = (dir / "县.sqlite").string();
    const std::string list = outputOf({"ogrinfo", "-ro", file});
    const std::vector<std::pair<std::string, int>> views{
        {"v_county", 1}, {"v_township", 4}, {"v_village", 16}, {"v_natural_village", 64}, {"v_grid", 256}};
    for (const auto& [view, count] : views) {
        EXPECT_TRUE(holds(list, view + " (Multi Polygon)")) << list;
        const std::string summary = outputOf({"ogrinfo", "-ro", "-so", file, view});
        EXPECT_TRUE(holds(summary, "Feature Count: " + std::to_string(count))) << summary;
        EXPECT_TRUE(holds(summary, "ID[\"EPSG\",4490]")) << summary;
        EXPECT_TRUE(holds(summary, "Extent: (10")) << summary;
        EXPECT_TRUE(holds(summary, "code: String")) << summary;
    }
    EXPECT_TRUE(holds(list, "reg_industry_base (Multi Polygon)"));
}

TEST(Readers, OgrinfoReadsNamesCodesAndPolygons) {
    const support::TempDir dir;
    createFilled(dir / "a.sqlite").reset();
    const std::string text =
        outputOf({"ogrinfo", "-ro", (dir / "a.sqlite").string(), "v_grid", "-where", "code = '990000001001001001'"});
    EXPECT_TRUE(holds(text, "Feature Count: 1")) << text;
    EXPECT_TRUE(holds(text, "parent_code (String) = 990000001001001")) << text;
    EXPECT_TRUE(holds(text, "MULTIPOLYGON (((1")) << text;
}

TEST(Readers, ASpatialFilterGoesThroughThePackedIndex) {
    const support::TempDir dir;
    const support::CoverageOptions options;
    createFilled(dir / "a.sqlite", options).reset();
    // A window of a tenth of a cell in the middle of one cell.
    const double x = options.southWest.lon + options.cellDegrees * 2.5,
                 y = options.southWest.lat + options.cellDegrees * 2.5;
    const double w = options.cellDegrees / 20;
    const std::string text =
        outputOf({"ogrinfo", "-ro", "-so", (dir / "a.sqlite").string(), "v_grid", "-spat", std::to_string(x - w),
                  std::to_string(y - w), std::to_string(x + w), std::to_string(y + w)});
    EXPECT_TRUE(holds(text, "Feature Count: 1")) << text;
}

}  // namespace
}  // namespace xiangtu
