// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_guess.h"

#include <gtest/gtest.h>

namespace xiangtu::exchange {
namespace {

using model::Level;

struct Table {
    std::vector<std::string> names;
    std::vector<std::vector<std::string>> rows;
    [[nodiscard]] std::vector<FieldProfile> profiles(Level level) const {
        std::vector<FieldProfile> result(names.size(), FieldProfile(level));
        for (const auto& row : rows) {
            for (std::size_t c = 0; c < row.size(); ++c) result[c].add(row[c]);
        }
        return result;
    }
};

const Table kVillages{{"NAME", "zj", "odd_field", "mz", "id", "cunshe"},
                      {{"双浦镇", "330106110", "330106110008", "330106110002", "a1b2c3d4e5", "夏家桥社区"},
                       {"双浦镇", "330106110", "330106110208", "330106110002", "b1b2c3d4e5", "袁家浦村"},
                       {"三墩镇", "330106109", "330106109028", "330106109017", "c1b2c3d4e5", "政苑社区"}}};

TEST(CodeField, IsTheOneWithDistinctCodesOfTheLevel) {
    const auto choice = guessCodeField(kVillages.names, kVillages.profiles(Level::village), 3, Level::village);
    ASSERT_TRUE(choice);
    EXPECT_EQ(kVillages.names[choice->column], "odd_field");
}

TEST(CodeField, IsNotAParentsCodeThatRepeats) {
    Table towns = kVillages;
    towns.rows.push_back({"双浦镇", "330106110", "", "", "", "某村"});
    const auto choice = guessCodeField(towns.names, towns.profiles(Level::township), 4, Level::township);
    EXPECT_FALSE(choice);
}

TEST(CodeField, DecidesByNameBetweenEquals) {
    const Table table{{"other", "XZQDM"}, {{"433123100", "433123100"}, {"433123101", "433123101"}}};
    EXPECT_EQ(guessCodeField(table.names, table.profiles(Level::township), 2, Level::township)->column, 1u);
}

TEST(CodeField, HintsAtAnotherLevel) {
    const auto hint = otherLevelHint(kVillages.names, kVillages.profiles(Level::grid), 3);
    ASSERT_TRUE(hint);
    EXPECT_NE(hint->find("odd_field holds village codes"), std::string::npos) << *hint;
}

TEST(NameField, IsTheOneWhoseTextsDiffer) {
    const auto choice = guessNameField(kVillages.names, kVillages.profiles(Level::village), 3, Level::village);
    ASSERT_TRUE(choice);
    EXPECT_EQ(kVillages.names[choice->column], "cunshe");
}

TEST(NameField, IsNotAKeyOrAColour) {
    const Table table{{"uuid", "fill"}, {{"bb4a9da35f58cabb", "#24AAFF"}, {"cb4a9da35f58cabb", "#24AAFE"}}};
    EXPECT_FALSE(guessNameField(table.names, table.profiles(Level::grid), 2, Level::grid));
}

TEST(NameField, TakesNumberedChineseNames) {
    const Table table{{"k", "label_x"}, {{"1", "网格12345"}, {"2", "网格12346"}}};
    EXPECT_EQ(guessNameField(table.names, table.profiles(Level::grid), 2, Level::grid)->column, 1u);
}

TEST(HouseholdsField, NeedsNameAndNumbers) {
    const Table good{{"户数"}, {{"12"}, {"30"}}};
    const Table bad{{"户数"}, {{"many"}, {"few"}}};
    EXPECT_TRUE(guessHouseholdsField(good.names, good.profiles(Level::grid)));
    EXPECT_FALSE(guessHouseholdsField(bad.names, bad.profiles(Level::grid)));
}

}  // namespace
}  // namespace xiangtu::exchange
