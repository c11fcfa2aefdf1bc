// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_names.h"

#include "exchange/text.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>

namespace xiangtu::exchange {

namespace {

ExportColumn column(std::string key, std::string zh) {
    return {std::move(key), {std::move(zh), ""}, ColumnType::text, {}};
}

TEST(FieldNames, AreInitialsThatPlanningBureausKnow) {
    EXPECT_EQ(pinyinInitials("行政区代码"), "XZQDM");
    EXPECT_EQ(pinyinInitials("户数2023"), "HS2023");
    EXPECT_EQ(pinyinInitials("面积(亩)"), "MJM");
}

TEST(FieldNames, AreUniqueShortAndAsciiWhateverTheTitles) {
    std::vector<ExportColumn> columns;
    for (int i = 0; i < 120; ++i) columns.push_back(column("a_very_long_name_of_a_field", "行政区名称"));
    columns.push_back(column("", "党员中心户与联系户代码一"));
    columns.push_back(column("A_VERY_LON", "2023"));
    for (const FieldNaming naming : {FieldNaming::key, FieldNaming::pinyin}) {
        std::set<std::string> seen;
        for (std::string name : fieldNames(columns, naming, 10)) {
            EXPECT_LE(name.size(), 10u);
            EXPECT_TRUE(isAscii(name)) << name;
            EXPECT_TRUE(std::isalpha(static_cast<unsigned char>(name.front())) != 0) << name;
            std::ranges::transform(name, name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
            EXPECT_TRUE(seen.insert(name).second) << name;
        }
    }
}

TEST(FieldNames, OfChineseTitlesAreNeverCutInsideACharacter) {
    const auto names =
        fieldNames(std::vector{column("a", "行政区代码"), column("b", "行政区名称")}, FieldNaming::title, 10);
    EXPECT_EQ(names, (std::vector<std::string>{"行政区", "行政_2"}));
}

}  // namespace

}  // namespace xiangtu::exchange
