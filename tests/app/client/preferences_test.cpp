// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/preferences.h"

#include "support/temp_dir.h"

#include <gtest/gtest.h>

#include <QSettings>

namespace xiangtu::app {
namespace {

class PreferencesTest : public testing::Test {
protected:
    [[nodiscard]] QString file() const { return QString::fromStdString((dir / "settings.ini").string()); }
    support::TempDir dir;
};

TEST_F(PreferencesTest, AreRememberedBetweenRuns) {
    {
        QSettings settings(file(), QSettings::IniFormat);
        Preferences preferences(&settings);
        preferences.setLanguage(QStringLiteral("en"));
        preferences.setDark(true);
        preferences.setElder(true);
        preferences.setAuthor(QStringLiteral("  龙秀英 "));
        preferences.rememberFile(QStringLiteral("/地图/凤凰.sqlite"));
    }
    QSettings settings(file(), QSettings::IniFormat);
    const Preferences preferences(&settings);
    EXPECT_EQ(preferences.language(), QStringLiteral("en"));
    EXPECT_TRUE(preferences.dark());
    EXPECT_TRUE(preferences.elder());
    EXPECT_EQ(preferences.author(), QStringLiteral("龙秀英"));
    EXPECT_EQ(preferences.recentFiles(), QStringList{QStringLiteral("/地图/凤凰.sqlite")});
}

TEST_F(PreferencesTest, WhatIsAssumedForOneRunIsNotWritten) {
    QSettings settings(file(), QSettings::IniFormat);
    Preferences preferences(&settings);
    preferences.assumeLanguage(QStringLiteral("en"));
    preferences.assumeDark(true);
    preferences.assumeElder(true);
    EXPECT_EQ(preferences.language(), QStringLiteral("en"));
    EXPECT_TRUE(settings.allKeys().isEmpty());
}

// The tests run in the C locale, which is neither Chinese nor English.
TEST_F(PreferencesTest, ChineseIsTheLanguageOfOtherLocales) {
    QSettings settings(file(), QSettings::IniFormat);
    EXPECT_EQ(Preferences(&settings).language(), QStringLiteral("zh"));
}

TEST_F(PreferencesTest, AnEmptyNameFallsBackToTheAccount) {
    QSettings settings(file(), QSettings::IniFormat);
    Preferences preferences(&settings);
    preferences.setAuthor(QStringLiteral("石志"));
    preferences.setAuthor(QStringLiteral("   "));
    EXPECT_FALSE(preferences.author().isEmpty());
    EXPECT_NE(preferences.author(), QStringLiteral("石志"));
}

TEST_F(PreferencesTest, RecentFilesAreNewestFirstWithoutRepeats) {
    QSettings settings(file(), QSettings::IniFormat);
    Preferences preferences(&settings);
    for (int i = 0; i < 12; ++i) preferences.rememberFile(QStringLiteral("/%1.sqlite").arg(i));
    EXPECT_EQ(preferences.recentFiles().size(), 8);
    EXPECT_EQ(preferences.recentFiles().first(), QStringLiteral("/11.sqlite"));
    preferences.rememberFile(QStringLiteral("/6.sqlite"));
    EXPECT_EQ(preferences.recentFiles().first(), QStringLiteral("/6.sqlite"));
    EXPECT_EQ(preferences.recentFiles().count(QStringLiteral("/6.sqlite")), 1);
    preferences.forgetFile(QStringLiteral("/6.sqlite"));
    EXPECT_FALSE(preferences.recentFiles().contains(QStringLiteral("/6.sqlite")));
}

TEST_F(PreferencesTest, QuestionsAreKeptByNameAcrossRuns) {
    const QVariantMap holes{{"id", "holes"}, {"params", QVariantMap{{"level", "grid"}}}};
    const QVariantMap far{{"id", "further-than"}, {"params", QVariantMap{{"metres", "500"}}}};
    {
        QSettings settings(file(), QSettings::IniFormat);
        Preferences preferences(&settings);
        preferences.keepQuestion(QStringLiteral("空白网格"), holes);
        preferences.keepQuestion(QStringLiteral("远"), holes);
        preferences.keepQuestion(QStringLiteral(" 远 "), far);
        preferences.keepQuestion(QStringLiteral("  "), far);
    }
    QSettings settings(file(), QSettings::IniFormat);
    Preferences preferences(&settings);
    ASSERT_EQ(preferences.questions().size(), 2);
    EXPECT_EQ(preferences.questions()[1].toMap()["name"].toString(), QStringLiteral("远"));
    EXPECT_EQ(preferences.questions()[1].toMap()["question"].toMap(), far) << "the newer one";
    preferences.forgetQuestion(QStringLiteral("远"));
    EXPECT_EQ(preferences.questions().size(), 1);
}

TEST_F(PreferencesTest, RecipesAreKeptBesideTheQuestions) {
    const QVariantMap grids{{"level", "grid"}, {"format", "shp"}, {"classes", QVariantList{"red"}}};
    {
        QSettings settings(file(), QSettings::IniFormat);
        Preferences preferences(&settings);
        preferences.keepRecipe(QStringLiteral("交自然资源局"), grids);
        preferences.keepRecipe(QStringLiteral("空"), {});
    }
    QSettings settings(file(), QSettings::IniFormat);
    Preferences preferences(&settings);
    ASSERT_EQ(preferences.recipes().size(), 1);
    EXPECT_EQ(preferences.recipes()[0].toMap()["recipe"].toMap(), grids);
    EXPECT_TRUE(preferences.questions().isEmpty());
    preferences.forgetRecipe(QStringLiteral("交自然资源局"));
    EXPECT_TRUE(preferences.recipes().isEmpty());
}

}  // namespace
}  // namespace xiangtu::app
