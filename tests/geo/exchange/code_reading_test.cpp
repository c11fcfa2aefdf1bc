// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_reading.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

using model::Code;
using model::Level;

TEST(ReadCode, KeepsTextAndLeadingZeros) {
    EXPECT_EQ(readCode("012345", Level::county).code->text(), "012345");
    EXPECT_EQ(readCode(" 433123100001 ", Level::village).code->text(), "433123100001");
    EXPECT_EQ(readCode("４３３１２３", Level::county).code->text(), "433123");
    EXPECT_EQ(readCode("433123.0", Level::county).code->text(), "433123");
}

TEST(ReadCode, ShortensTheZerosOfLongerForms) {
    const auto town = readCode("330106010000", Level::township);
    EXPECT_EQ(town.code->text(), "330106010");
    EXPECT_TRUE(town.shortened);
    EXPECT_EQ(readCode("330106000000", Level::county).code->text(), "330106");
    EXPECT_FALSE(readCode("330106010020", Level::township).shortened);
    EXPECT_EQ(readCode("330106010000", Level::village).code->text(), "330106010000");
}

TEST(ReadCode, RefusesWhatHasLostItsDigits) {
    EXPECT_EQ(readCode("3.30106E+11", Level::village).trouble, CodeTrouble::digitsLost);
    EXPECT_EQ(readCode("33010610C000XN01", Level::grid).trouble, CodeTrouble::notDigits);
    EXPECT_EQ(readCode("", Level::grid).trouble, CodeTrouble::empty);
    EXPECT_EQ(readCode("1234567890123456789", Level::grid).trouble, CodeTrouble::tooLong);
    EXPECT_EQ(readCode("127-123", Level::grid).trouble, CodeTrouble::notDigits);
}

TEST(LevelOfLength, TellsForeignCodes) {
    EXPECT_EQ(levelOfLength(*Code::parse("330106011020001"), Level::village), Level::grid);
    EXPECT_EQ(levelOfLength(*Code::parse("330106011"), Level::village), Level::township);
    EXPECT_FALSE(levelOfLength(*Code::parse("330106011020001"), Level::grid));
    EXPECT_FALSE(levelOfLength(*Code::parse("19499"), Level::county));
}

TEST(CodeBook, GoesOnAfterTheHighest) {
    CodeBook book;
    EXPECT_TRUE(book.take(*Code::parse("330106109031001")));
    EXPECT_TRUE(book.take(*Code::parse("330106109031007")));
    EXPECT_FALSE(book.take(*Code::parse("330106109031007")));
    EXPECT_EQ(book.next(*Code::parse("330106109031"), 15)->text(), "330106109031008");
    EXPECT_EQ(book.next(*Code::parse("330106109031"), 15)->text(), "330106109031009");
    EXPECT_EQ(book.next(*Code::parse("330106109032"), 15)->text(), "330106109032001");
}

TEST(CodeBook, FillsHolesOnceTheHighestIsTaken) {
    CodeBook book;
    book.take(*Code::parse("330106999"));
    book.take(*Code::parse("330106001"));
    EXPECT_EQ(book.next(*Code::parse("330106"), 9)->text(), "330106002");
}

TEST(CodeBook, PutsZerosForTheLevelsBetween) {
    CodeBook book;
    book.take(*Code::parse("330106110227002"));
    EXPECT_EQ(book.next(*Code::parse("330106"), 15)->text(), "330106000000001");
}

TEST(CodeBook, GrowsTheSequenceBeyondThreeDigits) {
    CodeBook book;
    const Code county = *Code::parse("990101");
    for (int i = 0; i < 999; ++i) ASSERT_TRUE(book.next(county, 18));
    EXPECT_EQ(book.next(county, 18)->text(), "990101000000001000");
    EXPECT_EQ(book.next(county, 18)->text(), "990101000000001001");
}

TEST(CodeBook, ReportsWhenEighteenDigitsAreFull) {
    CodeBook book;
    const Code parent = *Code::parse("990101000000001");
    for (int i = 0; i < 999; ++i) ASSERT_TRUE(book.next(parent, 18));
    EXPECT_FALSE(book.next(parent, 18));
}

}  // namespace
}  // namespace xiangtu::exchange
