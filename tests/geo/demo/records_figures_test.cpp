// SPDX-License-Identifier: GPL-3.0-or-later
#include "coverage_check.h"

#include "indicators/checks.h"
#include "indicators/figures.h"
#include "indicators/tables.h"
#include "model/expression.h"
#include "store/store.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace xiangtu::demo {

using indicators::Figures;
using model::Level;

namespace {

/// After every date of the demo counties, before their open matters come to an end.
const base::Date kDay = base::Date::of(2023, 6, 30);

/// A county written to a file, read back and counted: the way its figures reach a reader.
Figures countedCounty(const std::string& county, std::uint32_t grids) {
    const support::TempDir dir;
    const auto store = store::create(dir / "demo.sqlite", XIANGTU_DATA_DIR);
    const auto writer = store->beginBulk();
    Options options;
    options.grids = grids;
    generate(shippedFacts(county), shippedPhrases(), options, *writer, {});
    writer->commit();
    return Figures(store->load(kDay, {}));
}

const Figures& figuresOf(const std::string& county) {
    static std::map<std::string, Figures> made;
    const auto found = made.find(county);
    if (found != made.end()) return found->second;
    // Groups stand on household grids, so this county needs all of its own.
    return made.emplace(county, countedCounty(county, county == "fenghuang" ? 14735 : 1500)).first->second;
}

double countyValue(const std::string& county, const std::string& indicator, std::optional<double> threshold = {}) {
    const Figures& figures = figuresOf(county);
    const auto at = figures.find(indicator);
    if (!at) ADD_FAILURE() << "no indicator " << indicator;
    return at ? figures.value(*at, {Level::county, 0}, threshold) : NAN;
}

/// Sum of a field (count of records where it is empty) over the records for which the condition holds.
double summed(const std::string& county, const std::string& id, const std::string& where, const std::string& name) {
    const model::Snapshot& snapshot = figuresOf(county).snapshot();
    const model::RegisterDef* def = snapshot.catalogue->find(id);
    if (!def) {
        ADD_FAILURE() << "no register " << id;
        return NAN;
    }
    indicators::RecordQuery query;
    query.registerId = id;
    query.where = model::Expression::parse(where, def);
    if (!name.empty()) query.columns = {name};
    const indicators::Table table = recordTable(snapshot, query);
    if (name.empty()) return double(table.rows.size());
    double sum = 0;
    for (const auto& row : table.rows) sum += model::numberOf(row.cells.back()).value_or(0);
    return sum;
}

struct Stated {
    int mechanism;  ///< row of the table of mechanisms
    const char* county;
    const char* indicator;
    double value;
    double tolerance = 0;
};

const Stated kStated[] = {
    // 延长
    {15, "yanchang", "demonstration_villages", 35},
    {15, "yanchang", "demonstration_share", 22.0, 0.05},
    {17, "yanchang", "weak_branches", 29},
    {17, "yanchang", "weak_share", 18.2, 0.05},
    {23, "yanchang", "one_person_villages", 159},
    {23, "yanchang", "one_person_rate", 100},
    {25, "yanchang", "reserve_cadres", 328},
    {25, "yanchang", "reserve_per_village", 2.06, 0.005},
    {28, "yanchang", "work_teams", 90},
    {28, "yanchang", "work_team_people", 280},
    {28, "yanchang", "work_team_size", 3.1, 0.05},
    {28, "yanchang", "work_team_cover", 56.6, 0.05},
    {33, "yanchang", "police_officers", 100},
    {34, "yanchang", "law_wise", 487},
    {34, "yanchang", "law_wise_per_village", 3.06, 0.005},
    {34, "yanchang", "mediators", 464},
    {34, "yanchang", "mediators_per_village", 2.92, 0.005},
    {36, "yanchang", "talents_recruited", 195},
    {36, "yanchang", "talents_flexible", 88},
    {36, "yanchang", "talents_local", 2360},
    {37, "yanchang", "expert_stations", 9},
    {37, "yanchang", "experts", 62},  // "60 and more"
    {37, "yanchang", "expert_teams", 6},
    {37, "yanchang", "expert_techniques", 15},
    {39, "yanchang", "training_sessions", 12},  // "ten and more"
    {39, "yanchang", "training_attendances", 1100},
    {43, "yanchang", "task_aspects", 5},
    {43, "yanchang", "task_items", 17},
    {43, "yanchang", "tasks", 52},
    // "Three in 2022" stands once for 延长 and 八公山: both have three.
    {46, "yanchang", "dispatch_meetings", 3},
    {53, "yanchang", "one_stop_cover", 100},
    {72, "yanchang", "mu_renovated_orchard", 2000, 0.1},
    {73, "yanchang", "mu_dwarf_apple", 630, 0.1},
    {73, "yanchang", "mu_hail_net", 4700, 0.1},
    {74, "yanchang", "mu_sweet_potato", 10000, 0.1},
    {74, "yanchang", "mu_fresh_corn", 1500, 0.1},
    {74, "yanchang", "mushroom_bags", 4000000},
    {76, "yanchang", "plants_landed", 3},
    {78, "yanchang", "primary_output", 26000},
    {78, "yanchang", "township_output", 26000},
    {78, "yanchang", "primary_growth", 4.4, 0.05},
    {79, "yanchang", "farm_five_measures", 5},
    {88, "yanchang", "live_bases", 8},
    {88, "yanchang", "online_shops", 41},  // "40 and more"
    // The eight events and the 43 million stand in a row of four counties; the first it names has them.
    {89, "yanchang", "festivals", 8},
    {89, "yanchang", "tourism_income", 4320},  // "more than 43 million"
    // 八公山
    {27, "bagongshan", "secondments", 2},
    {27, "bagongshan", "joined_committees", 5},
    {28, "bagongshan", "work_team_funds", 50},
    {30, "bagongshan", "leader_cover", 100},
    {35, "bagongshan", "legal_adviser_cover", 100},
    {35, "bagongshan", "legal_consultation", 200},
    {35, "bagongshan", "legal_lecture", 12},
    {35, "bagongshan", "legal_aid", 41},
    {39, "bagongshan", "training_attendances", 14},
    {39, "bagongshan", "training_sessions", 2},
    {41, "bagongshan", "competition_rounds", 1},
    {46, "bagongshan", "dispatch_meetings", 3},
    {57, "bagongshan", "village_rules_revised", 21},
    {57, "bagongshan", "village_rules_cover", 100},
    {62, "bagongshan", "governance_five_parts", 5},
    {67, "bagongshan", "meal_points", 5},
    {69, "bagongshan", "toilets_ahead", 131},
    {69, "bagongshan", "toilets_built", 131},
    {70, "bagongshan", "garbage_tonnes", 5040, 1e-6},  // "more than 5,000"
    // 27 % of 21 villages is 5.67, so it takes six: 28.6 %.
    {83, "bagongshan", "income_50_share", 600.0 / 21, 1e-9},
    {85, "bagongshan", "projects_stored", 43},
    {85, "bagongshan", "projects_landed", 3},
    {85, "bagongshan", "projects_city_final", 5},
    // 共和. The source has 86 villages where the list of 2023 has 99: they are 86 of these.
    {23, "gonghe", "one_person_villages", 86},
    {23, "gonghe", "one_person_communities", 18},
    {23, "gonghe", "one_person_rate", 86.9, 0.05},
    {17, "gonghe", "weak_branches", 5},
    {18, "gonghe", "bottom_villages", 7},
    {20, "gonghe", "affairs_branches", 59},
    {20, "gonghe", "affairs_closed", 100},
    {21, "gonghe", "brands", 35},
    {22, "gonghe", "alliances", 4},
    // "Up by 25 points" stands once for 凤凰 and 共和: both have it.
    {24, "gonghe", "high_school_change", 25, 1e-9},
    // What the "223" rule means is not explained; only the number is kept.
    {25, "gonghe", "reserve_cadres", 998},
    {25, "gonghe", "reserve_per_village", 10.1, 0.05},
    {27, "gonghe", "sent_down", 163},
    {27, "gonghe", "graduates_in_villages", 10},
    {29, "gonghe", "reminder_letters", 8},
    {29, "gonghe", "interviews", 2},
    {29, "gonghe", "interviewed_people", 4},
    {39, "gonghe", "training_sessions", 3},
    {39, "gonghe", "training_attendances", 726},
    {82, "gonghe", "coops_regular", 20},
    {82, "gonghe", "coops_rebuilt", 3},
    {82, "gonghe", "coops_stock", 7},
    {83, "gonghe", "income_total", 7801.2, 1e-6},
    {83, "gonghe", "income_mean", 78.8, 0.05},
    {84, "gonghe", "weak_plans", 11},
    {86, "gonghe", "funds_count", 11},
    {86, "gonghe", "funds_central", 550},
    // 凤凰
    {5, "fenghuang", "mutual_groups", 14735},
    {5, "fenghuang", "mutual_township_cover", 100},
    // 52.3 by the 282 of the source.
    {5, "fenghuang", "mutual_groups_per_village", 14735.0 / 283, 1e-9},
    {24, "fenghuang", "high_school_change", 25, 1e-9},
    {25, "fenghuang", "reserve_cadres", 733},
    // 2.60 by the 282 of the source; the list of 2023 has 283 villages and communities.
    {25, "fenghuang", "reserve_per_village_all", 733.0 / 283, 1e-9},
    {36, "fenghuang", "talents_returned", 700},
    {36, "fenghuang", "talents_local", 935},
    {37, "fenghuang", "expert_stations", 6},
    {37, "fenghuang", "gold_sign_stations", 3},
    {40, "fenghuang", "new_members", 188},
    // 54 % of 188 is 101.5: 101 of them, 53.7 %, is 54 % in whole numbers.
    {40, "fenghuang", "new_members_under_35", 54, 0.5},
    {51, "fenghuang", "leading_group_cover", 100},
    {65, "fenghuang", "service_items", 119},
    {65, "fenghuang", "service_items_moved", 45},
    {65, "fenghuang", "service_items_moved_share", 37.8, 0.05},
    {65, "fenghuang", "service_cases", 381800},
    {66, "fenghuang", "centres_built", 61},
    {66, "fenghuang", "centres_share", 21.6, 0.05},  // of 283; of 282 it is 21.6, too
    {68, "fenghuang", "environment_townships", 100},
    {80, "fenghuang", "contract_mu", 472.8, 1e-9},
    {80, "fenghuang", "contract_map_mu", 472.8, 0.1},
    {80, "fenghuang", "contract_households", 103},
    {80, "fenghuang", "contract_mu_per_household", 4.59, 0.005},
    {80, "fenghuang", "contract_years", 10},
    {80, "fenghuang", "contract_income", 143},     // "more than 1.4 million yuan"
    {83, "fenghuang", "income_mean", 15.9, 0.05},  // "more than 150,000"
    {87, "fenghuang", "income_tourism", 105},      // 菖蒲塘村: "more than a million"
    {91, "fenghuang", "returned_people", 700},
    {93, "fenghuang", "town_count", 13},
    {93, "fenghuang", "rural_township_count", 4},
    // 凌云. Its thresholds are aims for 2025; the demo shows a county that has reached them.
    {36, "lingyun", "talents_recruited", 49},
    {36, "lingyun", "talents_flexible", 73},
    {36, "lingyun", "talents_returned", 332},
    {40, "lingyun", "double_training_cadres", 50},
    {40, "lingyun", "double_training_members", 140},
    {83, "lingyun", "income_12_share", 100},
    {83, "lingyun", "income_20_share", 60},
    {91, "lingyun", "returned_people", 332},
};

}  // namespace

TEST(RecordsFigures, OfEveryCountyAreThoseItStates) {
    for (const Stated& s : kStated) {
        const double value = countyValue(s.county, s.indicator);
        EXPECT_NEAR(value, s.value, s.tolerance) << s.county << " mechanism " << s.mechanism << ' ' << s.indicator;
    }
}

TEST(RecordsFigures, ThresholdsMoveTheNumberOfVillages) {
    EXPECT_EQ(countyValue("lingyun", "income_reaching", 120000), 105);
    EXPECT_EQ(countyValue("lingyun", "income_reaching", 200000), 63);
    EXPECT_EQ(countyValue("bagongshan", "income_reaching", 500000), 6);
    EXPECT_EQ(countyValue("gonghe", "income_reaching", 120000), 99);
    // At least two reserve cadres in every village and community.
    EXPECT_EQ(countyValue("lingyun", "villages_with_two_reserves", 2), 110);
}

TEST(RecordsFigures, OfSingleCoursesPlacesAndAwardsAreInTheirRecords) {
    EXPECT_EQ(summed("fenghuang", "training", "sessions > 0 and kind != 'skill'", "sessions"), 3);
    EXPECT_EQ(summed("fenghuang", "training", "unit_level = 'village'", "attendances"), 1530);
    EXPECT_EQ(summed("fenghuang", "training", "unit_level = 'village'", ""), 282);
    EXPECT_EQ(summed("fenghuang", "training", "kind = 'skill'", "sessions"), 900);
    EXPECT_EQ(summed("fenghuang", "training", "kind = 'skill'", "attendances"), 57000);
    EXPECT_EQ(summed("fenghuang", "collective_income", "model = 'tourism' and amount > 1000000", ""), 1);
    EXPECT_EQ(summed("fenghuang", "cooperative", "kind = 'labour'", ""), 1);
    EXPECT_EQ(summed("fenghuang", "checklist", "template = 'five_to_household'", ""), 5);
    EXPECT_EQ(summed("fenghuang", "mutual_aid_group", "households > 5", ""), 0);
    EXPECT_EQ(summed("bagongshan", "honour", "kind = 'leisure_village'", ""), 1);
    EXPECT_EQ(summed("bagongshan", "village_rules", "excellent = 'city'", ""), 1);
    EXPECT_EQ(summed("bagongshan", "responsibility", "role = 'county_leader'", ""), 21);
    EXPECT_EQ(summed("bagongshan", "responsibility", "role = 'legal_adviser'", ""), 21);
    EXPECT_EQ(summed("gonghe", "fund", "amount != 500000", ""), 0);
    EXPECT_EQ(summed("gonghe", "tourism_belt", "kind = 'town'", ""), 4);
    EXPECT_EQ(summed("lingyun", "led_project", "rank != 'village' and kind = 'industry'", ""), 40);
}

TEST(RecordsFigures, OfEveryKindACountyNamesThereAreSome) {
    struct Kinds {
        const char* county;
        const char* id;
        const char* name;
        std::vector<std::string> codes;
    };
    const Kinds named[] = {
        {"fenghuang", "mutual_aid_group", "leader_kind", {"member", "applicant", "reserve"}},
        {"fenghuang", "activity_log", "aim", {"learning", "production", "custom", "neighbours", "green"}},
        {"fenghuang", "service_centre_upgrade", "kind", {"new", "extension", "repair"}},
        {"gonghe", "party_affairs_issue", "kind", {"outsourced", "delegated", "non_member"}},
        {"gonghe", "tourism_belt", "kind", {"circle", "lake", "town"}},
        {"bagongshan", "collective_income", "model", {"farming", "sales", "investment"}},
        {"yanchang", "branch_rating", "class", {"advanced", "average", "backward"}},
        {"yanchang", "talent", "source", {"recruited", "flexible", "local"}},
        {"lingyun", "inspection_stop", "quarter", {"q1", "q2", "q3", "q4"}},
        {"lingyun", "checklist", "item_no", {"1", "2", "3", "4", "5", "6", "7", "8"}},
    };
    for (const auto& [county, id, name, codes] : named) {
        double all = 0;
        for (const std::string& code : codes) {
            const double here = summed(county, id, name + std::string(" = '") + code + "'", "");
            EXPECT_GT(here, 0) << county << ' ' << id << ' ' << code;
            all += here;
        }
        const std::string other = name + std::string(" is not null");
        EXPECT_EQ(all, summed(county, id, other, "")) << county << ' ' << id << " has other kinds, too";
    }
}

TEST(RecordsFigures, LastYearsIncomeIsClosedAndThisYearsCounts) {
    for (const char* county : {"yanchang", "bagongshan", "gonghe", "fenghuang", "lingyun"}) {
        EXPECT_EQ(summed(county, "collective_income", "income_year = 2021", ""), 0) << county;
        EXPECT_GT(summed(county, "collective_income", "income_year = 2022", ""), 0) << county;
    }
}

TEST(RecordsFigures, ReportedAreasAndSumsAgreeWithTheMap) {
    for (const char* county : {"yanchang", "bagongshan", "gonghe", "fenghuang", "lingyun"}) {
        const Figures& figures = figuresOf(county);
        const auto& rules = figures.snapshot().catalogue->rules;
        for (const char* id : {"contract_area", "base_area", "forestry_area", "output_children", "two_income_years",
                               "household_in_two_groups", "leader_overload", "police_overload"}) {
            const auto rule = std::ranges::find(rules, id, &model::RuleDef::id);
            ASSERT_NE(rule, rules.end()) << id;
            EXPECT_TRUE(check(figures, std::size_t(rule - rules.begin())).empty()) << county << ' ' << id;
        }
    }
}

}  // namespace xiangtu::demo
