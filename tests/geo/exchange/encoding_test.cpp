// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding.h"

#include "base/error.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

const std::string kUtf8Name = "筸子坪镇";
const std::string kGbkName = "\xB7\xEF\xBB\xCB\xCF\xD8";  // 凤凰县
const std::string kLatinName = "Gen\xE8ve";

EncodingChoice choose(std::initializer_list<std::string> texts, DeclaredEncoding declared = {},
                      const std::string& asked = {}) {
    TextEvidence evidence;
    for (const auto& text : texts) evidence.add(text);
    return chooseEncoding(evidence, declared, asked);
}

TEST(Encoding, TakesValidUtf8WithoutAnyDeclaration) {
    EXPECT_EQ(choose({kUtf8Name}).charset, "UTF-8");
    EXPECT_FALSE(choose({kUtf8Name}).assumed);
}

TEST(Encoding, TakesGbWhenBytesAreNoUtf8) {
    EXPECT_EQ(choose({kGbkName}).charset, "GB18030");
    EXPECT_TRUE(choose({kGbkName}).assumed);
    EXPECT_EQ(choose({kGbkName}, {"", 0x4D}).charset, "GB18030");
    EXPECT_FALSE(choose({kGbkName}, {"", 0x4D}).assumed);
    EXPECT_EQ(choose({kGbkName}, {"GBK", 0}).charset, "GB18030");
}

TEST(Encoding, LetsBytesOverruleAWrongDeclaration) {
    EXPECT_EQ(choose({kGbkName}, {"ISO-8859-1", 0}).charset, "GB18030");
    EXPECT_TRUE(choose({kGbkName}, {"ISO-8859-1", 0}).assumed);
    EXPECT_EQ(choose({kGbkName}, {"UTF-8", 0}).charset, "GB18030");
    EXPECT_EQ(choose({kUtf8Name}, {"", 0x4D}).charset, "UTF-8");
}

TEST(Encoding, ReadsEuropeanTextAsDeclaredOrWestern) {
    EXPECT_EQ(choose({kLatinName}, {"88591", 0}).charset, "ISO-8859-1");
    EXPECT_EQ(choose({kLatinName}, {"", 0x58}).charset, "CP1252");
    EXPECT_EQ(choose({kLatinName}, {"ANSI 1250", 0}).charset, "CP1250");
    EXPECT_EQ(choose({kLatinName}).charset, "CP1252");
}

TEST(Encoding, IsNotImpressedByACpgThatIsAWebPage) {
    const auto choice = choose({kGbkName}, {"<!DOCTYPE html><html>", 0});
    EXPECT_EQ(choice.charset, "GB18030");
    EXPECT_NE(choice.basis.find("names no encoding"), std::string::npos);
}

TEST(Encoding, ObeysTheUserAndRefusesNonsense) {
    EXPECT_EQ(choose({kUtf8Name}, {}, "gbk").charset, "GB18030");
    EXPECT_EQ(choose({kUtf8Name}, {}, "LDID/77").charset, "GB18030");
    EXPECT_THROW((void)choose({kUtf8Name}, {}, "klingon"), base::Error);
}

TEST(Encoding, KeepsUtf8WhenOneTextOfManyIsBroken) {
    TextEvidence evidence;
    for (int i = 0; i < 100; ++i) evidence.add("网格" + std::to_string(i));
    evidence.add("\xFF\xFE");
    EXPECT_EQ(chooseEncoding(evidence, {}, "").charset, "UTF-8");
}

TEST(Decoder, IsStrictAndCanBeLenient) {
    const Decoder gb("GB18030");
    EXPECT_EQ(gb.strict(kGbkName), "凤凰县");
    EXPECT_FALSE(gb.strict("\xB7\xEF\xFF"));
    EXPECT_EQ(gb.lossy("\xB7\xEF\xFF!"), "凤\uFFFD!");
    EXPECT_THROW(Decoder("no such set"), base::Error);
}

}  // namespace
}  // namespace xiangtu::exchange
