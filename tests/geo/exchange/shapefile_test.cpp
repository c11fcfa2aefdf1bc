// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding.h"
#include "geo/exchange/memory_file.h"
#include "geo/exchange/shapefile_maker.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::exchange {
namespace {

namespace fs = std::filesystem;
using model::Level;

// Bytes of GBK.
const std::string kTuojiang = "\xE3\xFB\xBD\xAD\xD5\xF2";              // 沱江镇
const std::string kCode = "\xD0\xD0\xD5\xFE\xC7\xF8\xB4\xFA\xC2\xEB";  // 行政区代码
const std::string kWgs84 =
    R"(GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]])";
const std::string kZone37 =
    R"(PROJCS["CGCS2000_3_Degree_GK_Zone_37",)" + kWgs84 +
    R"(,PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",37500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",111.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]])";

geom::GeoRing square(double x, double y, double side) {
    return {{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}};
}

MadeShapefile townships() {
    MadeShapefile made;
    made.fields = {{kCode, 12}, {"NAME", 20}};
    made.rows = {{{"433123100", kTuojiang}, square(109.5, 27.9, 0.01)},
                 {{"433123101", "\xC1\xCE\xBC\xD2\xC7\xC5\xD5\xF2"}, square(109.51, 27.9, 0.01)}};
    made.prj = kWgs84;
    return made;
}
ImportRequest request(const fs::path& source, Level level = Level::township) {
    ImportRequest r;
    r.source = source;
    r.level = level;
    return r;
}

TEST(Shapefile, InGbkWithoutAnyDeclarationIsReadRight) {
    const support::TempDir folder;
    const auto plan = planned(request(townships().write(folder.path(), "乡镇")));
    ASSERT_EQ(plan.units.size(), 2u);
    EXPECT_EQ(plan.units[0].name, "沱江镇");
    EXPECT_EQ(plan.units[1].name, "廖家桥镇");
    EXPECT_EQ(plan.report.encoding, "GB18030");
    EXPECT_EQ(plan.report.fields[0].field, "行政区代码");
    EXPECT_EQ(byRule(plan.report)["encoding_assumed"], 2);
}

TEST(Shapefile, WithLanguageByteOrCpgNeedsNoAssumption) {
    const support::TempDir folder;
    auto made = townships();
    made.languageByte = 0x4D;
    EXPECT_EQ(byRule(planned(request(made.write(folder.path(), "a"))).report).count("encoding_assumed"), 0u);
    made.languageByte = 0;
    made.cpg = "GBK";
    EXPECT_EQ(byRule(planned(request(made.write(folder.path(), "b"))).report).count("encoding_assumed"), 0u);
    made.cpg = "<!DOCTYPE html><html>";
    EXPECT_EQ(planned(request(made.write(folder.path(), "c"))).units[0].name, "沱江镇");
}

TEST(Shapefile, CutInTheMiddleOfACharacterIsTold) {
    const support::TempDir folder;
    MadeShapefile made = townships();
    made.fields[0].name = "CODE";
    made.fields[1].width = 8;  // 3 + 3 + 2 bytes of UTF-8
    made.rows[0].texts[1] = std::string("沱江镇").substr(0, 8);
    made.rows[1].texts[1] = "廖家";
    const auto plan = planned(request(made.write(folder.path(), "cut")));
    EXPECT_EQ(plan.units[0].name, "沱江");
    EXPECT_EQ(byRule(plan.report)["text_repaired"], 1);
    EXPECT_EQ(first(plan.report, Rule::textRepaired).record, 0);
}

TEST(Shapefile, WithoutShxIsReadAndItsFolderLeftAlone) {
    const support::TempDir folder;
    const fs::path file = townships().write(folder.path(), "no index");
    fs::remove(folder / "no index.shx");
    const auto plan = planned(request(file));
    EXPECT_EQ(plan.units.size(), 2u);
    EXPECT_FALSE(fs::exists(folder / "no index.shx"));
    EXPECT_FALSE(plan.report.notes.empty());
}

TEST(Shapefile, WithCompanionsInOtherCapitalsIsRead) {
    const support::TempDir folder;
    const fs::path file = townships().write(folder.path(), "Towns");
    fs::rename(folder / "Towns.dbf", folder / "towns.Dbf");
    fs::rename(folder / "Towns.prj", folder / "TOWNS.PRJ");
    const auto plan = planned(request(file));
    ASSERT_EQ(plan.units.size(), 2u);
    EXPECT_EQ(plan.units[0].name, "沱江镇");
    EXPECT_EQ(byRule(plan.report).count("crs_assumed"), 0u) << "the .prj was found";
}

TEST(Shapefile, InAGaussKruegerZoneLandsInItsPlace) {
    const support::TempDir folder;
    MadeShapefile made = townships();
    made.rows[0].ring = square(37352000, 3088000, 1000);
    made.rows[1].ring = square(37353000, 3088000, 1000);
    made.prj = kZone37;
    const auto told = planned(request(made.write(folder.path(), "gk")));
    const auto p = geom::toGeo(told.units[0].shape[0].outer[0]);
    EXPECT_NEAR(p.lon, 109.498, 0.02);
    EXPECT_NEAR(p.lat, 27.90, 0.02);
    made.prj.reset();
    const auto guessed = planned(request(made.write(folder.path(), "gk without prj")));
    EXPECT_EQ(guessed.units[0].shape, told.units[0].shape);
    EXPECT_EQ(byRule(guessed.report)["crs_assumed"], 1);
    EXPECT_EQ(guessed.report.overlaps + guessed.report.gaps, 0) << "shared corners stay shared";
}

TEST(Shapefile, WithANullShapeKeepsTheUnitAndSaysSo) {
    const support::TempDir folder;
    MadeShapefile made = townships();
    made.rows[1].ring.reset();
    const auto plan = planned(request(made.write(folder.path(), "null")));
    ASSERT_EQ(plan.units.size(), 2u);
    EXPECT_TRUE(plan.units[1].shape.empty());
    EXPECT_EQ(first(plan.report, Rule::noGeometry).record, 1);
}

TEST(Shapefile, OfNoDataIsRefused) {
    const support::TempDir folder;
    support::writeFile(folder / "bad.shp", "this is no shapefile");
    const auto plan = planImport(request(folder / "bad.shp"), MemoryFile().snapshot(), base::Progress());
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().reason.find("xiangtu-import-"), std::string::npos)
        << "our scratch folder is none of the user's business: " << plan.error().reason;
}

TEST(Zip, OfRubbishIsRefused) {
    const support::TempDir folder;
    support::writeFile(folder / "bad.zip", "PK no");
    EXPECT_FALSE(planImport(request(folder / "bad.zip"), MemoryFile().snapshot(), base::Progress()));
}

}  // namespace
}  // namespace xiangtu::exchange
