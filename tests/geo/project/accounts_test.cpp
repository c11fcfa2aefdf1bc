// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/accounts.h"

#include "made_file.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

using edit::RefusalReason;
using model::Role;
using model::Scope;

constexpr const char* kPin = "271828";

class AccountsTest : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "账号.sqlite";

    void SetUp() override { makeFile(file); }
    Project open() const { return openedToday(file); }
    static Accounts of(Project& project) { return project.accounts(base::kCheapestPin); }
    static void addKeeper(Project& project, const std::string& name = "管理员") {
        const auto refusal = of(project).add({name, Role::administrator, Scope::everywhere()}, kPin);
        ASSERT_FALSE(refusal) << refusal->detail;
    }
};

TEST_F(AccountsTest, TheFirstIsAnAdministratorsAndSignedInAtOnce) {
    Project project = open();
    const auto tooSmall = of(project).add({"王", Role::planner, Scope::everywhere()}, kPin);
    ASSERT_TRUE(tooSmall);
    EXPECT_EQ(tooSmall->reason, RefusalReason::badAccount);
    EXPECT_TRUE(project.store().accounts().empty()) << "the file is still open to everybody";
    addKeeper(project, " 管理员 ");
    ASSERT_TRUE(project.session());
    EXPECT_EQ(project.session()->name, "管理员");
    EXPECT_FALSE(open().session()) << "another opening begins with nobody";
}

TEST_F(AccountsTest, NamesPinsAndScopesMustBeGood) {
    Project project = open();
    addKeeper(project);
    const auto reason = [&](const char* name, Role role, const Scope& scope, const char* pin) {
        const auto refusal = of(project).add({name, role, scope}, pin);
        return refusal ? std::optional(refusal->reason) : std::nullopt;
    };
    EXPECT_EQ(reason(" ", Role::planner, Scope::everywhere(), kPin), RefusalReason::badAccount);
    EXPECT_EQ(reason("管理员", Role::planner, Scope::everywhere(), kPin), RefusalReason::badAccount);
    EXPECT_EQ(reason("王", Role::planner, {}, kPin), RefusalReason::badAccount);
    EXPECT_EQ(reason("王", Role::administrator, *Scope::parse("990000001"), kPin), RefusalReason::badAccount);
    for (const char* pin : {"", "27182", "111111", "123456", "987654", "27182a", "2718281828459"}) {
        EXPECT_EQ(reason("王", Role::planner, Scope::everywhere(), pin), RefusalReason::weakPin) << pin;
    }
    EXPECT_EQ(reason("王", Role::planner, Scope::everywhere(), kPin), std::nullopt);
}

TEST_F(AccountsTest, SomebodyMustBeLeftToKeepThem) {
    Project project = open();
    addKeeper(project);
    const auto id = project.session()->id;
    EXPECT_EQ(of(project).disable(id)->reason, RefusalReason::lastAdministrator);
    EXPECT_EQ(of(project).change(id, Role::planner, Scope::everywhere())->reason, RefusalReason::lastAdministrator);
    addKeeper(project, "副管理员");
    EXPECT_FALSE(of(project).disable(id));
    EXPECT_FALSE(project.session()) << "who is disabled is out";
    EXPECT_EQ(project.signIn("管理员", kPin).error().why, NotLetIn::Why::disabled);
    ASSERT_TRUE(project.signIn("副管理员", kPin).ok());
    EXPECT_FALSE(of(project).enable(id));
    EXPECT_TRUE(project.signIn("管理员", kPin).ok());
}

TEST_F(AccountsTest, OnesOwnPinNeedsNoAdministrator) {
    Project project = open();
    addKeeper(project);
    ASSERT_FALSE(of(project).add({"网格员", Role::gridWorker, Scope::everywhere()}, kPin));
    const auto keeper = project.session()->id;
    ASSERT_TRUE(project.signIn("网格员", kPin).ok());
    EXPECT_EQ(of(project).setPin(keeper, "314159")->reason, RefusalReason::notAllowed);
    EXPECT_FALSE(of(project).setPin(project.session()->id, "314159"));
    EXPECT_FALSE(project.signIn("网格员", kPin).ok());
    EXPECT_TRUE(project.signIn("网格员", "314159").ok());
}

TEST_F(AccountsTest, TheHistoryTellsOfThemAndKeepsNoPin) {
    Project project = open();
    addKeeper(project);
    ASSERT_FALSE(of(project).setPin(project.session()->id, "314159"));
    const auto log = project.store().log(10);
    ASSERT_EQ(log.size(), 2u);
    EXPECT_EQ(log[0].set.title, "account_pin");
    EXPECT_EQ(log[1].set.title, "account_add");
    EXPECT_EQ(log[1].set.author, "管理员");
    for (const auto& line : log) {
        for (const auto& change : line.set.changes) {
            for (const auto& [name, value] : *change.after) {
                EXPECT_EQ(model::toText(value).find("argon2"), std::string::npos) << name;
            }
        }
    }
    EXPECT_FALSE(project.store().checkChain().brokenAt) << project.store().checkChain().reason;
    EXPECT_EQ(project.undo("").error().reason, RefusalReason::nothingToUndo);
}

TEST_F(AccountsTest, AReadOnlyFileLetsInButChangesNothing) {
    {
        Project project = open();
        addKeeper(project);
    }
    Project project = openedToday(file, store::OpenMode::readOnly);
    EXPECT_FALSE(project.signIn("管理员", "000000").ok());
    ASSERT_TRUE(project.signIn("管理员", kPin).ok());
    EXPECT_EQ(of(project).setPin(project.session()->id, "314159")->reason, RefusalReason::readOnly);
}

TEST(SignInWaits, DoublesFromTheFifthWrongTryUpToAnHour) {
    store::PinTries tries;
    constexpr std::int64_t kNow = 1'000'000;
    for (std::int64_t i = 1; i < kFreeTries; ++i) countWrong(tries, kNow);
    EXPECT_EQ(waitFrom(tries, kNow), 0);
    countWrong(tries, kNow);
    EXPECT_EQ(waitFrom(tries, kNow), kFirstWait);
    EXPECT_EQ(waitFrom(tries, kNow + 10), kFirstWait - 10);
    countWrong(tries, kNow);
    EXPECT_EQ(waitFrom(tries, kNow), 2 * kFirstWait);
    for (int i = 0; i < 100; ++i) countWrong(tries, kNow);
    EXPECT_EQ(waitFrom(tries, kNow), kLongestWait);
    EXPECT_EQ(waitFrom(tries, kNow - 10 * kLongestWait), kLongestWait) << "a clock set back does not lock for ever";
}

}  // namespace
}  // namespace xiangtu::project
