// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"
#include "oracle.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace xiangtu::project {
namespace {

using model::LandPolicy;
using model::Level;

/// What becomes of values when villages are cut and joined.
class Policies : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "取值.sqlite";

    void SetUp() override { makeFile(file); }
    static model::Code village(const Project& project, std::uint32_t row) {
        return project.state().snapshot->unit({Level::village, row}).code;
    }
    static void addIncome(Project& project, model::Code code, std::int64_t year, double amount,
                          const std::string& note = "") {
        edit::AddRecord add{"collective_income",
                            code,
                            Level::village,
                            {},
                            {{"income_year", year}, {"model", std::string("land")}, {"amount", amount}},
                            "2026-01-05"};
        if (!note.empty()) add.values.emplace_back("note", note);
        const Outcome outcome = project.apply(add, "王");
        ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    }
    static edit::EditBorders cut(const Project& project, model::Code code) {
        const auto& snapshot = *project.state().snapshot;
        const auto& box = snapshot.table(Level::village).shapes.box(snapshot.findUnit(Level::village, code).row);
        const std::int32_t y = box.min.y + (box.max.y - box.min.y) / 8 * 3;
        const geom::GeoLine line{geom::toGeo(geom::GridPoint{box.min.x - 500, y}),
                                 geom::toGeo(geom::GridPoint{box.max.x + 500, y})};
        return {{borders::Split{{Level::village, code}, line}, {}}, {}, "", ""};
    }
    static edit::EditBorders join(model::Code into, model::Code gone) {
        return {{borders::Merge{Level::village, {into, gone}, into}, {}}, {}, "", ""};
    }
    struct Income {
        model::UnitRef unit;
        std::int64_t year = 0;
        double amount = 0;
        std::string note;
    };
    static std::vector<Income> incomes(const Project& project) {
        std::vector<Income> out;
        const auto& table = *project.state().snapshot->findRegister("collective_income");
        for (const auto& record : table.records) {
            const auto text = [&](const char* field) {
                return model::toText(record->values[*table.def.fieldAt(field)]);
            };
            out.push_back({record->unit, std::stoll(text("income_year")),
                           std::get<double>(record->values[*table.def.fieldAt("amount")]), text("note")});
        }
        return out;
    }
    static std::int32_t households(const Project& project, model::UnitRef ref) {
        return project.state().snapshot->unit(ref).households;
    }
    static const edit::Resettled* reviewOf(const Outcome& outcome, edit::Resettled::What what) {
        const auto& review = outcome.value().review;
        const auto found = std::ranges::find_if(
            review, [&](const edit::Resettled& item) { return item.what == what && !item.certain; });
        return found == review.end() ? nullptr : &*found;
    }
};

TEST_F(Policies, ACutVillagesIncomeIsSharedByHouseholdsAndThePastStaysWhole) {
    Project project = openedToday(file);
    const model::Code code = village(project, 3);
    const std::int32_t all = households(project, project.state().snapshot->findUnit(Level::village, code));
    addIncome(project, code, 2025, 120'000.01);
    const std::string before = dumpOf(file);
    const Outcome outcome = project.apply(cut(project, code), "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const auto now = incomes(project);
    ASSERT_EQ(now.size(), 2u);
    EXPECT_NEAR(now[0].amount + now[1].amount, 120'000.01, 1e-6);
    EXPECT_NE(now[0].unit, now[1].unit);
    for (const Income& income : now) {
        EXPECT_NEAR(income.amount, 120'000.01 * households(project, income.unit) / all, 0.011);
        EXPECT_EQ(income.year, 2025) << "what has no policy is as it was";
    }
    EXPECT_EQ(faultsOf(file), "");
    const auto past = project.store().load(base::Date{base::Date::today().days - 1}, {});
    ASSERT_EQ(past.findRegister("collective_income")->records.size(), 1u);
    ASSERT_TRUE(project.undo("王").ok());
    EXPECT_EQ(dumpOf(file), before);
    EXPECT_EQ(incomes(project).size(), 1u);
}

TEST_F(Policies, JoinedVillagesIncomesOfOneYearAddUpAndOthersStayApart) {
    Project project = openedToday(file);
    const model::Code into = village(project, 0), gone = village(project, 1);
    addIncome(project, into, 2024, 10);
    addIncome(project, into, 2025, 20, "甲");
    addIncome(project, gone, 2025, 30.5, "乙");
    const Outcome outcome = project.apply(join(into, gone), "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const auto now = incomes(project);
    ASSERT_EQ(now.size(), 2u);
    EXPECT_EQ(now[0].year, 2024);
    EXPECT_EQ(now[0].amount, 10);
    EXPECT_EQ(now[1].year, 2025);
    EXPECT_EQ(now[1].amount, 50.5);
    EXPECT_EQ(now[1].note, "甲") << "of the village that stays, until somebody says otherwise";
    const edit::Resettled* asked = reviewOf(outcome, edit::Resettled::What::record);
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->title, "note");
    EXPECT_EQ(asked->from, gone);
    EXPECT_EQ(faultsOf(file), "");
}

TEST_F(Policies, MayBeSetForOneEdit) {
    Project project = openedToday(file);
    const model::Code code = village(project, 3);
    addIncome(project, code, 2025, 100);
    edit::EditBorders command = cut(project, code);
    command.policies = {{"collective_income.amount", LandPolicy::ask}, {"households", LandPolicy::ask}};
    const Outcome outcome = project.apply(command, "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    const auto now = incomes(project);
    ASSERT_EQ(now.size(), 2u);
    EXPECT_EQ(now[0].amount, 100) << "it must be given: both have it until somebody says otherwise";
    EXPECT_EQ(now[1].amount, 100);
    const edit::Resettled* asked = reviewOf(outcome, edit::Resettled::What::record);
    ASSERT_TRUE(asked);
    EXPECT_EQ(asked->title, "amount");
    EXPECT_TRUE(reviewOf(outcome, edit::Resettled::What::households));

    const model::Code other = village(project, 8), grid = project.state().snapshot->unit({Level::grid, 200}).code;
    command = cut(project, other);
    command.policies = {{"households", LandPolicy::sum}};
    EXPECT_EQ(project.apply(command, "王").error().reason, edit::RefusalReason::badValue);
    command.policies = {{"collective_income.colour", LandPolicy::keep}};
    EXPECT_EQ(project.apply(command, "王").error().reason, edit::RefusalReason::badValue);
    command.request.operation = borders::Merge{Level::grid, {grid, grid}, {}};
    command.policies = {{"households", LandPolicy::area}};
    EXPECT_EQ(project.apply(command, "王").error().reason, edit::RefusalReason::badValue);
}

TEST_F(Policies, HouseholdsOfAGridMayStayWithIt) {
    Project project = openedToday(file);
    const auto grid = project.state().snapshot->unit({Level::grid, 44});
    const auto& box = project.state().snapshot->table(Level::grid).shapes.box(44);
    const std::int32_t y = box.min.y + (box.max.y - box.min.y) / 2;
    edit::EditBorders command{{borders::Split{{Level::grid, grid.code},
                                              {geom::toGeo(geom::GridPoint{box.min.x - 500, y}),
                                               geom::toGeo(geom::GridPoint{box.max.x + 500, y})}},
                               {}},
                              {},
                              "",
                              ""};
    command.policies = {{"households", LandPolicy::keep}};
    ASSERT_EQ(grid.households, 5);
    const Outcome outcome = project.apply(command, "王");
    ASSERT_TRUE(outcome.ok()) << outcome.error().detail;
    EXPECT_EQ(households(project, project.state().snapshot->findUnit(Level::grid, grid.code)), 5);
}

}  // namespace
}  // namespace xiangtu::project
