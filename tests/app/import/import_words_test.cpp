// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_words.h"

#include "exchange/encoding.h"

#include <gtest/gtest.h>

#include <set>

namespace xiangtu::app {
namespace {

exchange::EncodingChoice chosen(const std::string& text, const exchange::DeclaredEncoding& declared) {
    exchange::TextEvidence evidence;
    evidence.add(text);
    return exchange::chooseEncoding(evidence, declared, {});
}
const std::string kGbkTown = "\xE3\xFB\xBD\xAD\xD5\xF2";  // 沱江镇

TEST(ImportWords, ReasonsOfTheCoreAreSaidPartByPart) {
    EXPECT_EQ(basisWords(chosen(kGbkTown, {}).basis),
              "not UTF-8; read so, the texts are common Chinese characters; the file itself does not say");
    EXPECT_EQ(basisWords(chosen("沱江镇", {}).basis), "all texts are valid UTF-8; the file itself does not say");
    EXPECT_EQ(basisWords(chosen(kGbkTown, {{}, 0x4D}).basis),
              "the .dbf (0x4D) says GB18030, and all texts are valid in it");
    EXPECT_EQ(basisWords(chosen("ABC", {"rubbish", 0}).basis),
              "there is no Chinese text in it; the .cpg “rubbish” names no encoding");
}

TEST(ImportWords, AReasonNobodyKnowsStaysAsItIs) { EXPECT_EQ(basisWords("by the moon"), "by the moon"); }

TEST(ImportWords, EveryRuleAndFateHasATitleOfItsOwn) {
    std::set<QString> titles;
    for (std::size_t i = 0; i < exchange::kRuleCount; ++i) titles.insert(ruleTitle(exchange::Rule(i)));
    for (std::size_t i = 0; i < edit::kFateCount; ++i) titles.insert(fateTitle(edit::Fate(i)));
    EXPECT_EQ(titles.size(), exchange::kRuleCount + edit::kFateCount);
    EXPECT_FALSE(titles.contains(QString()));
}

TEST(ImportWords, AFindingNamesRecordFieldValueAndWhatBecameOfIt) {
    exchange::Finding finding;
    finding.rule = exchange::Rule::badValue;
    finding.outcome = exchange::Outcome::rejected;
    finding.record = 4;
    finding.field = "户数";
    finding.message = "field households: \"abc\" is no number";
    EXPECT_EQ(findingText(finding), "Record 5 · field 户数 · “abc” · not taken");
}

TEST(ImportWords, TheAccuracyOfADatumIsInTheSentence) {
    exchange::Finding finding;
    finding.message = "the shift from the datum of X to CGCS2000 is good to about 10 m; parameters …";
    EXPECT_TRUE(shiftWords(finding).contains("10 m"));
}

}  // namespace
}  // namespace xiangtu::app
