// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/worklist_model.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using model::Level;
using test::waitUntil;

/// Two important items that have no pledge yet, and one that has.
class WorklistTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        for (const char* pledge : {"", "", "年底前通车"}) add(pledge);
        work.setProject(&project);
        form.setProject(&project);
        ASSERT_TRUE(waitUntil([&] { return work.count() == 3; }));
    }
    void add(const std::string& pledge) {
        edit::AddRecord record;
        record.registerId = "important_item";
        record.unit = project.state().snapshot->unit({Level::village, 0}).code;
        const auto& def = project.state().snapshot->findRegister("important_item")->def;
        record.values = {{"title_text", std::string("通公路")},
                         {"list_kind", def.findField("list_kind")->choices[0].code}};
        if (!pledge.empty()) record.values.emplace_back("pledge", pledge);
        bool saved = false;
        project.apply(record, &project, [&](const auto& answer) { saved = answer.saved(); });
        ASSERT_TRUE(waitUntil([&] { return saved; }));
    }
    void chooseAll() {
        for (int row = 0; row < work.count(); ++row) work.choose(row, true);
    }
    [[nodiscard]] QVariantMap action(const QString& id) {
        for (const QVariant& each : work.chosenActions()) {
            if (each.toMap()["id"] == id) return each.toMap();
        }
        return {};
    }
    [[nodiscard]] std::multiset<std::string> pledges() {
        const auto* table = project.state().snapshot->findRegister("important_item");
        std::multiset<std::string> all;
        for (const auto& record : table->records)
            all.insert(model::toText(record->values[*table->def.fieldAt("pledge")]));
        return all;
    }
    support::TempDir dir;
    ProjectObject project;
    WorklistModel work;
    RecordForm form;
};

TEST_F(WorklistTest, EvidenceIsAskedForOnceAndWrittenWhereItIsMissing) {
    chooseAll();
    const QVariantMap pledge = action(QStringLiteral("pledge"));
    ASSERT_EQ(pledge["needs"].toStringList(), QStringList{"pledge"});
    form.startStep(pledge["registerId"].toString(), pledge["needs"].toStringList());
    ASSERT_EQ(form.rowCount(), 1);
    EXPECT_FALSE(form.check()) << "nothing is entered yet";
    EXPECT_FALSE(form.data(form.index(0), RecordForm::ErrorRole).toString().isEmpty());
    form.setText(0, QStringLiteral("国庆前办结"));
    ASSERT_TRUE(form.check());
    EXPECT_TRUE(form.draft().isEmpty());
    QSignalSpy moved(&work, &WorklistModel::moved);
    work.moveChosen(QStringLiteral("pledge"), QString(), &form);
    ASSERT_TRUE(waitUntil([&] { return moved.count() == 1; }));
    EXPECT_EQ(moved[0][0].toInt(), 3);
    EXPECT_TRUE(work.refusals().isEmpty());
    EXPECT_EQ(pledges(), (std::multiset<std::string>{"国庆前办结", "国庆前办结", "年底前通车"}));
}

TEST_F(WorklistTest, ARefusedMatterIsListedAndTheOthersGoThrough) {
    chooseAll();
    QSignalSpy moved(&work, &WorklistModel::moved);
    work.moveChosen(QStringLiteral("pledge"), QString(), nullptr);
    ASSERT_TRUE(waitUntil([&] { return moved.count() == 1; }));
    EXPECT_EQ(moved[0][0].toInt(), 1) << "the one that has its pledge";
    ASSERT_EQ(work.refusals().size(), 2);
    for (const QVariant& each : work.refusals()) {
        EXPECT_EQ(each.toMap()["registerId"].toString(), QStringLiteral("important_item"));
        EXPECT_GT(each.toMap()["record"].toLongLong(), 0);
        EXPECT_TRUE(each.toMap()["reason"].toString().startsWith(QStringLiteral("Public pledge")))
            << "it names the field";
    }
}

}  // namespace
}  // namespace xiangtu::app
