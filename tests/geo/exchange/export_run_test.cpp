// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_run.h"

#include "base/error.h"
#include "base/sha256.h"
#include "geo/exchange/export_fixture.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::exchange {

namespace {

namespace fs = std::filesystem;

const ExportFacts kFacts{"test.sqlite", "2022-11-22", "2022-11-22T08:00:00.000Z", "", "internal", false, {}};

std::vector<std::string> namesIn(const fs::path& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(folder)) out.push_back(entry.path().filename().string());
    std::ranges::sort(out);
    return out;
}

class Export : public ::testing::Test {
protected:
    std::string refused(const RowSource& source, const ExportOptions& options, const std::string& name = "a.shp") {
        const auto done = exportRows(source, dir / name, options, kFacts, {}, base::Progress());
        if (!done) return done.error().reason;
        return "written";
    }
    support::TempDir dir;
    MadeRows rows = madeRows(3, 30, TextEncoding::gbk);
};

TEST_F(Export, LeavesFilesWithTheirSheetsAndNothingElse) {
    ExportOptions options;
    options.encoding = TextEncoding::gbk;
    options.naming = FieldNaming::pinyin;
    const ExportReport report = exported(rows, dir / "凤凰 网格", options);
    EXPECT_EQ(namesIn(dir.path()),
              (std::vector<std::string>{"凤凰 网格.cpg", "凤凰 网格.dbf", "凤凰 网格.fields.csv",
                                        "凤凰 网格.metadata.csv", "凤凰 网格.prj", "凤凰 网格.shp", "凤凰 网格.shx"}));
    const std::string aliases = support::readFile(dir / "凤凰 网格.fields.csv");
    EXPECT_NE(aliases.find("XZQMC,name,行政区名称,Name,text,\r\n"), std::string::npos) << aliases;
    EXPECT_NE(aliases.find("XZQDM,code,行政区代码"), std::string::npos);
    const std::string sheet = support::readFile(dir / "凤凰 网格.metadata.csv");
    EXPECT_NE(sheet.find("记录数,rows,30\r\n"), std::string::npos) << sheet;
    EXPECT_NE(sheet.find("文字编码,encoding,GBK\r\n"), std::string::npos);
    EXPECT_NE(sheet.find("示例数据"), std::string::npos);
    EXPECT_NE(sheet.find("SHA-256 " + base::sha256(support::readFile(dir / "凤凰 网格.dbf"))), std::string::npos);
    ASSERT_EQ(report.files.size(), 5u);
}

TEST_F(Export, WritesAFileForEachTownship) {
    ExportOptions options;
    options.split = ExportOptions::Split::township;
    options.format = ExportFormat::geoJson;
    const ExportReport report = exported(rows, dir / "out", options);
    EXPECT_EQ(namesIn(dir / "out"), (std::vector<std::string>{"433123100 沱江镇.geojson", "433123104 筸子坪镇.geojson",
                                                              "out.fields.csv", "out.metadata.csv"}));
    const auto first = readBack((dir / "out" / "433123100 沱江镇.geojson").string());
    const auto second = readBack((dir / "out" / "433123104 筸子坪镇.geojson").string());
    EXPECT_EQ(first.values.size() + second.values.size(), rows.rows.size());
    EXPECT_EQ(first.values.size(), 10u);
}

TEST_F(Export, RefusesWhatIsThereAlreadyUnlessToldToReplaceIt) {
    ExportOptions options;
    EXPECT_EQ(refused(rows, options), "written");
    EXPECT_NE(refused(rows, options).find("--overwrite"), std::string::npos);
    options.existing = ExportOptions::Existing::replaced;
    rows.rows.resize(5);
    EXPECT_EQ(refused(rows, options), "written");
    EXPECT_EQ(readBack((dir / "a.shp").string()).values.size(), 5u);
}

TEST_F(Export, RefusesAnyLossWhereThatWasAskedFor) {
    rows.rows[7].values[0] = std::string("𠮷家坳");
    ExportOptions options;
    options.encoding = TextEncoding::gbk;
    options.losses = ExportOptions::Losses::refused;
    EXPECT_NE(refused(rows, options).find("characters not in the encoding"), std::string::npos);
    EXPECT_TRUE(namesIn(dir.path()).empty()) << "nothing half-written";
    options.losses = ExportOptions::Losses::listed;
    EXPECT_EQ(refused(rows, options), "written");
    EXPECT_NE(support::readFile(dir / "a.losses.csv").find("𠮷家坳"), std::string::npos);
}

TEST_F(Export, ListsRowsThatAFormatLeavesOut) {
    ExportOptions options;
    options.format = ExportFormat::flatGeobuf;
    const ExportReport report = exported(rows, dir / "a.fgb", options);
    EXPECT_GT(report.withoutShape, 0u);
    EXPECT_EQ(report.lossCounts.at(ExportLoss::Kind::rowLeftOut), report.withoutShape);
    EXPECT_EQ(readBack((dir / "a.fgb").string()).values.size(), rows.rows.size() - report.withoutShape);
}

TEST_F(Export, RefusesWhatAFormatCannotHold) {
    ExportOptions options;
    rows.rows[0].shape = {GeometryKind::point, {{109.5, 27.9}}, {0}};
    rows.rows[1].shape = {GeometryKind::polygon, {{109.5, 27.9}, {109.6, 27.9}, {109.6, 28}}, {0}};
    EXPECT_NE(refused(rows, options).find("several kinds"), std::string::npos);
    options.format = ExportFormat::fileGdb;
    EXPECT_NE(refused(rows, options, "a.gdb").find("several kinds"), std::string::npos);
    options.format = ExportFormat::mapInfoMif;
    options.encoding = TextEncoding::gb18030;
    EXPECT_NE(refused(rows, options, "a.mif").find("GB18030"), std::string::npos);
    rows.rows.clear();
    EXPECT_NE(refused(rows, options).find("nothing to export"), std::string::npos);
    EXPECT_TRUE(namesIn(dir.path()).empty());
}

/// As many rows as no shapefile holds, all the same.
class Endless final : public RowSource {
public:
    explicit Endless(std::size_t count) : m_count(count) {
        m_about.key = "endless";
        m_about.title = {"长", "Endless"};
        m_about.columns = {{"n", {"数", "N"}, ColumnType::integer, {}}};
    }
    [[nodiscard]] const About& about() const override { return m_about; }
    [[nodiscard]] std::size_t size() const override { return m_count; }
    void cells(std::size_t row, ExportRow& into) const override {
        into.start(1);
        into.cells[0] = std::int64_t(row);
    }
    void shape(std::size_t, FlatShape& into) const override {
        into.kind = GeometryKind::polygon;
        into.points = {{109.5, 27.9}, {109.6, 27.9}, {109.6, 28}};
        into.starts = {0};
    }
    [[nodiscard]] Bounds bounds(std::size_t) const override { return {109.5, 27.9, 109.6, 28}; }
    [[nodiscard]] ShapeSize shapeSize(std::size_t) const override { return {GeometryKind::polygon, 1, 200'000}; }
    [[nodiscard]] double areaM2(std::size_t) const override { return 1; }
    [[nodiscard]] std::size_t look(std::size_t) const override { return 255; }
    [[nodiscard]] std::string township(std::size_t) const override { return {}; }

private:
    About m_about;
    std::size_t m_count;
};

TEST_F(Export, RefusesAShapefileOfMoreThanTwoGigabytesBeforeItWrites) {
    EXPECT_NE(refused(Endless(1000), {}).find("2 GiB"), std::string::npos);
    EXPECT_TRUE(namesIn(dir.path()).empty());
}

TEST_F(Export, StopsWhenToldAndLeavesNothing) {
    ExportOptions options;
    for (const ExportFormat format : {ExportFormat::shapefile, ExportFormat::geoPackage, ExportFormat::fileGdb,
                                      ExportFormat::flatGeobuf, ExportFormat::xlsx, ExportFormat::dxf}) {
        options.format = format;
        base::Progress* running = nullptr;
        base::Progress progress([&](std::string_view stage, std::int64_t done, std::int64_t) {
            if (stage == "write" && done > 0) running->cancel();
        });
        running = &progress;
        const MadeRows many = madeRows(1, 40'000, TextEncoding::utf8);
        EXPECT_THROW(static_cast<void>(exportRows(many, dir / "a", options, kFacts, {}, progress)), base::Error);
        EXPECT_TRUE(namesIn(dir.path()).empty()) << formatName(format);
    }
}

TEST_F(Export, KeepsWhatStoodThereWhenItFails) {
    support::writeFile(dir / "a.shp", "old");
    ExportOptions options;
    options.existing = ExportOptions::Existing::replaced;
    base::Progress progress;
    progress.cancel();
    EXPECT_THROW(static_cast<void>(exportRows(rows, dir / "a.shp", options, kFacts, {}, progress)), base::Error);
    EXPECT_EQ(support::readFile(dir / "a.shp"), "old");
    EXPECT_EQ(namesIn(dir.path()).size(), 1u);
}

TEST_F(Export, PutsStylesIntoAGeoPackageWhereQgisLooks) {
    ExportOptions options;
    options.format = ExportFormat::geoPackage;
    const std::vector<ExportStyle> styles{{"五色", "<qgis/>", "<sld/>"}};
    static_cast<void>(exported(rows, dir / "a.gpkg", options, styles));
    const ReadBack table = readBack((dir / "a.gpkg").string(), "layer_styles");
    ASSERT_EQ(table.values.size(), 1u);
    const auto at = [&](const char* name) {
        return table.values[0][std::size_t(std::ranges::find(table.fields, name) - table.fields.begin())];
    };
    EXPECT_EQ(at("f_table_name"), "made");
    EXPECT_EQ(at("f_geometry_column"), "geom");
    EXPECT_EQ(at("styleQML"), "<qgis/>");
    EXPECT_EQ(at("useAsDefault"), "1");
}

TEST_F(Export, DrawsLinesAndChineseTextsIntoADxf) {
    MadeRows few = madeRows(3, 1, TextEncoding::gbk);
    few.rows[0].values[0] = std::string("筸子坪镇𠀀");
    few.rows[0].values[1] = std::string("433123104200001001");
    few.rows[0].shape = {GeometryKind::polygon, {{109.5, 27.9}, {109.6, 27.9}, {109.6, 28}}, {0}};
    few.rows[0].look = 0;
    few.described.looks = {{"red", "重点", 0xD03030}};
    ExportOptions options;
    options.format = ExportFormat::dxf;
    const ExportReport report = exported(few, dir / "a.dxf", options);
    EXPECT_EQ(report.lossCounts.size(), 1u) << "a character beyond the first plane";
    const ReadBack back = readBack((dir / "a.dxf").string(), {}, {"CLOSED_LINE_AS_POLYGON=YES"});
    ASSERT_EQ(back.values.size(), 3u) << "outline, name, code";
    const auto column = [&](const char* name) {
        return std::size_t(std::ranges::find(back.fields, name) - back.fields.begin());
    };
    EXPECT_EQ(back.values[0][column("Layer")], "MADE_RED");
    EXPECT_EQ(back.values[1][column("Text")], "筸子坪镇〓");
    EXPECT_EQ(back.values[2][column("Text")], "433123104200001001");
}

}  // namespace

}  // namespace xiangtu::exchange
