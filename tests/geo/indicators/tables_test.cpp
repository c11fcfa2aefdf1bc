// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tables.h"

#include "base/error.h"
#include "made_county.h"

#include <gtest/gtest.h>

namespace xiangtu::indicators {
namespace {

using model::Value;

TEST(UnitTable, RanksBestFirstAndEqualsShareARank) {
    MadeCounty county(
        indicator(R"({"mean": "income", "value": "amount"})", R"(, "direction": "up", "unit": "元", "decimals": 1)"));
    county.addIncome(0, 5);
    county.addIncome(1, 9);
    county.addIncome(2, 5);
    const Table table = unitTable(Figures(county.snapshot), {0}, model::Level::village, {}, 0);
    ASSERT_EQ(table.rows.size(), 16u);
    EXPECT_EQ(table.columns[0].key, "rank");
    EXPECT_EQ(table.rows[0].unit, village(1));
    EXPECT_EQ(table.rows[0].cells[0], Value(std::int64_t(1)));
    EXPECT_EQ(table.rows[1].cells[0], Value(std::int64_t(2)));
    EXPECT_EQ(table.rows[2].cells[0], Value(std::int64_t(2)));
    EXPECT_TRUE(model::isNull(table.rows[3].cells[0])) << "no figure, no rank";
    EXPECT_EQ(unitTable(Figures(county.snapshot), {0}, model::Level::village, township(0)).rows.size(), 4u);
}

TEST(UnitTable, SmallIsBestWhereTheIndicatorSaysSo) {
    MadeCounty county(indicator(R"({"count": "income"})", R"(, "direction": "down")"));
    county.addIncome(0, 5);
    const Table table = unitTable(Figures(county.snapshot), {0}, model::Level::village, {}, 0);
    EXPECT_EQ(table.rows.back().unit, village(0));
}

TEST(RecordTable, FiltersOrdersAndShowsWhatIsAsked) {
    MadeCounty county("[]");
    county.addIncome(0, 5, "丙某");
    county.addIncome(4, 9, "甲某");
    county.addIncome(4, 7, "乙某");
    const model::RegisterDef& def = county.snapshot.registers[0]->def;
    RecordQuery query{"income", model::Expression::parse("amount > 5", &def), {}, {"who", "amount"}, "-amount"};
    const Table table = recordTable(county.snapshot, query);
    ASSERT_EQ(table.rows.size(), 2u);
    EXPECT_EQ(table.columns.back().key, "amount");
    EXPECT_EQ(table.rows[0].cells.back(), Value(9.0));
    EXPECT_EQ(table.rows[0].unit, village(4));
    query.order = "amount";
    EXPECT_EQ(recordTable(county.snapshot, query).rows[0].cells.back(), Value(7.0));
    query.columns = {"who"};
    EXPECT_EQ(recordTable(county.snapshot, query).rows[0].cells.back(), Value(std::string("乙某")))
        << "by what is not shown";
    query.within = village(0);
    EXPECT_TRUE(recordTable(county.snapshot, query).rows.empty());
    query.order = "nothing";
    EXPECT_THROW((void)recordTable(county.snapshot, query), base::Error);
    EXPECT_THROW((void)recordTable(county.snapshot, {"nothing", {}, {}, {}, ""}), base::Error);
    EXPECT_THROW((void)recordTable(county.snapshot, {"income", {}, {}, {"nothing"}, ""}), base::Error);
}

TEST(Csv, QuotesWhatNeedsItAndNamesChoices) {
    MadeCounty county("[]");
    county.addPlot(0, {110, 36.5}, 0.002, "net");
    const std::string plots =
        csv(county.snapshot, recordTable(county.snapshot, {"plot", {}, {}, {}, ""}), Language::chinese);
    EXPECT_TRUE(plots.starts_with("\xEF\xBB\xBF编号,代码,所在,类\r\n")) << plots;
    EXPECT_NE(plots.find("防雹网\r\n"), std::string::npos);
    county.addIncome(0, 5, "张某, \"老张\"\n");
    const std::string incomes =
        csv(county.snapshot, recordTable(county.snapshot, {"income", {}, {}, {"who"}, ""}), Language::english);
    EXPECT_NE(incomes.find("\"张某, \"\"老张\"\"\n\""), std::string::npos) << incomes;
    EXPECT_NE(incomes.find("No.,Code,Unit,Who"), std::string::npos);
}

TEST(Csv, AReportHasOneMarkAndEachTableUnderItsTitle) {
    MadeCounty county("[]");
    county.addIncome(0, 5, "甲某");
    Table first = recordTable(county.snapshot, {"income", {}, {}, {"who", "amount"}, ""});
    Table second = first;
    first.title = {"第一表", "First"};
    second.title = {"第二表, 续", "Second"};
    second.columns[3].sensitive = true;
    mask(second);
    model::ReportDef report;
    report.title = {"月报", "Monthly"};
    const std::string text = reportCsv(county.snapshot, report, {first, second}, Language::chinese);
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF月报," + county.snapshot.day.iso() + "\r\n\r\n第一表\r\n")) << text;
    EXPECT_EQ(text.find("\xEF\xBB\xBF", 1), std::string::npos);
    EXPECT_NE(text.find(csv(county.snapshot, first, Language::chinese).substr(3)), std::string::npos);
    EXPECT_NE(text.find("\r\n\r\n\"第二表, 续\"\r\n"), std::string::npos);
    EXPECT_EQ(text.find("甲某"), text.rfind("甲某")) << "masked in the second";
    EXPECT_NE(text.find(kMasked), std::string::npos);
}

TEST(CellText, SpeaksBothLanguages) {
    const MadeCounty county("[]");
    model::FieldDef yes, unit;
    yes.type = model::FieldType::yesNo;
    unit.type = model::FieldType::unit;
    EXPECT_EQ(cellText(county.snapshot, yes, std::int64_t(1), Language::chinese), "是");
    EXPECT_EQ(cellText(county.snapshot, yes, std::int64_t(0), Language::english), "no");
    const model::Unit& some = county.snapshot.unit(village(2));
    EXPECT_EQ(cellText(county.snapshot, unit, some.code.text(), Language::chinese), some.name);
    EXPECT_EQ(cellText(county.snapshot, unit, std::string("1"), Language::chinese), "1")
        << "what is not there stays its code";
    const model::FieldDef& kind = county.snapshot.registers[MadeCounty::kPlot]->def.fields[0];
    EXPECT_EQ(cellText(county.snapshot, kind, std::string("net"), Language::english), "Net");
    EXPECT_EQ(cellText(county.snapshot, kind, Value(), Language::english), "");
}

TEST(Reports, TheirTablesAreFiguresAndExtracts) {
    MadeCounty county(indicator(R"({"count": "income"})"));
    county.addIncome(0, 5);
    model::ReportDef report;
    report.tables = {{{"排名", "Ranking"}, {"i"}, model::Level::township, "i", "", "", {}, ""},
                     {{"明细", "Extract"}, {}, model::Level::township, "", "income", "amount > 1", {"who"}, ""}};
    const auto tables = reportTables(Figures(county.snapshot), report);
    ASSERT_EQ(tables.size(), 2u);
    EXPECT_EQ(tables[0].title.zh, "排名");
    EXPECT_EQ(tables[0].rows.size(), 4u);
    EXPECT_EQ(tables[1].rows.size(), 1u);
    EXPECT_EQ(tables[1].title.en, "Extract");
}

}  // namespace
}  // namespace xiangtu::indicators
