// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/exchange/export_fixture.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace xiangtu::exchange {

namespace {

struct Case {
    ExportFormat format;
    TextEncoding encoding = TextEncoding::utf8;
    std::string crs{};
    int epsg = 4490;
};

std::string nameOf(const ::testing::TestParamInfo<Case>& info) {
    std::string out = std::string(formatName(info.param.format)) + "_" +
                      std::string(encodingName(info.param.encoding)) + "_" + std::to_string(info.param.epsg);
    std::erase_if(out, [](char c) { return c == '-'; });
    return out;
}

/// As a reader says a value of ours.
std::optional<std::string> expected(const MadeRows::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text->empty() ? std::nullopt : std::optional(*text);
    if (const auto* n = std::get_if<std::int64_t>(&value)) return std::to_string(*n);
    const auto* n = std::get_if<double>(&value);
    if (!n) return std::nullopt;
    std::array<char, 64> room;
    return std::string(room.data(), std::to_chars(room.data(), room.data() + room.size(), *n).ptr);
}

/// By its code; others name it in words of their own, or have one system only.
bool saysItsSystem(ExportFormat format) {
    return format == ExportFormat::shapefile || format == ExportFormat::geoPackage || format == ExportFormat::fileGdb ||
           format == ExportFormat::geoJsonCrs || format == ExportFormat::flatGeobuf;
}

/// A spatial index puts rows where it wants them; their land says which they are.
void inOrderOf(const MadeRows& rows, int epsg, ReadBack& back) {
    ReadBack sorted = back;
    for (std::size_t r = 0; r < rows.rows.size(); ++r) {
        const auto wanted = lattice(rows.rows[r].shape, 4490);
        const auto at = std::ranges::find_if(back.shapes, [&](const auto& s) { return lattice(s, epsg) == wanted; });
        ASSERT_NE(at, back.shapes.end()) << "row " << r;
        sorted.shapes[r] = *at;
        sorted.values[r] = back.values[std::size_t(at - back.shapes.begin())];
    }
    back = std::move(sorted);
}

class RoundTrip : public ::testing::TestWithParam<Case> {
protected:
    support::TempDir dir;
};

TEST_P(RoundTrip, IsTheIdentity) {
    const Case& c = GetParam();
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        SCOPED_TRACE(seed);
        MadeRows rows = madeRows(seed, 60, c.encoding);
        // A row without geometry has no place there; Export.* shows that it is told.
        if (c.format == ExportFormat::flatGeobuf)
            std::erase_if(rows.rows, [](const auto& row) { return row.shape.kind == GeometryKind::none; });
        ExportOptions options;
        options.format = c.format;
        options.encoding = c.encoding;
        options.crs = c.crs;
        options.sheets = ExportOptions::Sheets::none;
        options.existing = ExportOptions::Existing::replaced;
        const auto file = dir / ("网格 " + std::to_string(seed) + std::string(formatEnding(c.format)));
        const ExportReport report = exported(rows, file, options);
        ASSERT_EQ(report.losses.size(), 0u) << report.losses[0].key << " " << report.losses[0].column;

        // A table without a byte order mark does not say what it is in.
        if (c.format == ExportFormat::csv && c.encoding != TextEncoding::utf8) {
            const std::string bytes = support::readFile(file);
            EXPECT_NE(bytes.find("\xB9\x6D\xD7\xD3\xC6\xBA\xD5\xF2"), std::string::npos) << "筸子坪镇 in GBK";
            continue;
        }
        ReadBack back = readBack(file.string());
        if (c.format == ExportFormat::flatGeobuf) inOrderOf(rows, c.epsg, back);
        ASSERT_EQ(back.values.size(), rows.rows.size());
        std::vector<std::size_t> columns;
        for (const ExportColumn& column : rows.described.columns) {
            // What a placemark is called is its <name>, which readers offer under this name.
            const bool name = c.format == ExportFormat::kml && column.key == "name";
            const auto at = std::ranges::find(back.fields, name ? "Name" : column.key);
            ASSERT_NE(at, back.fields.end()) << column.key;
            columns.push_back(std::size_t(at - back.fields.begin()));
        }
        for (std::size_t r = 0; r < rows.rows.size(); ++r) {
            for (std::size_t f = 0; f < rows.described.columns.size(); ++f) {
                auto got = back.values[r][columns[f]];
                // GDAL 3.6 reads days of a file geodatabase before 1970 a second late; what is written is right.
                if (c.format == ExportFormat::fileGdb && rows.described.columns[f].type == ColumnType::date && got)
                    got->resize(10);
                ASSERT_EQ(got, expected(rows.rows[r].values[f]))
                    << "row " << r << ", " << rows.described.columns[f].key;
            }
            if (c.format == ExportFormat::xlsx) continue;
            ASSERT_EQ(lattice(back.shapes[r], c.epsg), lattice(rows.rows[r].shape, 4490)) << "row " << r;
        }
        if (saysItsSystem(c.format)) { EXPECT_EQ(back.crs, "EPSG:" + std::to_string(c.epsg)); }
    }
}

using F = ExportFormat;
INSTANTIATE_TEST_SUITE_P(
    Formats, RoundTrip,
    ::testing::Values(Case{F::shapefile}, Case{F::shapefile, TextEncoding::gbk},
                      Case{F::shapefile, TextEncoding::gb18030},
                      Case{F::shapefile, TextEncoding::gbk, "zone3:37", 4546},
                      Case{F::shapefile, TextEncoding::utf8, "zone3-prefix", 4525},
                      Case{F::shapefile, TextEncoding::gb18030, "zone6", 4508}, Case{F::geoPackage},
                      Case{F::geoPackage, TextEncoding::utf8, "zone3", 4546}, Case{F::fileGdb},
                      Case{F::fileGdb, TextEncoding::utf8, "zone6-prefix", 4497}, Case{F::geoJson},
                      Case{F::geoJsonCrs, TextEncoding::utf8, "zone3", 4546}, Case{F::geoJsonCrs}, Case{F::kml},
                      Case{F::flatGeobuf}, Case{F::flatGeobuf, TextEncoding::utf8, "EPSG:4525", 4525}, Case{F::csv},
                      Case{F::csv, TextEncoding::gbk}, Case{F::csv, TextEncoding::utf8, "zone3", 4546}, Case{F::xlsx},
                      Case{F::mapInfoMif, TextEncoding::gbk}, Case{F::mapInfoTab, TextEncoding::gbk},
                      Case{F::mapInfoMif, TextEncoding::utf8, "zone3", 4546}),
    nameOf);

}  // namespace

}  // namespace xiangtu::exchange
