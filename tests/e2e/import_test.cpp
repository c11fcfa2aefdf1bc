// SPDX-License-Identifier: GPL-3.0-or-later
// What a bureau delivers comes into the county: GBK without a word about it, metres without a zone.
#include "app/import/made_delivery.h"
#include "e2e/client_window.h"
#include "scene/geometry.h"

#include <gtest/gtest.h>

#include <QDropEvent>
#include <QMimeData>

namespace xiangtu::e2e {
namespace {

using model::Level;

class ImportTest : public DemoWindow {
protected:
    /// Drops a file on the map, as the window system does it.
    [[nodiscard]] bool drop(const std::filesystem::path& file) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(file.string()))});
        const QPoint at(client.window->width() / 2, client.window->height() / 2);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(client.window, &enter);
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(client.window, &dropped);
        return dropped.isAccepted() && client.shows("importPage");
    }
    [[nodiscard]] geom::GeoPoint inside(model::UnitRef unit) {
        return geom::toGeo(client.map()->geometry()->labelPoint(unit).at);
    }
    [[nodiscard]] std::vector<geom::GeoPoint> insideOf(Level level, std::uint32_t count) {
        std::vector<geom::GeoPoint> out;
        for (std::uint32_t row = 0; row < count; ++row) out.push_back(inside({level, row}));
        return out;
    }
    [[nodiscard]] std::size_t bases() { return client.snapshot().findRegister("industry_base")->records.size(); }
    [[nodiscard]] std::size_t grids() { return client.snapshot().table(Level::grid).units.size(); }
    /// Brings an item of the page into view, opens its list and takes the entry so many below the one that is chosen.
    [[nodiscard]] bool choose(const QString& name, int below) {
        if (!reach(name) || !client.click(name)) return false;
        for (int i = 0; i < std::abs(below); ++i) client.key(below > 0 ? Qt::Key_Down : Qt::Key_Up);
        client.key(Qt::Key_Return);
        return client.settle();
    }
    /// Scrolls the page until the item stands inside of it.
    [[nodiscard]] bool reach(const QString& name) {
        if (!waitUntil([&] { return client.find(name) != nullptr; }) || !client.settle()) return false;
        return waitUntil([&] {
            QQuickItem* view = client.find(QStringLiteral("importView"));
            QQuickItem* item = client.find(name);
            if (!view || !item) return false;
            const double at = item->mapToItem(view, QPointF(0, item->height() / 2)).y();
            if (at > 0 && at < view->height()) return true;
            const double most = std::max(0.0, view->property("contentHeight").toDouble() - view->height());
            const double now = view->property("contentY").toDouble();
            view->setProperty("contentY", std::clamp(now + at - view->height() / 2, 0.0, most));
            return false;
        });
    }
};

TEST_F(ImportTest, AGbkShapefileThatSaysNothingGoesIntoARegisterAndComesOut) {
    const std::size_t before = bases();
    const auto made = app::test::orchards(client.snapshot(), insideOf(Level::village, 3));
    ASSERT_TRUE(drop(made.write(client.dir.path(), "果园普查")));
    EXPECT_TRUE(client.reads("importFile", QStringLiteral("果园普查.shp")));
    EXPECT_TRUE(client.reads("count_inserted", QStringLiteral("3")));
    ASSERT_TRUE(reach(QStringLiteral("sample_0_0")));
    EXPECT_TRUE(client.reads("sample_0_0", QStringLiteral("东山果园1号")));

    // Another encoding shows at once how the texts would read; the first line finds out again.
    ASSERT_TRUE(choose(QStringLiteral("importEncoding"), 3));
    EXPECT_TRUE(waitUntil([&] { return client.text("sample_0_0") != QStringLiteral("东山果园1号"); }));
    EXPECT_TRUE(waitUntil([&] { return client.text("importEncoding_note").contains(QStringLiteral("选")); }))
        << client.text("importEncoding_note").toStdString();
    ASSERT_TRUE(choose(QStringLiteral("importEncoding"), -3));
    EXPECT_TRUE(client.reads("sample_0_0", QStringLiteral("东山果园1号")));

    ASSERT_TRUE(client.click(QStringLiteral("importGo")));
    ASSERT_TRUE(client.shows("importUndo"));
    EXPECT_EQ(bases(), before + 3);
    ASSERT_TRUE(client.click(QStringLiteral("importUndo")));
    EXPECT_TRUE(waitUntil([&] { return bases() == before; }));
    EXPECT_TRUE(client.shows("importCheck"));
}

TEST_F(ImportTest, MetresWithoutAZoneWaitForAnAnswerAndBecomeGridsOfATownship) {
    const std::size_t before = grids();
    const model::UnitRef home{Level::naturalVillage, 0};
    const auto made = app::test::grids(client.snapshot().unit(home).code, {inside(home)}, 0.0002);
    ASSERT_TRUE(drop(made.write(client.dir.path(), "新网格")));
    // The question stands at the top, and the way on waits for it.
    ASSERT_TRUE(client.shows("askedSystem"));
    EXPECT_TRUE(client.text("importProblem").contains(QStringLiteral("坐标")));
    EXPECT_TRUE(waitUntil([&] {
        const QQuickItem* check = client.find(QStringLiteral("importCheck"));
        return check && !check->isEnabled();
    }));
    // Below "Choose": degrees twice, then the zone of this county.
    ASSERT_TRUE(choose(QStringLiteral("askedSystem"), 3));
    EXPECT_TRUE(client.hides("askedSystem"));
    EXPECT_TRUE(client.reads("count_inserted", QStringLiteral("1")));
    ASSERT_TRUE(client.click(QStringLiteral("importGo")));
    ASSERT_TRUE(client.shows("importUndo"));
    ASSERT_EQ(grids(), before + 1);
    const auto code = model::Code::parse(client.snapshot().unit(home).code.text() + "901");
    ASSERT_TRUE(code && client.snapshot().findUnit(*code).valid());
    ASSERT_TRUE(client.click(QStringLiteral("importUndo")));
    EXPECT_TRUE(waitUntil([&] { return grids() == before; }));
}

TEST_F(ImportTest, AFindingOpensToItsRecordsAndLeadsToItsPlace) {
    const model::UnitRef home{Level::naturalVillage, 0};
    const geom::GeoPoint at = inside(home);
    const auto made = app::test::grids(client.snapshot().unit(home).code, {at, {at.lon + 0.0001, at.lat}}, 0.0002);
    ASSERT_TRUE(drop(made.write(client.dir.path(), "新网格")));
    ASSERT_TRUE(choose(QStringLiteral("askedSystem"), 3));
    // The two overlap, and that has a place.
    const auto placedRow = [&]() -> QQuickItem* {
        for (int i = 0; i < 40; ++i) {
            QQuickItem* row = client.find(QStringLiteral("findingRow_%1").arg(i));
            if (row && row->property("placed").toBool()) return row;
        }
        return nullptr;
    };
    ASSERT_TRUE(client.shows("finding_0"));
    for (int i = 0; i < 8 && !placedRow(); ++i) {
        // Headings move down as those above unfold: the lowest first.
        const QString heading = QStringLiteral("finding_%1").arg(7 - i);
        if (!client.find(heading)) continue;
        ASSERT_TRUE(reach(heading) && client.click(heading));
    }
    ASSERT_NE(placedRow(), nullptr);
    const QString row = placedRow()->objectName();
    client.map()->fitAll();
    ASSERT_TRUE(client.settle());
    const double wide = client.map()->metresPerPixel();
    ASSERT_TRUE(reach(row));
    ASSERT_TRUE(client.click(row));
    EXPECT_TRUE(waitUntil([&] { return client.map()->metresPerPixel() < wide; }));
    // And the page can be left: nothing was changed.
    ASSERT_TRUE(client.click(QStringLiteral("pageBack")));
    EXPECT_TRUE(client.hides("importPage"));
    EXPECT_FALSE(client.client.project()->canUndo());
}

TEST_F(ImportTest, WhatIsNoMapIsNamedInWordsThatHelp) {
    support::writeFile(client.dir / "来信.shp", "Dear colleagues, this is no map at all.");
    ASSERT_TRUE(drop(client.dir / "来信.shp"));
    EXPECT_TRUE(client.shows("importTrouble"));
    EXPECT_TRUE(waitUntil([&] { return client.text("importProblem").contains(QStringLiteral("文件")); }))
        << client.text("importProblem").toStdString();
    EXPECT_TRUE(client.hides("importGo"));
}

TEST_F(ImportTest, TheMenuAsksForAFile) {
    ASSERT_TRUE(client.click(QStringLiteral("menuButton")));
    ASSERT_TRUE(client.click(QStringLiteral("menuImport")));
    QObject* dialog = client.window->findChild<QObject*>(QStringLiteral("importDialog"));
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(waitUntil([&] { return dialog->property("visible").toBool(); }));
    client.key(Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return !dialog->property("visible").toBool(); }));
}

}  // namespace
}  // namespace xiangtu::e2e
