// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/register_editor.h"

#include "app/made_county.h"
#include "app/wait.h"
#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::app {
namespace {

using test::waitUntil;

class EditorTest : public testing::Test {
protected:
    void SetUp() override {
        project.open(QUrl::fromLocalFile(test::makeCounty(dir / "county.sqlite")));
        ASSERT_TRUE(waitUntil([&] { return project.phase() == ProjectObject::Phase::Ready; }));
        editor.setProject(&project);
        editor.startNew();
        editor.setTitleZh(QStringLiteral("果园"));
        set(0, "title", "株数");
        set(0, "type", "integer");
    }
    void set(int row, const char* key, const char* text) {
        editor.setText(row, QString::fromLatin1(key), QString::fromUtf8(text));
    }
    [[nodiscard]] QString error(int row) {
        return editor.data(editor.index(row), RegisterEditor::ErrorRole).toString();
    }
    [[nodiscard]] bool saves() {
        QSignalSpy saved(&editor, &RegisterEditor::saved);
        editor.save();
        return waitUntil([&] { return !editor.busy(); }) && saved.count() == 1;
    }
    support::TempDir dir;
    ProjectObject project;
    RegisterEditor editor;
};

TEST_F(EditorTest, SaysAtTheFieldWhichLimitDefaultOrFormulaDoesNotFit) {
    for (const auto& [key, text] :
         {std::pair{"least", "few"}, {"most", "1"}, {"preset", "some"}, {"formula", "zhu_shu *"}}) {
        editor.startNew();
        editor.setTitleZh(QStringLiteral("果园"));
        set(0, "title", "株数");
        set(0, "type", "integer");
        set(0, "least", "2");
        set(0, key, text);
        editor.save();
        EXPECT_FALSE(editor.busy());
        EXPECT_FALSE(error(0).isEmpty()) << key;
        EXPECT_FALSE(editor.error().isEmpty()) << key;
        set(0, key, "");
        EXPECT_TRUE(error(0).isEmpty()) << "mending it takes the complaint away";
    }
    set(0, "least", "2");
    set(0, "preset", "1");
    editor.save();
    EXPECT_TRUE(error(0).contains(QLatin1Char('2'))) << error(0).toStdString();
    EXPECT_EQ(project.state().snapshot->catalogue->find("guo_yuan"), nullptr);
}

TEST_F(EditorTest, DeclaresLimitsDefaultFormulaLevelAndChoices) {
    set(0, "least", "0");
    set(0, "most", "500");
    set(0, "preset", "12");
    for (const auto& [title, type] : {std::pair{"产量", "decimal"}, {"所在村", "unit"}, {"成色", "choice"}}) {
        editor.addField();
        set(editor.count() - 1, "title", title);
        set(editor.count() - 1, "type", type);
    }
    EXPECT_TRUE(editor.names().contains(QStringLiteral("株数 = zhu_shu"))) << editor.names().toStdString();
    set(1, "formula", "zhu_shu * 2.5");
    set(2, "level", "village");
    set(3, "choices", "好、中、差");
    editor.setSensitive(3, true);
    editor.setRequired(0, true);
    ASSERT_TRUE(saves()) << editor.error().toStdString();
    const model::RegisterDef* def = project.state().snapshot->catalogue->find("guo_yuan");
    ASSERT_NE(def, nullptr);
    ASSERT_EQ(def->fields.size(), 4u);
    EXPECT_EQ(def->fields[0].min, 0);
    EXPECT_EQ(def->fields[0].max, 500);
    EXPECT_EQ(def->fields[0].defaultValue, model::Value(std::int64_t(12)));
    EXPECT_TRUE(def->fields[0].required);
    EXPECT_EQ(def->fields[1].formula, "zhu_shu * 2.5");
    EXPECT_EQ(def->fields[2].level, model::Level::village);
    EXPECT_EQ(def->fields[3].choices.size(), 3u);
    EXPECT_TRUE(def->fields[3].sensitive);

    // What is declared is shown when it is opened again, and may be changed.
    editor.startEdit(QStringLiteral("guo_yuan"));
    EXPECT_EQ(editor.data(editor.index(0), RegisterEditor::MostRole).toString(), QStringLiteral("500"));
    EXPECT_EQ(editor.data(editor.index(0), RegisterEditor::DefaultRole).toString(), QStringLiteral("12"));
    set(0, "most", "800");
    ASSERT_TRUE(saves()) << editor.error().toStdString();
    EXPECT_EQ(project.state().snapshot->catalogue->find("guo_yuan")->fields[0].max, 800);
}

TEST_F(EditorTest, WhatElsewhereStillCountsOnAFieldIsSaid) {
    editor.startEdit(QStringLiteral("important_item"));
    const int rows = editor.count();
    ASSERT_GT(rows, 1);
    editor.setLifecycle(QStringLiteral("works"));
    editor.save();
    EXPECT_FALSE(editor.busy());
    EXPECT_TRUE(editor.error().contains(QStringLiteral("started_on"))) << editor.error().toStdString();
}

}  // namespace
}  // namespace xiangtu::app
