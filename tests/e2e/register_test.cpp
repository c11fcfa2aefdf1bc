// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/project/project_object.h"
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QTest>

namespace xiangtu::e2e {
namespace {

using model::Level;

class RegisterTest : public DemoWindow {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        client.options()->setLayerVisible(QStringLiteral("labels"), false);
        client.options()->setLayerVisible(QStringLiteral("marks"), false);
    }
    [[nodiscard]] bool there(const QString& name) {
        return waitUntil([&] { return client.find(name) != nullptr; });
    }
    /// Clicks what may still be on its way.
    [[nodiscard]] bool press(const QString& name) { return there(name) && client.click(name); }
    /// Writes into a field as a person does: click, everything marked, type.
    [[nodiscard]] bool write(const QString& name, const QString& words) {
        if (!press(name)) return false;
        client.key(Qt::Key_A, Qt::ControlModifier);
        client.type(words);
        return true;
    }
    /// Opens a list and takes the entry so many below the one that is chosen.
    [[nodiscard]] bool chooseBelow(const QString& name, int steps) {
        if (!press(name)) return false;
        for (int i = 0; i < steps; ++i) client.key(Qt::Key_Down);
        client.key(Qt::Key_Return);
        return true;
    }
    [[nodiscard]] const model::RegisterTable* orchard() { return client.snapshot().findRegister("orchard"); }
    [[nodiscard]] std::size_t orchards() { return orchard() ? orchard()->records.size() : 0; }

    /// Declares a register of areas with a name that must be filled in and a number of trees.
    void declareOrchard() {
        ASSERT_TRUE(press(QStringLiteral("nav_registers")));
        ASSERT_TRUE(press(QStringLiteral("newRegister")));
        ASSERT_TRUE(write(QStringLiteral("registerTitle"), QStringLiteral("Orchard")));
        ASSERT_TRUE(chooseBelow(QStringLiteral("registerAnchor"), 3));
        ASSERT_TRUE(write(QStringLiteral("fieldTitle_0"), QStringLiteral("Name")));
        ASSERT_TRUE(press(QStringLiteral("fieldNeeded_0")));
        ASSERT_TRUE(press(QStringLiteral("addField")));
        ASSERT_TRUE(there(QStringLiteral("fieldTitle_1")));
        ASSERT_TRUE(client.settle());
        ASSERT_TRUE(write(QStringLiteral("fieldTitle_1"), QStringLiteral("Trees")));
        ASSERT_TRUE(chooseBelow(QStringLiteral("fieldType_1"), 2));
        ASSERT_TRUE(press(QStringLiteral("editorSave")));
        ASSERT_TRUE(waitUntil([this] { return orchard() != nullptr; })) << client.text("editorError").toStdString();
        ASSERT_TRUE(there(QStringLiteral("tableList")));
        EXPECT_EQ(orchard()->def.anchor, model::Anchor::polygon);
        ASSERT_EQ(orchard()->def.fields.size(), 2u);
        EXPECT_EQ(orchard()->def.fields[1].type, model::FieldType::integer);
    }
    /// Draws a triangle about the middle of the map, moved aside, and ends it with Enter.
    void draw(double aside) {
        ASSERT_TRUE(press(QStringLiteral("placeDraw")));
        ASSERT_TRUE(waitUntil([this] { return client.map()->drawing(); }));
        ASSERT_TRUE(client.settle());
        const QPointF middle =
            client.map()->mapToScene({client.map()->width() / 2 + aside, client.map()->height() / 2});
        for (const QPointF corner : {QPointF(-30, 25), QPointF(30, 25), QPointF(0, -30)}) {
            client.clickAt(middle + corner);
            // Faster than a double tap they would be one.
            QTest::qWait(450);
        }
        client.key(Qt::Key_Return);
        ASSERT_TRUE(waitUntil([this] { return !client.map()->drawing(); }));
        ASSERT_TRUE(waitUntil([this] { return !client.text(QStringLiteral("drawnText")).isEmpty(); }));
    }
    /// From the table: one more orchard, drawn and named.
    void addOrchard(const QString& name, double aside) {
        const std::size_t before = orchards();
        ASSERT_TRUE(press(QStringLiteral("addRecord")));
        ASSERT_TRUE(there(QStringLiteral("formSave")));
        draw(aside);
        ASSERT_TRUE(write(QStringLiteral("input_name"), name));
        ASSERT_TRUE(write(QStringLiteral("input_trees"), QStringLiteral("12")));
        ASSERT_TRUE(press(QStringLiteral("formSave")));
        ASSERT_TRUE(waitUntil([&] { return orchards() == before + 1; })) << client.text("formError").toStdString();
        ASSERT_TRUE(there(QStringLiteral("recordPage")));
        ASSERT_TRUE(waitUntil([&] { return client.text(QStringLiteral("pageTitle")) == name; }));
        ASSERT_TRUE(client.settle());
        ASSERT_TRUE(press(QStringLiteral("pageBack")));
        ASSERT_TRUE(there(QStringLiteral("tableList")));
    }
    [[nodiscard]] geom::GridPoint middleOfFirst() {
        const auto& ring = std::get<geom::GeoMultiPolygon>(orchard()->records.front()->shape).front().outer;
        geom::GeoPoint sum{};
        for (const geom::GeoPoint& p : ring) sum = {sum.lon + p.lon / 3, sum.lat + p.lat / 3};
        return geom::snapToGrid(sum);
    }

    QString file;
};

TEST_F(RegisterTest, ADeclaredRegisterIsDrawnCountedListedAndShown) {
    ASSERT_NO_FATAL_FAILURE(declareOrchard());
    // The map is nearer, so that what is drawn lies in one village.
    client.map()->goTo(QString::fromStdString(client.snapshot().unit({Level::village, 3}).code.text()));
    ASSERT_TRUE(client.settle());
    ASSERT_NO_FATAL_FAILURE(addOrchard(QStringLiteral("First"), 0));
    ASSERT_NO_FATAL_FAILURE(addOrchard(QStringLiteral("Second"), 0));
    ASSERT_NO_FATAL_FAILURE(addOrchard(QStringLiteral("Third"), 0));

    // In the table, with a total.
    const QQuickItem* list = client.find(QStringLiteral("tableList"));
    ASSERT_TRUE(waitUntil([&] { return list->property("count").toInt() == 3; }));
    for (const auto& record : orchard()->records) EXPECT_GT(record->areaM2, 0);

    // On the map: switched off, its colour goes.
    client.map()->goTo(QString::fromStdString(client.snapshot().unit(orchard()->records.front()->unit).code.text()));
    ASSERT_TRUE(client.settle());
    const QColor shown = client.colourAt(client.onScreen(middleOfFirst()));
    ASSERT_TRUE(press(QStringLiteral("nav_registers")));
    ASSERT_TRUE(write(QStringLiteral("registerSearch"), QStringLiteral("orchard")));
    ASSERT_TRUE(there(QStringLiteral("register_orchard")));
    ASSERT_TRUE(press(QStringLiteral("showOnMap")));
    ASSERT_TRUE(waitUntil([this] { return client.map()->shownRegisters().isEmpty(); }));
    ASSERT_TRUE(client.settle());
    EXPECT_NE(client.colourAt(client.onScreen(middleOfFirst())).rgb(), shown.rgb());

    // On the board.
    ASSERT_TRUE(press(QStringLiteral("nav_board")));
    ASSERT_TRUE(write(QStringLiteral("boardSearch"), QStringLiteral("orchard")));
    ASSERT_TRUE(there(QStringLiteral("card_orchard_count")));
    EXPECT_TRUE(waitUntil([this] {
        const QQuickItem* card = client.find(QStringLiteral("card_orchard_count"));
        return card && card->property("value").toString() == QStringLiteral("3");
    }));

    // In a report table.
    ASSERT_TRUE(press(QStringLiteral("choice_reports")));
    ASSERT_TRUE(press(QStringLiteral("report_orchard_report")));
    EXPECT_TRUE(waitUntil([this] {
        const QQuickItem* lines = client.find(QStringLiteral("reportLines"));
        return lines && lines->property("count").toInt() == 3;
    }));
    ASSERT_TRUE(press(QStringLiteral("pageBack")));

    // In the dossier of what lies there.
    ASSERT_TRUE(press(QStringLiteral("nav_map")));
    ASSERT_TRUE(client.settle());
    client.map()->goTo(QString::fromStdString(client.snapshot().unit(orchard()->records.front()->unit).code.text()));
    ASSERT_TRUE(client.settle());
    client.clickAt(client.onScreen(middleOfFirst()));
    EXPECT_TRUE(there(QStringLiteral("lying_orchard")));
}

TEST_F(RegisterTest, WhatWasDeclaredStandsInTheHistoryAndUndoSaysThatItStays) {
    ASSERT_NO_FATAL_FAILURE(declareOrchard());
    ASSERT_TRUE(press(QStringLiteral("nav_history")));
    EXPECT_TRUE(waitUntil([&] { return client.text("logSentence").contains(QStringLiteral("Orchard")); }))
        << client.text("logSentence").toStdString();
    ASSERT_TRUE(press(QStringLiteral("historyUndo")));
    EXPECT_TRUE(waitUntil([&] { return client.text("toastText").contains(QStringLiteral("台账")); }))
        << client.text("toastText").toStdString();
    EXPECT_NE(orchard(), nullptr);
}

TEST_F(RegisterTest, AFormErrorStandsAtItsFieldAndNothingIsLost) {
    ASSERT_NO_FATAL_FAILURE(declareOrchard());
    ASSERT_TRUE(press(QStringLiteral("addRecord")));
    ASSERT_TRUE(there(QStringLiteral("formSave")));
    ASSERT_NO_FATAL_FAILURE(draw(0));
    const QString place = client.text(QStringLiteral("drawnText"));
    ASSERT_TRUE(write(QStringLiteral("input_trees"), QStringLiteral("many")));
    ASSERT_TRUE(press(QStringLiteral("formSave")));
    EXPECT_TRUE(waitUntil([this] { return !client.text(QStringLiteral("error_name")).isEmpty(); }));
    EXPECT_TRUE(waitUntil([this] { return !client.text(QStringLiteral("error_trees")).isEmpty(); }));
    EXPECT_FALSE(client.text(QStringLiteral("formError")).isEmpty());
    EXPECT_EQ(client.text(QStringLiteral("input_trees")), QStringLiteral("many"));
    EXPECT_EQ(client.text(QStringLiteral("drawnText")), place);
    EXPECT_EQ(orchards(), 0u);

    // What is typed outlives the form: another page, and back.
    ASSERT_TRUE(press(QStringLiteral("pageBack")));
    ASSERT_TRUE(press(QStringLiteral("addRecord")));
    EXPECT_TRUE(waitUntil([this] { return client.text(QStringLiteral("input_trees")) == QStringLiteral("many"); }));
    EXPECT_EQ(client.text(QStringLiteral("drawnText")), place);

    ASSERT_TRUE(write(QStringLiteral("input_name"), QStringLiteral("First")));
    ASSERT_TRUE(write(QStringLiteral("input_trees"), QStringLiteral("7")));
    ASSERT_TRUE(press(QStringLiteral("formSave")));
    EXPECT_TRUE(waitUntil([this] { return orchards() == 1; }));
}

TEST_F(RegisterTest, AMatterIsFoundMovedAndClosedAndAStepOfAnotherRoleSaysWhoMay) {
    edit::AddRecord add;
    add.registerId = "important_item";
    add.unit = client.snapshot().unit({Level::village, 0}).code;
    const model::RegisterDef& def = client.snapshot().findRegister("important_item")->def;
    add.values = {{"title_text", std::string("Well pump")}, {"list_kind", def.findField("list_kind")->choices[0].code}};
    bool saved = false;
    client.client.project()->apply(add, client.window, [&](const auto& answer) { saved = answer.saved(); });
    ASSERT_TRUE(waitUntil([&] { return saved; }));
    client.client.preferences()->setRole(QStringLiteral("grid_worker"));

    ASSERT_TRUE(press(QStringLiteral("nav_worklist")));
    ASSERT_TRUE(write(QStringLiteral("worklistSearch"), QStringLiteral("wellpump")));
    const auto lines = [this] {
        const QQuickItem* list = client.find(QStringLiteral("worklist"));
        return list ? list->property("count").toInt() : -1;
    };
    ASSERT_TRUE(waitUntil([&] { return lines() == 1; }));
    ASSERT_TRUE(press(QStringLiteral("choice_closed")));
    ASSERT_TRUE(waitUntil([&] { return lines() == 0; }));
    ASSERT_TRUE(press(QStringLiteral("choice_open")));
    ASSERT_TRUE(waitUntil([&] { return lines() == 1; }));

    // A grid worker is told who may dismiss it, and has no button for it.
    ASSERT_TRUE(press(QStringLiteral("worklistLine")));
    ASSERT_TRUE(there(QStringLiteral("mayNot_dismiss")));
    EXPECT_TRUE(client.text(QStringLiteral("mayNot_dismiss")).contains(QStringLiteral("领导")));
    EXPECT_EQ(client.find(QStringLiteral("action_dismiss")), nullptr);
    const QString before = client.text(QStringLiteral("recordState"));

    // A planner may, with a note.
    client.client.preferences()->setRole(QStringLiteral("planner"));
    ASSERT_TRUE(press(QStringLiteral("action_dismiss")));
    ASSERT_TRUE(there(QStringLiteral("stepNote")));
    EXPECT_FALSE(client.find(QStringLiteral("stepGo"))->isEnabled());
    ASSERT_TRUE(write(QStringLiteral("stepNote"), QStringLiteral("mended already")));
    ASSERT_TRUE(press(QStringLiteral("stepGo")));
    ASSERT_TRUE(waitUntil([&] { return client.text(QStringLiteral("recordState")) != before; }));
    EXPECT_TRUE(there(QStringLiteral("step")));

    ASSERT_TRUE(press(QStringLiteral("pageBack")));
    ASSERT_TRUE(waitUntil([&] { return lines() == 0; }));
    ASSERT_TRUE(press(QStringLiteral("choice_closed")));
    EXPECT_TRUE(waitUntil([&] { return lines() == 1; }));
}

}  // namespace
}  // namespace xiangtu::e2e
