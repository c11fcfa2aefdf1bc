// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

TEST(Utf8, RefusesOverlongFormsAndSurrogates) {
    EXPECT_TRUE(scanUtf8("延长县").good);
    EXPECT_EQ(scanUtf8("延长县").wide, 3u);
    EXPECT_FALSE(scanUtf8("\xC1\xAA\xCD\xA8").good) << "联通 in GBK, the classic trap";
    EXPECT_FALSE(scanUtf8("\xE0\x80\x80").good);
    EXPECT_FALSE(scanUtf8("\xED\xA0\x80").good);
    EXPECT_FALSE(scanUtf8("\xF5\x80\x80\x80").good);
}

TEST(Utf8, ToleratesACutLastCharacter) {
    const std::string cut = std::string("凤凰").substr(0, 5);
    EXPECT_TRUE(scanUtf8(cut).good);
    EXPECT_EQ(scanUtf8(cut).length, 3u);
}

TEST(Gb18030, KnowsTwoAndFourByteCharacters) {
    EXPECT_EQ(scanGb18030("\xD1\xD3\xB3\xA4").wide, 2u) << "延长";
    EXPECT_TRUE(scanGb18030("\x95\x32\xB7\x37").good) << "four bytes";
    EXPECT_FALSE(scanGb18030("\x80").good);
    EXPECT_FALSE(scanGb18030("caf\xE9 ").good);
    EXPECT_EQ(scanGb18030("\xD1\xD3\xB3").length, 2u) << "cut";
}

TEST(Trimmed, TakesIdeographicAndNoBreakSpacesToo) {
    EXPECT_EQ(trimmed("\xE3\x80\x80 樟木 \xC2\xA0\t"), "樟木");
    EXPECT_EQ(trimmed(" \xE3\x80\x80"), "");
    EXPECT_EQ(trimmed("a b"), "a b");
}

TEST(HanShare, CountsCharactersAndNotBytes) {
    EXPECT_DOUBLE_EQ(hanShare("网格1号"), 0.75);
    EXPECT_DOUBLE_EQ(hanShare("grid"), 0);
    EXPECT_DOUBLE_EQ(hanShare("𠮷"), 1);
}

TEST(Narrowed, ReadsFullWidthDigits) { EXPECT_EQ(narrowed("３３０１０６村"), "330106村"); }

TEST(Unmangled, UndoesChineseReadAsLatin) {
    EXPECT_EQ(unmangled("Ê¡"), "省");
    EXPECT_EQ(unmangled("Ê¡´úÂë"), "省代码");
    EXPECT_EQ(unmangled("ä¸\xC2\xADå›½"), "中国") << "UTF-8 read as Windows-1252";
}

TEST(Unmangled, LeavesRealTextAlone) {
    EXPECT_FALSE(unmangled("Genève"));
    EXPECT_FALSE(unmangled("省代码"));
    EXPECT_FALSE(unmangled("plain"));
    EXPECT_FALSE(unmangled("Ålesund"));
}

}  // namespace
}  // namespace xiangtu::exchange
