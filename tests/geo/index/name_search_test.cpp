// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/name_search.h"

#include <gtest/gtest.h>

namespace xiangtu::index {
namespace {

/// Two townships with villages, one village name twice.
model::Snapshot names() {
    model::Snapshot snapshot;
    const auto fill = [&](model::Level level, std::initializer_list<std::pair<const char*, const char*>> rows) {
        auto table = std::make_shared<model::LevelTable>();
        table->level = level;
        for (const auto& [code, name] : rows) {
            model::Unit unit;
            unit.code = *model::Code::parse(code);
            unit.name = name;
            table->units.push_back(unit);
            table->shapes.add({});
        }
        snapshot.levels[model::indexOf(level)] = table;
    };
    fill(model::Level::township, {{"433123100", "筸子坪镇"}, {"433123101", "阿拉营镇"}});
    fill(model::Level::village, {{"433123100200", "樟木村"},
                                 {"433123100201", "长坪村"},
                                 {"433123101200", "樟木村"},
                                 {"433123101201", "老樟木桥村"}});
    return snapshot;
}

std::vector<std::string> found(const NameSearch& search, const model::Snapshot& snapshot, std::string_view query) {
    std::vector<std::string> out;
    for (const auto& hit : search.find(query, 10)) out.push_back(snapshot.unit(hit.unit).code.text());
    return out;
}

using Codes = std::vector<std::string>;

TEST(NameSearch, FindsTheSameUnitByNamePinyinInitialsAndCode) {
    const auto snapshot = names();
    const NameSearch search(snapshot);
    const Codes all{"433123100200", "433123101200", "433123101201"};
    EXPECT_EQ(found(search, snapshot, "樟木"), all);
    EXPECT_EQ(found(search, snapshot, "zhangmu"), all);
    EXPECT_EQ(found(search, snapshot, "Zhang Mu"), all);
    EXPECT_EQ(found(search, snapshot, "zm"), all);
    EXPECT_EQ(found(search, snapshot, "4331231012"), (Codes{"433123101200", "433123101201"}));
}

TEST(NameSearch, WholeNamesComeBeforeParts) {
    const auto snapshot = names();
    const auto hits = NameSearch(snapshot).find("老樟木桥村", 5);
    ASSERT_EQ(hits.size(), 1u);
    EXPECT_TRUE(hits[0].whole);
}

TEST(NameSearch, PinyinBeginsAtASyllable) {
    const auto snapshot = names();
    EXPECT_TRUE(found(NameSearch(snapshot), snapshot, "hangmu").empty());
}

TEST(NameSearch, RespectsTheLimitAndEmptyQueries) {
    const auto snapshot = names();
    const NameSearch search(snapshot);
    EXPECT_EQ(search.find("zm", 1).size(), 1u);
    EXPECT_TRUE(search.find("", 10).empty());
    EXPECT_TRUE(search.find("   ", 10).empty());
    EXPECT_TRUE(search.find("没有这个村", 10).empty());
}

TEST(Pinyin, SpellsSyllablesWithoutTones) {
    EXPECT_EQ(pinyin("樟木"), "zhang mu");
    EXPECT_EQ(pinyin("第3网格"), "di 3 wang ge");
    EXPECT_EQ(pinyin("绿水"), "lu shui");
    EXPECT_EQ(pinyin("Grid A"), "grid a");
    EXPECT_EQ(pinyin(""), "");
}

}  // namespace
}  // namespace xiangtu::index
