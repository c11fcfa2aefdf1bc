// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/sign_in.h"

#include "gate_fixture.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

class SignInTest : public GateTest {};

TEST_F(SignInTest, WrongPinsWaitAndAreNotListenedTo) {
    Project project = openedToday(file);
    for (std::int64_t i = 1; i < kFreeTries; ++i) {
        const SignIn wrong = project.signIn("规划", "000000");
        ASSERT_FALSE(wrong.ok());
        EXPECT_EQ(wrong.error().why, NotLetIn::Why::wrongPin);
        EXPECT_EQ(wrong.error().triesLeft, kFreeTries - i);
        EXPECT_EQ(wrong.error().seconds, 0);
    }
    EXPECT_GT(project.signIn("规划", "000000").error().seconds, 0);
    const SignIn early = openedToday(file).signIn("规划", kPin);
    ASSERT_FALSE(early.ok()) << "another run of the program does not help";
    EXPECT_EQ(early.error().why, NotLetIn::Why::waiting);
    EXPECT_TRUE(project.signIn("领导", kPin).ok()) << "others need not wait";
    run("UPDATE account_pin SET wait_until = 0");
    EXPECT_TRUE(project.signIn("规划", kPin).ok());
    EXPECT_EQ(project.store().pin(project.session()->id)->tries.wrong, 0) << "the right one begins anew";
    EXPECT_EQ(project.signIn("无名", kPin).error().why, NotLetIn::Why::noSuchAccount);
    EXPECT_FALSE(project.session()) << "a failed sign-in signs out";
}

TEST_F(SignInTest, APinPutInFromOutsideShows) {
    const std::string hash = base::hashPin("999999", base::kCheapestPin);
    run(("UPDATE account_pin SET hash = '" + hash + "' WHERE account_id = 1").c_str());
    Project project = openedToday(file);
    EXPECT_EQ(project.signIn("管理员", "999999").error().why, NotLetIn::Why::tampered);
    const auto check = project.store().checkChain();
    EXPECT_TRUE(check.brokenAt);
    EXPECT_NE(check.reason.find("PIN"), std::string::npos) << check.reason;
}

TEST_F(SignInTest, AnAccountChangedFromOutsideShows) {
    Project project = openedToday(file);
    EXPECT_FALSE(project.store().checkChain().brokenAt);
    run("UPDATE account SET role = 'administrator', scope = '*' WHERE name = '网格员'");
    const auto check = project.store().checkChain();
    EXPECT_TRUE(check.brokenAt);
    EXPECT_NE(check.reason.find("网格员"), std::string::npos) << check.reason;
}

}  // namespace
}  // namespace xiangtu::project
