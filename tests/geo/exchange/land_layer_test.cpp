// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/land_layer.h"

#include "geo/exchange/export_fixture.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::exchange {

namespace {

/// A file of the boundary points of parcels, read as an import reads it.
class LandLayer : public ::testing::Test {
protected:
    [[nodiscard]] base::Result<RawLayer, Refusal> read(const std::string& name, ReadOptions options = {}) const {
        auto staged = stage(dir / name, {});
        EXPECT_TRUE(staged.ok());
        return readLayer(staged.value(), options, base::Progress());
    }
    [[nodiscard]] base::Result<RawLayer, Refusal> readText(const std::string& text) const {
        support::writeFile(dir / "界址点.txt", text);
        return read("界址点.txt");
    }
    support::TempDir dir;
};

FlatShape flat(const RawShape& shape) {
    FlatShape out;
    const auto add = [&](const geom::GeoRing& ring) {
        out.starts.push_back(std::uint32_t(out.points.size()));
        for (const geom::GeoPoint p : ring) out.points.push_back({p.lon, p.lat});
    };
    for (const auto& part : shape.polygons) {
        out.kind = GeometryKind::polygon;
        add(part.outer);
        for (const auto& hole : part.holes) add(hole);
    }
    return out;
}

int epsgOf(const RawLayer& raw) { return std::stoi(raw.crs.label.substr(raw.crs.label.find(':') + 1)); }

TEST_F(LandLayer, ReadingBackWhatWasExportedIsTheIdentity) {
    for (const char* const crs : {"zone3-prefix", "zone3", "zone6-prefix", "zone6"}) {
        for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gbk, TextEncoding::gb18030}) {
            for (const int fields : {9, 12}) {
                SCOPED_TRACE(std::string(crs) + " " + std::string(encodingName(encoding)) + std::to_string(fields));
                MadeRows rows = madeRows(11, 40, encoding);
                // The form has no place for a row without land, and no name for one without number.
                std::erase_if(rows.rows, [](const auto& row) {
                    return row.shape.kind == GeometryKind::none || row.values[1].index() == 0;
                });
                for (auto& row : rows.rows)
                    row.values[0] = std::string(encoding == TextEncoding::gbk ? "筸子坪" : "𠮷家坳");
                ExportOptions options;
                options.format = ExportFormat::landText;
                options.crs = crs;
                options.encoding = encoding;
                options.landText.fields = fields;
                options.sheets = ExportOptions::Sheets::none;
                options.existing = ExportOptions::Existing::replaced;
                ASSERT_TRUE(exported(rows, dir / "地块.txt", options).losses.empty());

                const auto raw = read("地块.txt");
                ASSERT_TRUE(raw.ok()) << raw.error().reason;
                ASSERT_EQ(raw.value().size(), rows.rows.size()) << "parts are of one record again";
                EXPECT_EQ(raw.value().fields.size(), std::size_t(7 + fields - 9));
                EXPECT_EQ(raw.value().charset, encoding == TextEncoding::utf8 ? "UTF-8" : "GB18030");
                for (std::size_t r = 0; r < rows.rows.size(); ++r) {
                    EXPECT_EQ(raw.value().cells.bytes(r, 0), std::get<std::string>(rows.rows[r].values[1]));
                    EXPECT_EQ(raw.value().cells.bytes(r, 1), std::get<std::string>(rows.rows[r].values[0]));
                    ASSERT_EQ(lattice(flat(raw.value().shapes[r]), epsgOf(raw.value())),
                              lattice(rows.rows[r].shape, 4490))
                        << "row " << r;
                }
            }
        }
    }
}

std::string parcels(const std::string& header) {
    return "[属性描述]\n" + header +
           "[地块坐标]\n4,0.5,1,甲,面,,,,@\nJ1,1,3086000,37400000\nJ2,1,3086100,37400000\nJ3,1,3086100,37400100\n"
           "J4,1,3086000,37400100\nJ5,2,3086020,37400020\nJ6,2,3086040,37400020\nJ7,2,3086040,37400040\n"
           "J8,3,3087000,37400000\nJ9,3,3087100,37400000\nJ10,3,3087100,37400100\n"
           "3,0.2,2,乙,面,,,,@\nJ1,1,3088000,37400000\nJ2,1,3088100,37400000\nJ3,1,3088100,37400100\n";
}

TEST_F(LandLayer, RingsInsideAnotherAreHolesAndOthersParts) {
    const auto raw = readText(parcels("坐标系=2000国家大地坐标系\n几度分带=3\n带号=37\n"));
    ASSERT_TRUE(raw.ok()) << raw.error().reason;
    ASSERT_EQ(raw.value().size(), 2u);
    const auto& parts = raw.value().shapes[0].polygons;
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].holes.size(), 1u);
    EXPECT_TRUE(parts[1].holes.empty());
    EXPECT_EQ(raw.value().cells.bytes(0, 6), "0.5") << "hectares, as the file says";
    ReadOptions first;
    first.most = 1;
    EXPECT_EQ(read("界址点.txt", first).value().size(), 1u);
    const auto layers = layersOf(stage(dir / "界址点.txt", {}).value());
    ASSERT_TRUE(layers.ok());
    EXPECT_EQ(layers.value().at(0).records, 2);
}

TEST_F(LandLayer, TheDatumOfTheHeaderIsTakenAndNotGuessedAway) {
    EXPECT_EQ(epsgOf(readText(parcels("坐标系=2000国家大地坐标系\n几度分带=3\n带号=37\n")).value()), 4525);
    EXPECT_EQ(epsgOf(readText(parcels("坐标系=80国家大地坐标系\n几度分带=3\n带号=37\n")).value()), 2361);
    EXPECT_EQ(epsgOf(readText(parcels("坐标系=北京54坐标系\n几度分带=3\n带号=37\n")).value()), 2413);
    const auto silent = readText(parcels("精度=0.01\n"));
    ASSERT_TRUE(silent.ok());
    EXPECT_TRUE(silent.value().crs.wkt.empty());
    const auto guessed = chooseCrs(silent.value().crs, silent.value().extent, {});
    ASSERT_TRUE(guessed.ok());
    EXPECT_EQ(guessed.value().definition, "EPSG:4525") << "by the number in front of the eastings, and said";
    EXPECT_FALSE(guessed.value().findings.empty());
}

TEST_F(LandLayer, WhatIsWrongIsRefusedWithItsLine) {
    const auto broken = readText("[属性描述]\n[地块坐标]\n1,1,1,甲,面,,,,@\nJ1,1,x,2\n");
    ASSERT_FALSE(broken.ok());
    EXPECT_NE(broken.error().reason.find("line 4"), std::string::npos) << broken.error().reason;
    EXPECT_FALSE(readText("[地块坐标]\n").ok()) << "nothing in it";
    EXPECT_FALSE(readText("[地块坐标]\n\xFF\xFF\xFF\n").ok()) << "no text";
    EXPECT_FALSE(readText("hello\n").ok()) << "a text of another kind is left to other readers";
}

}  // namespace

}  // namespace xiangtu::exchange
