// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_crs.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {

namespace {

int chosen(const std::string& asked, double west, double east, ExportFormat format = ExportFormat::shapefile) {
    const auto crs = chooseExportCrs(asked, format, west, east);
    return crs ? crs.value().epsg : 0;
}

TEST(ExportCrs, FindsTheZoneTheDataLieIn) {
    EXPECT_EQ(chosen("zone3", 109.4, 109.8), 4546) << "Fenghuang, 111°E, zone 37";
    EXPECT_EQ(chosen("zone3-prefix", 116.6, 117.0), 4527) << "Bagongshan, zone 39";
    EXPECT_EQ(chosen("zone6", 106.4, 106.8), 4507) << "Lingyun, 105°E, zone 18";
    EXPECT_EQ(chosen("zone6-prefix:19", 106.4, 106.8), 4497);
    EXPECT_EQ(chosen("zone3:36", 109.4, 109.8), 4545);
}

TEST(ExportCrs, TakesNumbersAndDegrees) {
    EXPECT_EQ(chosen("", 109, 110), 4490);
    EXPECT_EQ(chosen("EPSG:4547", 113, 114), 4547);
    EXPECT_EQ(chosen("4525", 109, 110), 4525);
    EXPECT_EQ(chosen("wgs84", 109, 110), 4326);
    EXPECT_EQ(chosen("", 109, 110, ExportFormat::landText), 4525) << "metres with the zone in front";
    EXPECT_EQ(chosen("", 109, 110, ExportFormat::geoJson), 4326) << "what RFC 7946 says";
}

TEST(ExportCrs, RefusesWhatItDoesNotOffer) {
    for (const char* asked : {"EPSG:3857", "zone3:24", "zone3:46", "zone6:12", "zone9", "31467", "here", "zone3:"})
        EXPECT_EQ(chosen(asked, 109, 110), 0) << asked;
    EXPECT_EQ(chosen("zone3", 109, 110, ExportFormat::geoJson), 0);
    EXPECT_EQ(chosen("zone3", 109, 110, ExportFormat::kml), 0);
    EXPECT_EQ(chosen("geographic", 109, 110, ExportFormat::landText), 0);
}

TEST(ExportCrs, SaysWhenTheDataReachOutOfTheirZone) {
    EXPECT_TRUE(chooseExportCrs("zone3", ExportFormat::shapefile, 109.6, 112.4).value().notes.empty());
    EXPECT_EQ(chooseExportCrs("zone3", ExportFormat::shapefile, 98.5, 102.5).value().notes.size(), 1u)
        << "Gonghe lies in two";
    EXPECT_EQ(chooseExportCrs("zone3:25", ExportFormat::shapefile, 109, 110).value().notes.size(), 1u);
}

TEST(ExportCrs, IsWrittenAsEsriDoes) {
    const std::string text = esriText(chooseExportCrs("zone3", ExportFormat::shapefile, 109.4, 109.8).value());
    EXPECT_NE(text.find("PROJCS[\"CGCS2000_3_Degree_GK_CM_111E\""), std::string::npos) << text;
    EXPECT_NE(text.find("PARAMETER[\"False_Easting\",500000"), std::string::npos) << text;
}

}  // namespace

}  // namespace xiangtu::exchange
