// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/land_text.h"

#include "base/error.h"
#include "exchange/encoding.h"
#include "geo/exchange/export_fixture.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::exchange {

namespace {

std::string written(const MadeRows& rows, ExportOptions options) {
    const support::TempDir dir;
    options.format = ExportFormat::landText;
    options.sheets = ExportOptions::Sheets::none;
    const ExportReport report = exported(rows, dir / "界址点.txt", options);
    EXPECT_TRUE(report.losses.empty());
    return support::readFile(dir / "界址点.txt");
}

TEST(LandText, ReadsBackWhatWasWrittenWithAndWithoutZone) {
    for (const char* const crs : {"zone3-prefix", "zone3", "zone6-prefix", "zone6"}) {
        for (const int fields : {9, 12}) {
            SCOPED_TRACE(std::string(crs) + std::to_string(fields));
            const MadeRows rows = madeRows(5, 40, TextEncoding::gb18030);
            ExportOptions options;
            options.crs = crs;
            options.encoding = TextEncoding::gb18030;
            options.landText.fields = fields;
            const std::string bytes = written(rows, options);
            EXPECT_TRUE(looksLikeLandText(bytes));
            const LandText text = parseLandText(Decoder("GB18030").strict(bytes).value(), "界址点.txt");
            ASSERT_NE(text.epsg(), 0);

            std::size_t at = 0;
            for (const auto& row : rows.rows) {
                if (row.shape.kind == GeometryKind::none) continue;
                FlatShape back;
                for (auto wanted = lattice(row.shape, 4490); at < text.parcels.size();) {
                    const LandParcel& parcel = text.parcels[at];
                    EXPECT_EQ(parcel.kind, "面");
                    EXPECT_EQ(parcel.more.size(), std::size_t(fields - 9));
                    for (const auto& ring : parcel.rings) {
                        back.starts.push_back(std::uint32_t(back.points.size()));
                        back.points.insert(back.points.end(), ring.begin(), ring.end());
                    }
                    ++at;
                    if (back.starts.size() < wanted.size()) continue;
                    ASSERT_EQ(lattice(back, text.epsg()), wanted);
                    const auto* code = std::get_if<std::string>(&row.values[1]);
                    EXPECT_EQ(parcel.number, code ? *code : "");
                    break;
                }
            }
            EXPECT_EQ(at, text.parcels.size());
        }
    }
}

constexpr const char* kFile =
    "\xEF\xBB\xBF[属性描述]\r\n坐标系=2000国家大地坐标系\r\n几度分带=3\r\n带号=37\r\n[地块坐标]\r\n"
    "5,0.1234,001,宅基地,面,,住宅,0702,@\r\n"
    "J1,1,3086000.1,37400000.2\nJ2,1,3086100,37400000\nJ3,1,3086100,37400100\nJ4,1,3086000,37400100\n"
    "J1,1,3086000.1,37400000.2\nJ5,2,3086020,37400020\nJ6,2,3086020,37400040\nJ7,2,3086040,37400040\n";

TEST(LandText, ReadsAFileOfABureau) {
    const LandText text = parseLandText(kFile, "a.txt");
    ASSERT_EQ(text.parcels.size(), 1u);
    const LandParcel& parcel = text.parcels[0];
    EXPECT_EQ(parcel.number, "001");
    EXPECT_EQ(parcel.landClass, "0702");
    EXPECT_EQ(parcel.areaHa, 0.1234);
    ASSERT_EQ(parcel.rings.size(), 2u) << "a hole, whose ring is not closed";
    EXPECT_EQ(parcel.rings[0].size(), 4u);
    EXPECT_EQ(parcel.rings[0][0], (geodesy::Ordinates{37400000.2, 3086000.1})) << "easting first";
    EXPECT_EQ(text.epsg(), 4525);
}

TEST(LandText, ReadsPointsWithoutALineForTheParcel) {
    const LandText text = parseLandText("[地块坐标]\nJ1,1,1,2\nJ2,1,3,4\nJ3,1,5,9\n", "a.txt");
    ASSERT_EQ(text.parcels.size(), 1u);
    EXPECT_EQ(text.parcels[0].rings[0].size(), 3u);
    EXPECT_EQ(text.epsg(), 0);
}

TEST(LandText, RefusesNamingTheLine) {
    const auto reason = [](const std::string& text) -> std::string {
        try {
            static_cast<void>(parseLandText(text, "a.txt"));
        } catch (const base::Error& e) { return e.what(); }
        return "read";
    };
    EXPECT_NE(reason("hello").find("a.txt: line 1"), std::string::npos);
    EXPECT_NE(reason("[地块坐标]\nJ1,1,x,2\n").find("line 2"), std::string::npos);
    EXPECT_NE(reason("[地块坐标]\nJ1,1,1,2\nJ2,1,3,4\n").find("fewer than three"), std::string::npos);
    EXPECT_NE(reason("[地块坐标]\n1,2,@\n").find("no points"), std::string::npos);
    EXPECT_NE(reason("[地块坐标]\nJ1,1,inf,2\n").find("coordinates"), std::string::npos);
    EXPECT_NE(reason("").find("no section"), std::string::npos);
}

}  // namespace

}  // namespace xiangtu::exchange
