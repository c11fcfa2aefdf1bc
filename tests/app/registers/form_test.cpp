// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/made_county.h"
#include "app/registers/record_form.h"
#include "app/registers/register_list_model.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class FormTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        form.setProject(&project);
        village = QString::fromStdString(project.state().snapshot->unit({model::Level::village, 0}).code.text());
    }
    [[nodiscard]] QString at(const QString& name, RecordForm::Role role) {
        return form.data(form.index(form.rowOf(name)), role).toString();
    }
    [[nodiscard]] std::size_t records(const char* id) {
        return project.state().snapshot->findRegister(id)->records.size();
    }
    void type(const QString& name, const QString& text) { form.setText(form.rowOf(name), text); }

    support::TempDir dir;
    ProjectObject project;
    RecordForm form;
    QString village;
};

TEST_F(FormTest, AsksTwelveFieldsAtMostBeforeTheFirstHeading) {
    for (const auto& table : project.state().snapshot->registers) {
        form.startNew(QString::fromStdString(table->def.id), village, {});
        int first = 0;
        for (int row = 0; row < form.rowCount(); ++row) {
            const int section = form.data(form.index(row), RecordForm::SectionRole).toInt();
            if (section == 0) ++first;
            EXPECT_EQ(form.data(form.index(row), RecordForm::OpenRole).toBool(), section == 0);
        }
        EXPECT_LE(first, 12) << table->def.id;
        EXPECT_GT(first, 0) << table->def.id;
    }
}

TEST_F(FormTest, SaysAtEachFieldWhatIsWrongAndSavesNothing) {
    form.startNew(QStringLiteral("important_item"), village, {});
    const std::size_t before = records("important_item");
    type(QStringLiteral("households"), QStringLiteral("some"));
    type(QStringLiteral("finish_by"), QStringLiteral("tomorrow"));
    QSignalSpy wrong(&form, &RecordForm::wrongAt);
    form.save();
    EXPECT_EQ(wrong.count(), 1);
    for (const char* name : {"title_text", "list_kind", "households", "finish_by"}) {
        EXPECT_FALSE(at(QString::fromLatin1(name), RecordForm::ErrorRole).isEmpty()) << name;
    }
    EXPECT_EQ(at(QStringLiteral("households"), RecordForm::TextRole), QStringLiteral("some"));
    EXPECT_FALSE(form.busy());
    EXPECT_EQ(records("important_item"), before);
    // Mending a field takes its complaint away.
    type(QStringLiteral("households"), QStringLiteral("3"));
    EXPECT_TRUE(at(QStringLiteral("households"), RecordForm::ErrorRole).isEmpty());
}

TEST_F(FormTest, ARefusalOfTheFileStandsAtTheFieldItNames) {
    form.startNew(QStringLiteral("branch_partnership"), village, {});
    type(QStringLiteral("village"), village);
    type(QStringLiteral("branch"), QStringLiteral("no such branch"));
    type(QStringLiteral("partner"), QStringLiteral("畜牧站"));
    form.save();
    ASSERT_TRUE(waitUntil([&] { return !form.busy(); }));
    EXPECT_FALSE(at(QStringLiteral("branch"), RecordForm::ErrorRole).isEmpty());
    EXPECT_FALSE(form.error().isEmpty());
    EXPECT_EQ(at(QStringLiteral("branch"), RecordForm::TextRole), QStringLiteral("no such branch"));
}

TEST_F(FormTest, ADraftBringsBackEverythingThatWasTyped) {
    form.startNew(QStringLiteral("industry_base"), QString(), {});
    EXPECT_TRUE(form.draft().isEmpty());
    type(QStringLiteral("name"), QStringLiteral("苹果园"));
    form.setPlaces({110.0, 36.0, 110.001, 36.0, 110.001, 36.001});
    const QVariantMap draft = form.draft();
    const QString place = form.placeText();
    ASSERT_FALSE(place.isEmpty());
    form.startNew(QStringLiteral("important_item"), village, {});
    EXPECT_FALSE(form.dirty());
    form.startNew(QStringLiteral("industry_base"), QString(), draft);
    EXPECT_EQ(at(QStringLiteral("name"), RecordForm::TextRole), QStringLiteral("苹果园"));
    EXPECT_EQ(form.placeText(), place);
    EXPECT_TRUE(form.placed());
    EXPECT_TRUE(form.dirty());
    form.discard();
    EXPECT_TRUE(at(QStringLiteral("name"), RecordForm::TextRole).isEmpty());
}

TEST_F(FormTest, SavesARecordAndOffersItsValuesToTheNext) {
    form.startNew(QStringLiteral("important_item"), village, {});
    const std::size_t before = records("important_item");
    const auto& choices = project.state().snapshot->findRegister("important_item")->def.findField("list_kind")->choices;
    type(QStringLiteral("title_text"), QStringLiteral("修水渠"));
    type(QStringLiteral("list_kind"), QString::fromStdString(choices[0].code));
    type(QStringLiteral("office"), QStringLiteral("水利站"));
    QSignalSpy saved(&form, &RecordForm::saved);
    form.save();
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; })) << form.error().toStdString();
    EXPECT_EQ(records("important_item"), before + 1);
    EXPECT_FALSE(form.dirty());

    form.startNew(QStringLiteral("important_item"), village, {});
    EXPECT_TRUE(form.hasLast());
    type(QStringLiteral("office"), QStringLiteral("另一站"));
    form.takeAllLast();
    EXPECT_EQ(at(QStringLiteral("title_text"), RecordForm::TextRole), QStringLiteral("修水渠"));
    EXPECT_EQ(at(QStringLiteral("office"), RecordForm::TextRole), QStringLiteral("另一站")) << "what is typed stays";
}

TEST_F(FormTest, RegistersAreFoundByInitialsAndCounted) {
    RegisterListModel list;
    list.setProject(&project);
    const int all = list.count();
    EXPECT_EQ(std::size_t(all), project.state().snapshot->registers.size());
    list.setQuery(QStringLiteral("cyjd"));
    ASSERT_EQ(list.count(), 1);
    EXPECT_EQ(list.data(list.index(0), RegisterListModel::IdRole).toString(), QStringLiteral("industry_base"));
}

}  // namespace
}  // namespace xiangtu::app
