// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_county.h"
#include "app/registers/record_table_model.h"
#include "app/registers/table_work.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class TableTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        const auto choices =
            project.state().snapshot->findRegister("important_item")->def.findField("list_kind")->choices;
        int done = 0;
        for (const auto& [name, households] : {std::pair{"修水渠", 30}, {"通公路", 5}, {"架电线", 120}}) {
            edit::AddRecord add;
            add.registerId = "important_item";
            add.unit = project.state().snapshot->unit({model::Level::village, std::uint32_t(done)}).code;
            add.values = {{"title_text", std::string(name)},
                          {"list_kind", choices[0].code},
                          {"households", std::int64_t(households)}};
            project.apply(add, &project, [&](const auto& answer) { done += answer.saved(); });
            ASSERT_TRUE(waitUntil([&, wanted = done + 1] { return done == wanted; }));
        }
        table.setProject(&project);
        table.setRegisterId(QStringLiteral("important_item"));
        table.setColumnShown(QStringLiteral("households"), true);
        ASSERT_TRUE(settled());
    }
    [[nodiscard]] bool settled() {
        return waitUntil([&] { return !table.busy(); });
    }
    [[nodiscard]] int column(const QString& key) {
        const QVariantList columns = table.columns();
        for (int c = 0; c < columns.size(); ++c) {
            if (columns[c].toMap()["key"] == key) return c;
        }
        return -1;
    }
    [[nodiscard]] QStringList texts(const QString& key) {
        QStringList list;
        for (int row = 0; row < table.count(); ++row) {
            list << table.data(table.index(row), RecordTableModel::CellsRole).toStringList().value(column(key));
        }
        return list;
    }
    support::TempDir dir;
    ProjectObject project;
    RecordTableModel table;
};

TEST_F(TableTest, SortsByAColumnAndTurns) {
    table.sortBy(QStringLiteral("households"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(texts(QStringLiteral("households")), (QStringList{"5", "30", "120"}));
    table.sortBy(QStringLiteral("households"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(texts(QStringLiteral("households")), (QStringList{"120", "30", "5"}));
    table.sortBy(QStringLiteral("households"));
    ASSERT_TRUE(settled());
    EXPECT_TRUE(table.order().isEmpty());
}

TEST_F(TableTest, FindsByPinyinAndSumsWhatIsFound) {
    EXPECT_EQ(table.sums().value(column(QStringLiteral("households"))), QStringLiteral("155"));
    for (const char* words : {"xiushuiqu", "xsq", "水渠"}) {
        table.setQuery(QString::fromUtf8(words));
        ASSERT_TRUE(settled());
        EXPECT_EQ(texts(QStringLiteral("title_text")), QStringList{QStringLiteral("修水渠")}) << words;
        EXPECT_EQ(table.sums().value(column(QStringLiteral("households"))), QStringLiteral("30"));
    }
}

TEST_F(TableTest, NarrowsByAConditionAndSaysWhatIsWrongWithOne) {
    table.setCondition(QStringLiteral("households > 20"));
    ASSERT_TRUE(settled());
    EXPECT_EQ(table.count(), 2);
    table.setCondition(QStringLiteral("households >"));
    EXPECT_FALSE(table.conditionError().isEmpty());
    EXPECT_EQ(table.count(), 2) << "the last table that could be read stays";
    table.setCondition(QStringLiteral("nothing = 1"));
    EXPECT_TRUE(table.conditionError().contains(QStringLiteral("nothing"))) << table.conditionError().toStdString();
    table.setCondition(QString());
    EXPECT_TRUE(table.conditionError().isEmpty());
    ASSERT_TRUE(settled());
    EXPECT_EQ(table.count(), 3);
}

TEST_F(TableTest, KeepsToAUnit) {
    table.setWithin(QString::fromStdString(project.state().snapshot->unit({model::Level::village, 1}).code.text()));
    ASSERT_TRUE(settled());
    EXPECT_EQ(texts(QStringLiteral("title_text")), QStringList{QStringLiteral("通公路")});
}

TEST_F(TableTest, WritesWhatItShows) {
    table.setQuery(QStringLiteral("xsq"));
    ASSERT_TRUE(settled());
    QSignalSpy exported(&table, &RecordTableModel::exported);
    const QString path = QString::fromStdString((dir / "out.csv").string());
    table.exportCsv(QUrl::fromLocalFile(path));
    ASSERT_TRUE(waitUntil([&] { return exported.count() == 1; }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    EXPECT_TRUE(text.contains(QStringLiteral("修水渠")));
    EXPECT_FALSE(text.contains(QStringLiteral("通公路")));
    QSignalSpy failed(&table, &RecordTableModel::failed);
    table.exportCsv(QUrl::fromLocalFile(QString::fromStdString((dir / "none" / "out.csv").string())));
    EXPECT_TRUE(waitUntil([&] { return failed.count() == 1; }));
}

TEST(TableWork, CoversSensitiveCellsOnScreenAndInFilesUntilAskedFor) {
    indicators::Table table;
    table.columns = {{"id", {}, {}, -1, false, false},
                     {"unit_code", {}, {}, -1, false, false},
                     {"name", {}, {}, -1, false, false},
                     {"phone", {}, {}, -1, false, true}};
    table.rows = {{{}, 1, {std::int64_t(1), std::string("1"), std::string("a"), std::string("139")}},
                  {{}, 2, {std::int64_t(2), std::string("1"), std::string("b"), std::string("138")}}};
    EXPECT_EQ(tableCell({}, table, 0, 3, Sensitive::covered), QStringLiteral("●●●"));
    EXPECT_EQ(tableCell({}, table, 0, 3, Sensitive::shown), QStringLiteral("139"));
    const indicators::Table covered = forExport(table, {1}, Sensitive::covered);
    ASSERT_EQ(covered.rows.size(), 1u);
    EXPECT_EQ(covered.rows[0].record, 2);
    EXPECT_EQ(covered.rows[0].cells[2], model::Value(std::string("b")));
    EXPECT_EQ(covered.rows[0].cells[3], model::Value(std::string(indicators::kMasked)));
    EXPECT_EQ(forExport(table, {1}, Sensitive::shown).rows[0].cells[3], model::Value(std::string("138")));
}

}  // namespace
}  // namespace xiangtu::app
