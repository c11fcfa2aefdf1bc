// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/account.h"

#include <gtest/gtest.h>

namespace xiangtu::model {
namespace {

bool covers(const char* scope, std::initializer_list<const char*> codes) {
    std::vector<Code> chain;
    for (const char* code : codes) chain.push_back(*Code::parse(code));
    return Scope::parse(scope)->covers(chain);
}

TEST(Scope, IsWrittenAsItIsRead) {
    EXPECT_EQ(Scope::parse("*"), Scope::everywhere());
    EXPECT_EQ(Scope::parse("433123102,433123101 433123101")->text(), "433123101, 433123102");
    EXPECT_EQ(Scope::parse(Scope::parse("433123102, 4331")->text())->prefixes.size(), 2u);
}

TEST(Scope, NothingAndNonsenseAreNoScope) {
    for (const char* text : {"", " , ", "43a", "* 433123", "433123 *", "1234567890123456789"}) {
        EXPECT_EQ(Scope::parse(text), std::nullopt) << text;
    }
}

TEST(Scope, WhatLiesBelowAPrefixIsInIt) {
    EXPECT_TRUE(covers("433123101", {"433123101", "433123"}));
    EXPECT_TRUE(covers("433123101", {"433123101001", "433123101", "433123"}));
    EXPECT_FALSE(covers("433123101", {"433123102001", "433123102", "433123"}));
    EXPECT_FALSE(covers("433123101", {"433123"})) << "the county is more than the township";
    EXPECT_TRUE(covers("43312310", {"433123101", "433123"})) << "a prefix need be no unit's code";
    EXPECT_FALSE(covers("43312311", {"433123101", "433123"}));
    EXPECT_TRUE(covers("*", {}));
    EXPECT_FALSE(covers("433123", {})) << "what belongs to no unit is everybody's";
}

TEST(Scope, AUnitBelongsToTheTownshipItLiesInWhateverItsCodeSays) {
    // Moved from 101 to 102 with its code kept.
    EXPECT_FALSE(covers("433123101", {"433123101001", "433123102", "433123"}));
    EXPECT_TRUE(covers("433123102", {"433123101001", "433123102", "433123"}));
    EXPECT_FALSE(covers("433123101", {"433123101001001", "433123101001", "433123102", "433123"}));
    EXPECT_TRUE(covers("433123101001", {"433123101001001", "433123101001", "433123102", "433123"}));
    EXPECT_TRUE(covers("433123102", {"77", "433123102", "433123"})) << "imported with a code of its own";
}

TEST(Rights, GrowFromRoleToRole) {
    EXPECT_TRUE(mayDo(Role::leader, Deed::moveMatter));
    EXPECT_FALSE(mayDo(Role::leader, Deed::record));
    EXPECT_TRUE(mayDo(Role::gridWorker, Deed::record));
    EXPECT_FALSE(mayDo(Role::gridWorker, Deed::structure));
    EXPECT_TRUE(mayDo(Role::planner, Deed::structure));
    EXPECT_FALSE(mayDo(Role::planner, Deed::declare));
    EXPECT_TRUE(mayDo(Role::administrator, Deed::declare));
}

}  // namespace
}  // namespace xiangtu::model
