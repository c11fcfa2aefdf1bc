// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/memory_file.h"
#include "geodesy/shift.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <sstream>

namespace xiangtu::exchange {
namespace {

namespace fs = std::filesystem;
using model::Level;

class RealFiles : public ::testing::Test {
protected:
    void SetUp() override {
        if (!fs::exists(XIANGTU_REAL_DATA)) GTEST_SKIP() << XIANGTU_REAL_DATA " is not here";
    }
    static fs::path path(const std::string& file) { return fs::path(XIANGTU_REAL_DATA) / file; }
    static ImportRequest request(const std::string& file, Level level) {
        ImportRequest r;
        r.source = path(file);
        r.level = level;
        return r;
    }
};

TEST_F(RealFiles, WannianTownshipsComeBackFromGcj02) {
    auto asked = request("townships/wannian_townships.geojson", Level::township);
    asked.county = CountyRequest{"万年县", model::Code::parse("361129")};
    const auto asDrawn = planned(asked);
    // With the offset taken off, the outline equals the source moved point by point.
    asked.shift = Shift::gcj02;
    const auto plan = planned(asked);
    EXPECT_EQ(plan.report.taken, 12);
    EXPECT_EQ(byRule(plan.report), (std::map<std::string, std::int64_t>{{"no_code", 12}}));
    EXPECT_EQ(plan.units[0].name, "万年县");
    EXPECT_EQ(plan.units[1].name, "陈营镇");
    EXPECT_EQ(plan.units[1].code.text(), "361129001");
    const geom::GeoPoint from = geom::toGeo(asDrawn.units[1].shape[0].outer[0]);
    const geom::GeoPoint want = geodesy::wgs84FromGcj02(from);
    double nearest = 1;
    for (const auto p : plan.units[1].shape[0].outer) {
        nearest = std::min(nearest, std::hypot(geom::toGeo(p).lon - want.lon, geom::toGeo(p).lat - want.lat));
    }
    EXPECT_LT(nearest, 2e-7);
    EXPECT_GT(std::hypot(from.lon - want.lon, from.lat - want.lat), 1e-3);
}

TEST_F(RealFiles, GbkShapefilesHaveTheirChineseNames) {
    const auto chongqing = planned(request("awkward-shp/chinese/chongqing/区县界_area.shp", Level::county));
    EXPECT_EQ(chongqing.report.taken, 38);
    EXPECT_EQ(chongqing.report.encoding, "GB18030");
    EXPECT_TRUE(chongqing.report.findings.empty());
    EXPECT_EQ(chongqing.units[0].name, "奉节县");
    EXPECT_EQ(chongqing.units[0].code.text(), "500236");
    const auto shanghai = planned(request("awkward-shp/chinese/shanghai/区县界_area.shp", Level::county));
    EXPECT_EQ(shanghai.report.taken, 17);
    EXPECT_EQ(shanghai.units[0].name, "宝山区");
    EXPECT_EQ(shanghai.units[0].kind, model::UnitKind::district);
}

TEST_F(RealFiles, CambridgeParcelsBecomeGridsOfAMadeUpCounty) {
    auto asked = request("parcels/cambridge_parcels_fy2014.zip", Level::grid);
    asked.county = CountyRequest{"剑桥县", model::Code::parse("990101")};
    asked.codeField = asked.nameField = "ML";
    const auto plan = planned(asked);
    EXPECT_EQ(plan.report.records, 13116);
    EXPECT_EQ(plan.report.taken, 13116);
    auto rules = byRule(plan.report);
    EXPECT_EQ(rules["invalid_ring"], 37);
    EXPECT_EQ(rules["no_geometry"], 1);
    EXPECT_EQ(rules["bad_code"], 13116);
    EXPECT_EQ(rules["far_away"], 1);
    EXPECT_EQ(rules["overlap"], 28);
    EXPECT_EQ(rules["gap"], 28);
    EXPECT_EQ(plan.units[1].sourceCode, "127-123");
    EXPECT_EQ(plan.units[1].code.text(), "990101000000000001");
    EXPECT_EQ(plan.units.back().code.text(), "990101000000013116");
}

TEST_F(RealFiles, FieldNamesReadAsLatinArePutRight) {
    const auto plan = planned(request("townships/guigang_city_mojibake_fields.geojson", Level::county));
    EXPECT_EQ(plan.report.taken, 1);
    EXPECT_EQ(byRule(plan.report)["text_repaired"], 5);
    EXPECT_EQ(first(plan.report, Rule::textRepaired).field, "省代码");
}

TEST_F(RealFiles, SquaresWithoutAnyCodeAreTakenFromTheirZip) {
    auto asked = request("grids/shenzhen_500m_squares.zip", Level::grid);
    asked.county = CountyRequest{"深圳", model::Code::parse("440399")};
    const auto plan = planned(asked);
    EXPECT_EQ(plan.report.taken, 9005);
    EXPECT_EQ(plan.report.gaps, 1);
    EXPECT_EQ(byRule(plan.report)["crs_assumed"], 1);
}

/// Every awkward shapefile either comes in, with findings, or is refused with a reason.
TEST_F(RealFiles, AwkwardShapefilesAreTakenOrRefusedButNeverBreak) {
    std::istringstream manifest(support::readFile(path("awkward-shp/MANIFEST.csv")));
    std::string line;
    std::getline(manifest, line);
    int takenFiles = 0, refusedFiles = 0;
    while (std::getline(manifest, line)) {
        const std::string item = line.substr(0, line.find(','));
        const std::string parts = line.substr(item.size() + 1, line.find(',', item.size() + 1) - item.size() - 1);
        auto asked = request("awkward-shp/" + item + (parts.starts_with("shp") ? ".shp" : ".dbf"), Level::village);
        asked.county = CountyRequest{"某县", model::Code::parse("990101")};
        SCOPED_TRACE(item);
        const auto plan = planImport(asked, MemoryFile().snapshot(), base::Progress());
        if (plan) {
            ++takenFiles;
            const ImportReport& report = plan.value().report;
            EXPECT_EQ(report.taken + report.rejected, report.records);
            EXPECT_FALSE(report.findings.empty());
        } else {
            ++refusedFiles;
            EXPECT_GT(plan.error().reason.size(), asked.source.string().size() + 10);
        }
    }
    EXPECT_EQ(takenFiles, 17);
    EXPECT_EQ(refusedFiles, 42);
}

TEST_F(RealFiles, AShapefileWithoutItsPartsIsNotWrittenTo) {
    const fs::path folder = path("awkward-shp/no-shx");
    std::size_t before = 0, after = 0;
    for (const auto& entry : fs::directory_iterator(folder)) before += entry.is_regular_file();
    (void)planned(request("awkward-shp/no-shx/polygonm.shp", Level::village));
    for (const auto& entry : fs::directory_iterator(folder)) after += entry.is_regular_file();
    EXPECT_EQ(before, after);
}

}  // namespace
}  // namespace xiangtu::exchange
