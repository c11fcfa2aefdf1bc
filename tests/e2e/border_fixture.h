// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace xiangtu::e2e {

using model::Level;

/// The demo county with one of its largest grids selected and framed, its dossier open.
class BorderTest : public DemoWindow {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        grid = chosen();
        ASSERT_TRUE(grid.valid());
        code = codeOf(grid);
        client.map()->goTo(code);
        ASSERT_TRUE(client.settle());
        tap(client.onScreen(client.map()->geometry()->labelPoint(grid).at));
        ASSERT_TRUE(client.reads("dossierName", QString::fromStdString(client.snapshot().unit(grid).name)));
        client.map()->goTo(code);
        ASSERT_TRUE(client.settle());
    }
    /// A large grid, so that its corners stand apart.
    [[nodiscard]] virtual model::UnitRef chosen() {
        return largest([](model::UnitRef) { return true; });
    }
    template <class Wanted>
    [[nodiscard]] model::UnitRef largest(const Wanted& wanted) {
        const auto& grids = client.snapshot().table(Level::grid);
        model::UnitRef best;
        for (std::uint32_t row = 0; row < grids.units.size(); ++row) {
            const bool larger = !best.valid() || grids.shapes.twiceArea(row) > grids.shapes.twiceArea(best.row);
            if (larger && wanted(model::UnitRef{Level::grid, row})) best = {Level::grid, row};
        }
        return best;
    }
    [[nodiscard]] QString codeOf(model::UnitRef unit) {
        return QString::fromStdString(client.snapshot().unit(unit).code.text());
    }
    void tap(QPointF at, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::mouseClick(client.window, Qt::LeftButton, modifiers, at.toPoint());
    }
    /// Every unit's code with its polygon, all levels: what an edit and its undo are compared by.
    [[nodiscard]] std::map<std::string, geom::MultiPolygon> borders() {
        std::map<std::string, geom::MultiPolygon> all;
        for (const auto& table : client.snapshot().levels) {
            for (std::uint32_t row = 0; row < table->units.size(); ++row)
                all.emplace(table->units[row].code.text(), table->shapes.feature(row));
        }
        return all;
    }
    /// The whole county is covered once: the grids' areas add up to the county's, to the integer.
    void expectTiled() {
        const auto& grids = client.snapshot().table(Level::grid).shapes;
        __int128 sum = 0;
        for (std::uint32_t row = 0; row < grids.size(); ++row) sum += grids.twiceArea(row);
        EXPECT_TRUE(sum == client.snapshot().table(Level::county).shapes.twiceArea(0));
    }
    /// Hits the button of the dossier, which may have to be scrolled to.
    void begin(const char* task) {
        QQuickItem* body = client.find(QStringLiteral("dossierBody"));
        ASSERT_NE(body, nullptr);
        QQuickItem* button = client.find(QString::fromLatin1(task));
        ASSERT_NE(button, nullptr);
        const double below = button->mapToItem(body, QPointF(0, button->height())).y() - body->height();
        if (below > 0) body->setProperty("contentY", body->property("contentY").toDouble() + below + 8);
        ASSERT_TRUE(client.click(QString::fromLatin1(task)));
        ASSERT_TRUE(client.shows("borderCard"));
    }
    /// Draws a line across the middle of the cell, from well outside to well outside.
    void drawAcross() {
        const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
        const std::int32_t y = std::int32_t((std::int64_t(box.min.y) + box.max.y) / 2);
        const std::int32_t more = (box.max.x - box.min.x) / 12;
        tap(client.onScreen({box.min.x - more, y}));
        tap(client.onScreen({box.max.x + more, y}));
        client.key(Qt::Key_Return);
    }
    void save() {
        QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
        ASSERT_TRUE(client.click(QStringLiteral("borderSave"))) << client.text("borderRefusal").toStdString();
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; })) << client.text("borderRefusal").toStdString();
        EXPECT_TRUE(client.hides("borderCard"));
    }
    model::UnitRef grid;
    QString code;
};

}  // namespace xiangtu::e2e
