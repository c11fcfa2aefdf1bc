// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/code.h"

#include <gtest/gtest.h>

namespace xiangtu::model {
namespace {

TEST(Code, KeepsEveryDigitAlsoLeadingZeros) {
    for (const char* text :
         {"433123", "000001", "0", "433123100200001002", "999999999999999999", "000000000000000000"}) {
        const auto code = Code::parse(text);
        ASSERT_TRUE(code) << text;
        EXPECT_EQ(code->text(), text);
        EXPECT_EQ(code->digits(), int(std::string_view(text).size()));
    }
}

TEST(Code, RefusesAnythingButUpToEighteenDigits) {
    for (const char* text :
         {"", "43312X", "-433123", " 433123", "433123.0", "4.33E+11", "1234567890123456789", "４３３１２３"}) {
        EXPECT_FALSE(Code::parse(text)) << text;
    }
}

TEST(Code, PrefixesAndChildrenFollowTheDigits) {
    const Code village = *Code::parse("433123100200");
    EXPECT_EQ(village.prefix(9).text(), "433123100");
    EXPECT_EQ(village.prefix(6).text(), "433123");
    EXPECT_EQ(village.prefix(20), village);
    EXPECT_FALSE(village.prefix(0).valid());
    EXPECT_EQ(village.child(7).text(), "433123100200007");
    EXPECT_TRUE(village.child(7).startsWith(village));
    EXPECT_FALSE(village.startsWith(village.child(7)));
    EXPECT_FALSE(village.startsWith(Code()));
    EXPECT_NE(*Code::parse("01"), *Code::parse("001"));
}

TEST(Code, ShorterCodesComeFirst) {
    EXPECT_LT(*Code::parse("999999"), *Code::parse("000000000"));
    EXPECT_LT(*Code::parse("433123100"), *Code::parse("433123101"));
}

TEST(Code, DefaultIsNoCode) {
    EXPECT_FALSE(Code().valid());
    EXPECT_EQ(Code().text(), "");
    EXPECT_EQ(Code().digits(), 0);
}

}  // namespace
}  // namespace xiangtu::model
