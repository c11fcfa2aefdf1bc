// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_check.h"

#include "geo/exchange/export_fixture.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {

namespace {

namespace fs = std::filesystem;

class ExportChecked : public ::testing::Test {
protected:
    [[nodiscard]] std::string refused(const ExportOptions& options, const fs::path& out = {}) const {
        const auto check = checkExport(rows, out, options, base::Progress());
        return check ? std::string("fits") : check.error().reason;
    }
    support::TempDir dir;
    MadeRows rows = madeRows(3, 60, TextEncoding::gb18030);
};

TEST_F(ExportChecked, TellsTheLossesThatTheExportThenHas) {
    rows.rows[4].values[0] = std::string(300, 'a');
    rows.rows[5].values[4] = std::string("some day");
    for (const ExportFormat format :
         {ExportFormat::shapefile, ExportFormat::geoPackage, ExportFormat::fileGdb, ExportFormat::geoJson,
          ExportFormat::kml, ExportFormat::dxf, ExportFormat::flatGeobuf, ExportFormat::csv, ExportFormat::xlsx,
          ExportFormat::landText, ExportFormat::mapInfoTab}) {
        for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gbk}) {
            SCOPED_TRACE(std::string(formatName(format)) + " " + std::string(encodingName(encoding)));
            ExportOptions options;
            options.format = format;
            options.encoding = encoding;
            options.sheets = ExportOptions::Sheets::none;
            options.existing = ExportOptions::Existing::replaced;
            const auto check = checkExport(rows, {}, options, base::Progress());
            ASSERT_TRUE(check.ok()) << check.error().reason;
            const ExportReport report = exported(rows, dir / "a", options);
            EXPECT_EQ(check.value().losses, report.lossCounts);
            EXPECT_EQ(check.value().rows, report.rows);
            EXPECT_EQ(check.value().withoutShape, report.withoutShape);
            EXPECT_EQ(check.value().crs, report.crs);
        }
    }
}

TEST_F(ExportChecked, RefusesAsTheExportWould) {
    ExportOptions options;
    EXPECT_EQ(refused(options), "fits");
    options.format = ExportFormat::mapInfoMif;
    options.encoding = TextEncoding::gb18030;
    EXPECT_NE(refused(options).find("GB18030"), std::string::npos);
    options = {};
    options.crs = "EPSG:3857";
    EXPECT_NE(refused(options).find("coordinate system"), std::string::npos);
    rows.rows[0].shape = {GeometryKind::point, {{109.5, 27.9}}, {0}};
    EXPECT_NE(refused({}).find("several kinds"), std::string::npos);
    rows.rows.clear();
    EXPECT_NE(refused({}).find("nothing to export"), std::string::npos);
}

TEST_F(ExportChecked, SheetsOfAnotherExportUnderTheSameNameAreFoundBeforeAnythingIsWritten) {
    ExportOptions options;
    static_cast<void>(exported(rows, dir / "网格.shp", options));
    ExportOptions other;
    other.format = ExportFormat::geoPackage;
    EXPECT_NE(refused(other, dir / "网格.gpkg").find("网格.fields.csv"), std::string::npos);
    const auto done = exportRows(rows, dir / "网格.gpkg", other, {}, {}, base::Progress());
    ASSERT_FALSE(done.ok());
    EXPECT_NE(done.error().reason.find("网格.fields.csv"), std::string::npos);
    EXPECT_FALSE(fs::exists(dir / "网格.gpkg"));
    other.sheets = ExportOptions::Sheets::none;
    EXPECT_EQ(refused(other, dir / "网格.gpkg"), "fits");
    fs::remove(dir / "网格.shp");
    EXPECT_NE(refused(options, dir / "网格.shp").find("网格.shx"), std::string::npos) << "any of its files";
}

TEST_F(ExportChecked, WhatAReplacedExportLeftBehindGoesWithIt) {
    rows = madeRows(3, 60, TextEncoding::utf8);
    rows.rows[7].values[0] = std::string("𠮷家坳");
    ExportOptions options;
    options.encoding = TextEncoding::gbk;
    static_cast<void>(exported(rows, dir / "a.shp", options));
    ASSERT_TRUE(fs::exists(dir / "a.losses.csv"));
    for (const char* index : {"a.sbn", "a.sbx", "a.qix", "b.qix"}) support::writeFile(dir / index, "old");
    options.encoding = TextEncoding::utf8;
    options.existing = ExportOptions::Existing::replaced;
    ASSERT_TRUE(exported(rows, dir / "a.shp", options).losses.empty());
    for (const char* gone : {"a.sbn", "a.sbx", "a.qix", "a.losses.csv"}) EXPECT_FALSE(fs::exists(dir / gone)) << gone;
    EXPECT_TRUE(fs::exists(dir / "b.qix")) << "of another file";
}

}  // namespace

}  // namespace xiangtu::exchange
