// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dbf_layout.h"

#include "exchange/encoding.h"
#include "geo/exchange/export_fixture.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace xiangtu::exchange {

namespace {

/// A .dbf read by what dBase III says about its bytes, without GDAL.
struct PlainDbf {
    struct Field {
        std::string name;
        char type;
        std::size_t width, decimals;
    };
    std::vector<Field> fields;
    std::vector<std::vector<std::string>> records;
    int language = 0;

    explicit PlainDbf(const std::string& bytes) {
        const auto byte = [&](std::size_t i) { return std::size_t(static_cast<unsigned char>(bytes.at(i))); };
        const std::size_t count = byte(4) | byte(5) << 8 | byte(6) << 16, head = byte(8) | byte(9) << 8;
        const std::size_t width = byte(10) | byte(11) << 8;
        EXPECT_EQ(byte(0), 3u);
        EXPECT_EQ(bytes.size(), head + count * width + 1);
        EXPECT_EQ(bytes.back(), '\x1A');
        language = int(byte(29));
        for (std::size_t at = 32; bytes.at(at) != '\r'; at += 32)
            fields.push_back({bytes.substr(at, 11).c_str(), bytes[at + 11], byte(at + 16), byte(at + 17)});
        for (std::size_t r = 0; r < count; ++r) {
            std::size_t at = head + r * width;
            EXPECT_EQ(bytes[at++], ' ');
            auto& record = records.emplace_back();
            for (const Field& field : fields) {
                std::string text = bytes.substr(at, field.width);
                at += field.width;
                text.erase(text.find_last_not_of(' ') + 1);
                text.erase(0, text.find_first_not_of(' '));
                record.push_back(std::move(text));
            }
        }
    }
};

PlainDbf written(const MadeRows& rows, TextEncoding encoding, std::vector<ExportLoss>* losses = nullptr) {
    const support::TempDir dir;
    ExportOptions options;
    options.encoding = encoding;
    options.sheets = ExportOptions::Sheets::none;
    const ExportReport report = exported(rows, dir / "a.shp", options);
    if (losses) *losses = report.losses;
    const char* const cpg = encoding == TextEncoding::utf8  ? "UTF-8"
                            : encoding == TextEncoding::gbk ? "GBK"
                                                            : "GB18030";
    EXPECT_EQ(support::readFile(dir / "a.cpg"), cpg);
    return PlainDbf(support::readFile(dir / "a.dbf"));
}

TEST(Dbf, HoldsWhatWentInForAReaderOfBytes) {
    for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gbk, TextEncoding::gb18030}) {
        const MadeRows rows = madeRows(11, 80, encoding);
        const PlainDbf dbf = written(rows, encoding);
        EXPECT_EQ(dbf.language, encoding == TextEncoding::utf8 ? 0 : 0x4D);
        ASSERT_EQ(dbf.records.size(), rows.rows.size());
        EXPECT_EQ(dbf.fields[0].width, 254u);
        const Decoder decoder(encoding == TextEncoding::utf8 ? "UTF-8" : "GB18030");
        for (std::size_t r = 0; r < rows.rows.size(); ++r) {
            for (std::size_t c = 0; c < dbf.fields.size(); ++c) {
                const auto& value = rows.rows[r].values[c];
                std::string text = decoder.strict(dbf.records[r][c]).value_or("torn");
                if (value.index() == 0) {
                    ASSERT_EQ(text, "");
                } else if (const auto* n = std::get_if<std::int64_t>(&value)) {
                    ASSERT_EQ(text, std::to_string(*n));
                } else if (const auto* d = std::get_if<double>(&value)) {
                    ASSERT_EQ(std::strtod(text.c_str(), nullptr), *d);
                } else {
                    if (dbf.fields[c].type == 'D') text.insert(4, "-").insert(7, "-");
                    ASSERT_EQ(text, std::get<std::string>(value));
                }
            }
        }
    }
}

MadeRows oneText(const std::string& text) {
    MadeRows rows;
    rows.described.key = "one";
    rows.described.columns = {{"name", {"名称", "Name"}, ColumnType::text, {}}};
    rows.rows = {{{text}, {}}};
    return rows;
}

TEST(Dbf, ListsATextThatIsCutWithAllOfIt) {
    std::string text;
    for (int i = 0; i < 85; ++i) text += "筸";
    std::vector<ExportLoss> losses;
    const PlainDbf utf8 = written(oneText(text), TextEncoding::utf8, &losses);
    ASSERT_EQ(losses.size(), 1u);
    EXPECT_EQ(losses[0].kind, ExportLoss::Kind::tooLong);
    EXPECT_EQ(losses[0].value, text);
    EXPECT_EQ(utf8.records[0][0], text.substr(0, 252)) << "84 characters, none torn";
    static_cast<void>(written(oneText(text), TextEncoding::gbk, &losses));
    EXPECT_TRUE(losses.empty()) << "170 bytes in GBK";
}

TEST(Dbf, ListsACharacterGbkLacks) {
    std::vector<ExportLoss> losses;
    static_cast<void>(written(oneText("𠮷家坳"), TextEncoding::gbk, &losses));
    ASSERT_EQ(losses.size(), 1u);
    EXPECT_EQ(losses[0].kind, ExportLoss::Kind::noCharacter);
    EXPECT_EQ(losses[0].value, "𠮷家坳");
    static_cast<void>(written(oneText("𠮷家坳"), TextEncoding::gb18030, &losses));
    EXPECT_TRUE(losses.empty());
}

TEST(Dbf, MakesTextOfNumbersThatProgramsWouldRound) {
    MadeRows rows = oneText("");
    rows.described.columns = {{"n", {"数", "N"}, ColumnType::integer, {}}};
    rows.rows = {{{std::int64_t(1234567890123456789)}, {}}, {{std::int64_t(7)}, {}}};
    const PlainDbf dbf = written(rows, TextEncoding::utf8);
    EXPECT_EQ(dbf.fields[0].type, 'C');
    EXPECT_EQ(dbf.records[0][0], "1234567890123456789");
}

TEST(Dbf, ListsWhatIsNoDay) {
    MadeRows rows = oneText("");
    rows.described.columns = {{"d", {"日", "D"}, ColumnType::date, {}}};
    rows.rows = {{{std::string("2023-02-30")}, {}}};
    std::vector<ExportLoss> losses;
    static_cast<void>(written(rows, TextEncoding::utf8, &losses));
    ASSERT_EQ(losses.size(), 1u);
    EXPECT_EQ(losses[0].kind, ExportLoss::Kind::notADate);
}

}  // namespace

}  // namespace xiangtu::exchange
