// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QImage>
#include <QProcess>

namespace xiangtu::e2e {
namespace {

class WindowTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_NE(client.window, nullptr);
        ASSERT_TRUE(client.open(demoFile()));
    }
    ClientWindow client;
};

/// The part of a clipping ancestor an item may stand in; the window where nothing clips.
bool isScrolled(const QQuickItem* item) {
    for (const QQuickItem* up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable")) return true;
    }
    return false;
}

QStringList cutOff(const QQuickItem* item, const QSizeF& window) {
    QStringList found;
    if (!item->isVisible()) return found;
    if (item->inherits("QQuickAbstractButton") || item->inherits("QQuickTextField")) {
        const QRectF box = item->mapRectToScene({0, 0, item->width(), item->height()});
        const bool inside = QRectF({-1, -1}, window + QSizeF(2, 2)).contains(box);
        if (!inside && !isScrolled(item))
            found << item->objectName() + QLatin1Char('/') + item->property("text").toString();
    }
    // Words that end in an ellipsis.
    if (item->inherits("QQuickText") && item->property("truncated").toBool() && !isScrolled(item))
        found << item->objectName() + QLatin1Char('/') + item->property("text").toString();
    for (const QQuickItem* child : item->childItems()) found << cutOff(child, window);
    return found;
}

TEST_F(WindowTest, NothingIsCutOffInLargeAndSmallWindows) {
    for (const QSize size : {QSize(1280, 800), QSize(390, 780)}) {
        for (const bool elder : {false, true}) {
            client.client.preferences()->assumeElder(elder);
            ASSERT_TRUE(client.resize(size));
            EXPECT_TRUE(waitUntil([&] { return cutOff(client.window->contentItem(), size).isEmpty(); }))
                << cutOff(client.window->contentItem(), size).join(QStringLiteral(", ")).toStdString() << " at "
                << size.width() << (elder ? " elder" : "");
        }
    }
}

QRectF placeOf(const QQuickItem* item) { return item->mapRectToScene({0, 0, item->width(), item->height()}); }

TEST_F(WindowTest, TheMeasuringCardFitsIntoASmallWindow) {
    for (const bool elder : {false, true}) {
        client.client.preferences()->assumeElder(elder);
        ASSERT_TRUE(client.resize({390, 780}));
        client.map()->setTool(QStringLiteral("measureArea"));
        const QPointF middle = client.map()->mapToScene({client.map()->width() / 2, client.map()->height() / 2});
        const std::vector<QPointF> corners{{0, 0}, {90, 0}, {0, 90}};
        for (std::size_t i = 0; i < corners.size(); ++i) {
            client.clickAt(middle + corners[i]);
            ASSERT_TRUE(waitUntil([&] { return client.map()->measurePointCount() == int(i) + 1; }));
        }
        ASSERT_TRUE(client.shows("measureResult"));
        ASSERT_TRUE(client.settle());
        const auto inside = [&](const char* name) {
            const QQuickItem* item = client.find(QLatin1String(name));
            return item && QRectF(0, 0, 390, 780).contains(placeOf(item));
        };
        EXPECT_TRUE(waitUntil([&] {
            return inside("measureCard") && inside("measureResult") && inside("measureDone");
        })) << (elder ? "elder" : "");
        EXPECT_TRUE(waitUntil([&] { return cutOff(client.window->contentItem(), QSizeF(390, 780)).isEmpty(); }));
        client.key(Qt::Key_Escape);
        client.key(Qt::Key_Escape);
        ASSERT_TRUE(waitUntil([&] { return client.map()->tool() == QLatin1String("pan"); }));
    }
}

TEST_F(WindowTest, TheHitsOfASearchFitIntoASmallWindow) {
    for (const bool elder : {false, true}) {
        client.client.preferences()->assumeElder(elder);
        ASSERT_TRUE(client.resize({390, 780}));
        client.key(Qt::Key_F, Qt::ControlModifier);
        client.type(QStringLiteral("340"));  // the first digits of every code
        EXPECT_TRUE(waitUntil([&] {
            const QQuickItem* line = client.find(QStringLiteral("searchLine"));
            return line && QRectF(0, 0, 390, 780).contains(placeOf(line));
        })) << (elder ? "elder" : "");
        client.key(Qt::Key_Escape);
        ASSERT_TRUE(client.hides("searchLine"));
    }
}

TEST_F(WindowTest, ASmallWindowLeadsToTheSchemePicker) {
    for (const bool elder : {false, true}) {
        client.client.preferences()->assumeElder(elder);
        ASSERT_TRUE(client.resize({390, 780}));
        ASSERT_TRUE(client.click(QStringLiteral("moreThemes")));
        EXPECT_TRUE(waitUntil([&] {
            const QQuickItem* picker = client.find(QStringLiteral("schemePicker"));
            return picker && QRectF(0, 0, 390, 780).contains(placeOf(picker));
        })) << (elder ? "elder" : "");
        EXPECT_TRUE(client.hides("moreThemes"));
    }
}

TEST_F(WindowTest, OpenPanelsDoNotLieOnEachOther) {
    for (const QSize size : {QSize(1280, 800), QSize(1600, 900), QSize(900, 700)}) {
        for (const bool elder : {false, true}) {
            if (elder && size.width() < 1000) continue;  // two large panels are wider than that window
            client.client.preferences()->assumeElder(elder);
            ASSERT_TRUE(client.resize(size));
            const QPointF middle = client.map()->mapToScene({client.map()->width() / 2, client.map()->height() / 2});
            client.clickAt(middle);
            ASSERT_TRUE(client.shows("dossierPanel"));
            ASSERT_TRUE(client.click(QStringLiteral("layersButton")));
            ASSERT_TRUE(client.shows("layerPanel"));
            ASSERT_TRUE(client.settle());
            std::vector<const QQuickItem*> cards;
            for (const char* name : {"dossierPanel", "layerPanel", "zoomIn", "fitAll", "legend"}) {
                if (const QQuickItem* card = client.find(QLatin1String(name))) cards.push_back(card);
            }
            for (std::size_t a = 0; a < cards.size(); ++a) {
                EXPECT_GE(placeOf(cards[a]).left(), 0) << cards[a]->objectName().toStdString();
                for (std::size_t b = a + 1; b < cards.size(); ++b) {
                    EXPECT_FALSE(placeOf(cards[a]).intersects(placeOf(cards[b])))
                        << cards[a]->objectName().toStdString() << " and " << cards[b]->objectName().toStdString()
                        << " at " << size.width() << (elder ? " elder" : "");
                }
            }
            client.key(Qt::Key_Escape);
            client.key(Qt::Key_Escape);
            ASSERT_TRUE(client.hides("dossierPanel"));
        }
    }
}

TEST_F(WindowTest, ThePickerNamesTheSchemeAlsoAfterAFileWithoutUnits) {
    const QString name = QString::fromStdString((*client.snapshot().schemes)[0].name.zh);
    const auto names = [&] {
        const QQuickItem* picker = client.find(QStringLiteral("schemePicker"));
        return picker && picker->property("displayText").toString() == name;
    };
    client.client.preferences()->assumeLanguage(QStringLiteral("zh"));
    EXPECT_TRUE(waitUntil(names));
    client.client.project()->close();
    ASSERT_TRUE(client.open(demoFile()));
    EXPECT_TRUE(waitUntil(names));
    client.options()->setScheme(1);
    EXPECT_TRUE(waitUntil([&] { return !names(); }));
}

TEST_F(WindowTest, AnotherUnitIsReadFromItsBeginning) {
    client.client.preferences()->assumeElder(true);
    ASSERT_TRUE(client.resize({1280, 800}));
    const QPointF middle = client.map()->mapToScene({client.map()->width() / 2, client.map()->height() / 2});
    client.clickAt(middle);
    ASSERT_TRUE(client.shows("crumb_1"));
    ASSERT_TRUE(client.settle());
    client.find(QStringLiteral("dossierBody"))->setProperty("contentY", 120);
    ASSERT_TRUE(client.click(QStringLiteral("crumb_1")));
    EXPECT_TRUE(
        waitUntil([&] { return client.find(QStringLiteral("dossierBody"))->property("contentY").toReal() == 0; }));
}

TEST_F(WindowTest, ThemesAreOneClickAway) {
    for (const char* theme : {"party_coverage", "demonstration", "industry", "five_colour"}) {
        ASSERT_TRUE(client.click(QStringLiteral("choice_%1").arg(QLatin1String(theme))));
        EXPECT_TRUE(waitUntil([&] { return client.options()->theme() == QLatin1String(theme); }));
        ASSERT_TRUE(client.settle());
    }
}

TEST_F(WindowTest, TheLanguageChangesAtRunTime) {
    client.client.preferences()->setLanguage(QStringLiteral("en"));
    EXPECT_TRUE(client.reads("choice_five_colour", QStringLiteral("Five colours")));
    client.client.preferences()->setLanguage(QStringLiteral("zh"));
    EXPECT_TRUE(client.reads("choice_five_colour", QStringLiteral("五色")));
}

TEST_F(WindowTest, ALegendLineHidesItsClass) {
    ASSERT_TRUE(client.options()->classShown(0));
    ASSERT_TRUE(client.click(QStringLiteral("legendLine")));
    EXPECT_TRUE(waitUntil([&] { return !client.options()->classShown(0); }));
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("legendLine")));
    EXPECT_TRUE(waitUntil([&] { return client.options()->classShown(0); }));
}

TEST_F(WindowTest, MeasuresALengthBetweenTwoClicks) {
    ASSERT_TRUE(client.click(QStringLiteral("tool_measureLength")));
    const app::MapItem* map = client.map();
    const QPointF middle = map->mapToScene({map->width() / 2, map->height() / 2});
    client.clickAt(middle);
    client.clickAt(middle + QPointF(100, 0));
    ASSERT_TRUE(waitUntil([&] { return map->measurePointCount() == 2; }));
    EXPECT_NEAR(map->measureLengthM(), 100 * map->metresPerPixel(), map->metresPerPixel() * 2);
    EXPECT_TRUE(waitUntil([&] {
        return client.text(QStringLiteral("measureResult")).endsWith(QStringLiteral("公里"));
    })) << client.text(QStringLiteral("measureResult")).toStdString();
    client.key(Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return map->tool() == QLatin1String("pan"); }));
    EXPECT_TRUE(client.hides("measureCard"));
}

TEST_F(WindowTest, LayersAreHiddenFromThePanel) {
    ASSERT_TRUE(client.click(QStringLiteral("layersButton")));
    ASSERT_TRUE(client.shows("layerPanel"));
    ASSERT_TRUE(client.click(QStringLiteral("layerEye")));
    EXPECT_TRUE(waitUntil([&] { return !client.options()->layerVisible(client.options()->layerOrder().last()); }));
    client.key(Qt::Key_Escape);
    EXPECT_TRUE(client.hides("layerPanel"));
}

/// The program as it is started from a shell.
class Program : public testing::Test {
protected:
    int run(const QStringList& arguments) {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), QString::fromStdString(dir.path().string()));
        program.setProcessEnvironment(environment);
        program.start(QStringLiteral(XIANGTU_BINARY), arguments);
        if (!program.waitForFinished(120000)) return -1;
        output = QString::fromUtf8(program.readAllStandardOutput());
        errors = QString::fromUtf8(program.readAllStandardError());
        return program.exitCode();
    }
    support::TempDir dir;
    QString output;
    QString errors;
};

TEST_F(Program, TestsItself) { EXPECT_EQ(run({"--self-test"}), 0) << errors.toStdString(); }

TEST_F(Program, WritesAScreenshotOfTheCompleteMap) {
    const QString picture = QString::fromStdString((dir / "map.png").string());
    ASSERT_EQ(run({demoFile(), "--screenshot", picture, "--size", "900x600", "--style", "dark"}), 0)
        << errors.toStdString();
    EXPECT_EQ(output.trimmed(), picture);
    const QImage image(picture);
    EXPECT_EQ(image.size(), QSize(900, 600));
    // The top bar is dark and something is drawn in the middle.
    EXPECT_LT(qGray(image.pixel(450, 2)), 80);
    QSet<QRgb> colours;
    for (int x = 200; x < 700; x += 3) colours.insert(image.pixel(x, 300));
    EXPECT_GT(colours.size(), 4);
}

TEST_F(Program, NamesAWrongOption) {
    EXPECT_EQ(run({"--theme", "purple"}), 2);
    EXPECT_TRUE(errors.contains(QStringLiteral("--theme takes"))) << errors.toStdString();
}

}  // namespace
}  // namespace xiangtu::e2e
