// SPDX-License-Identifier: GPL-3.0-or-later
// Asking the map by hand: a ready question, one put together and drawn, one kept and asked again after a restart.
#include "app/query/answer_model.h"
#include "app/query/question_form.h"
#include "e2e/client_window.h"
#include "geodesy/area.h"
#include "geodesy/distance.h"
#include "geom/contains.h"
#include "geom/inside_point.h"
#include "geom/measure.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTest>

#include <map>
#include <numeric>

namespace xiangtu::e2e {
namespace {

using model::Level;

class AskTest : public DemoWindow {
protected:
    [[nodiscard]] static app::AnswerModel* answerIn(const ClientWindow& window) {
        return window.window->findChild<app::AnswerModel*>();
    }
    [[nodiscard]] bool answered() {
        return waitUntil([&] { return answerIn(client) && answerIn(client)->answered() && !answerIn(client)->busy(); });
    }
    [[nodiscard]] int holesOf(Level level) {
        const auto& by = client.snapshot().party->servedBy[model::indexOf(level)];
        int holes = 0;
        for (std::size_t i = 0; i < client.snapshot().table(level).units.size(); ++i) {
            holes += i >= by.size() || by[i] == model::PartyTable::kNone;
        }
        return holes;
    }
    /// A field takes the text in the place of what it had.
    [[nodiscard]] bool fill(const QString& name, const QString& text) {
        // The answer that has just come may still be finding its place below the fields.
        const bool there = waitUntil([&] {
            return client.settle() && client.click(name) && client.find(name) && client.find(name)->hasActiveFocus();
        });
        if (!there) return false;
        client.key(Qt::Key_A, Qt::ControlModifier);
        client.type(text);
        return client.reads(name.toLatin1().constData(), text);
    }
    /// Chooses the entry so many below the one that is chosen.
    [[nodiscard]] bool choose(const QString& name, int below) {
        if (!client.click(name)) return false;
        for (int i = 0; i < below; ++i) client.key(Qt::Key_Down);
        client.key(Qt::Key_Return);
        return client.settle();
    }
};

TEST_F(AskTest, HolesAreCountedColouredListedAndLedTo) {
    client.key(Qt::Key_Q);
    ASSERT_TRUE(client.click(QStringLiteral("ready_holes")));
    ASSERT_TRUE(answered());
    const int holes = holesOf(Level::naturalVillage);
    ASSERT_GT(holes, 0);
    EXPECT_EQ(answerIn(client)->count(), holes);
    EXPECT_TRUE(client.shows("answerSentence"));
    EXPECT_TRUE(waitUntil([&] { return client.options()->theme() == QLatin1String("indicator"); }))
        << "the map shows the answer";
    EXPECT_EQ(client.map()->highlightedCodes().size(), holes <= app::AnswerModel::kOutlined ? holes : 0);
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("answerLine")));
    const QString first = answerIn(client)->placeOf(0)[QStringLiteral("code")].toString();
    EXPECT_TRUE(waitUntil([&] { return client.map()->selectedCode() == first; }));
    // Another level: the parameter is changed and asked again.
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(choose(QStringLiteral("param_level"), 1));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    EXPECT_TRUE(waitUntil([&] { return answerIn(client)->count() == holesOf(Level::grid); }));
    // Back on the map everything is as it was.
    ASSERT_TRUE(client.click(QStringLiteral("nav_map")));
    EXPECT_TRUE(waitUntil([&] { return client.options()->theme() == QLatin1String("five_colour"); }));
    EXPECT_TRUE(waitUntil([&] { return client.map()->highlightedCodes().isEmpty(); }));
}

TEST_F(AskTest, UnitsInADrawnRectangleWithAConditionAreFound) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("askSelect")));
    ASSERT_TRUE(choose(QStringLiteral("selectShape"), 1));
    ASSERT_TRUE(client.click(QStringLiteral("addCondition")));
    ASSERT_TRUE(client.click(QStringLiteral("drawShape")));
    ASSERT_TRUE(client.shows("drawCard"));
    const QPointF middle = client.map()->mapToScene({client.map()->width() / 2, client.map()->height() / 2});
    client.clickAt(middle - QPointF(120, 90));
    // Two taps in two places: the second must not pass for a double tap.
    QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 50);
    client.clickAt(middle + QPointF(120, 90));
    ASSERT_TRUE(answered());
    const auto shown = answerIn(client)->shown();
    const auto& ring = shown->question.params.at("area");
    EXPECT_EQ(std::ranges::count(ring, ','), 3) << ring;
    const query::Ground& ground = *shown->ground;
    std::vector<double> lon, lat;
    for (const QString& corner : QString::fromStdString(ring).split(QStringLiteral(", "))) {
        lon.push_back(corner.section(QLatin1Char(' '), 0, 0).toDouble());
        lat.push_back(corner.section(QLatin1Char(' '), 1, 1).toDouble());
    }
    const auto [west, east] = std::ranges::minmax(lon);
    const auto [south, north] = std::ranges::minmax(lat);
    const auto& by = client.snapshot().party->servedBy[model::indexOf(Level::naturalVillage)];
    int expected = 0;
    for (std::uint32_t i = 0; i < client.snapshot().table(Level::naturalVillage).units.size(); ++i) {
        const auto& seat = ground.seats(Level::naturalVillage)[i];
        if (!seat || (i < by.size() && by[i] != model::PartyTable::kNone)) continue;
        const geom::GeoPoint at = geom::toGeo(*seat);
        expected += at.lon > west && at.lon < east && at.lat > south && at.lat < north;
    }
    EXPECT_EQ(answerIn(client)->count(), expected);
    EXPECT_TRUE(client.shows("answerSentence"));
}

TEST_F(AskTest, ACircleIsDrawnAsItWasAskedAndGoesWithItsAnswer) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("askSelect")));
    ASSERT_TRUE(choose(QStringLiteral("selectShape"), 3));
    // Nothing is drawn yet: asking begins with that, and does not take everywhere for the circle.
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    ASSERT_TRUE(client.shows("drawCard"));
    client.clickAt(client.map()->mapToScene({client.map()->width() / 2, client.map()->height() / 2}));
    ASSERT_TRUE(answered());
    ASSERT_TRUE(waitUntil([&] { return client.map()->asked().land.size() == 1; }));
    const app::AskedPlace& asked = client.map()->asked();
    ASSERT_EQ(asked.places.size(), 1u);
    for (const geom::GeoPoint corner : asked.land[0].at(0).outer) {
        EXPECT_NEAR(geodesy::distance(asked.places[0], corner), 1000, 1e-3);
    }
    ASSERT_TRUE(client.settle());
    ASSERT_TRUE(client.click(QStringLiteral("pageBack")));
    EXPECT_TRUE(waitUntil([&] { return client.map()->asked().empty(); }));
}

TEST_F(AskTest, ACorridorOfTwoHundredMetresIsDrawnAlongItsLine) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("askSelect")));
    ASSERT_TRUE(choose(QStringLiteral("selectShape"), 4));
    ASSERT_TRUE(fill(QStringLiteral("selectMetres"), QStringLiteral("200")));
    ASSERT_TRUE(client.click(QStringLiteral("drawShape")));
    ASSERT_TRUE(client.shows("drawCard"));
    const QPointF middle = client.map()->mapToScene({client.map()->width() / 2, client.map()->height() / 2});
    for (const QPointF step : {QPointF(-120, -60), QPointF(0, 40), QPointF(120, -40)}) {
        client.clickAt(middle + step);
        // Taps in several places: none may pass for a double tap.
        QTest::qWait(QGuiApplication::styleHints()->mouseDoubleClickInterval() + 50);
    }
    client.map()->finishDrawing();
    ASSERT_TRUE(answered());
    ASSERT_TRUE(waitUntil([&] { return client.map()->asked().land.size() == 1; }));
    const app::AskedPlace& asked = client.map()->asked();
    ASSERT_EQ(asked.lines.size(), 1u);
    EXPECT_EQ(asked.lines[0].size(), 3u);
    for (const geom::GeoPoint corner : asked.land[0].at(0).outer) {
        EXPECT_NEAR(geodesy::distance(corner, geom::GeoShape(asked.lines)), 200, 0.1);
    }
    // On another page the map shows nothing of it.
    ASSERT_TRUE(client.click(QStringLiteral("nav_map")));
    EXPECT_TRUE(waitUntil([&] { return client.map()->asked().empty(); }));
}

TEST_F(AskTest, PointsOfATableInGbkAreCountedAndColoured) {
    // 名称,经度,纬度 as a spreadsheet of the office saves it.
    std::string text = "\xC3\xFB\xB3\xC6,\xBE\xAD\xB6\xC8,\xCE\xB3\xB6\xC8\r\n";
    const auto& villages = client.snapshot().table(Level::village).shapes;
    std::map<std::uint32_t, std::int64_t> expected;
    for (std::uint32_t v = 0; v < 4; ++v) {
        const auto at = geom::insidePoint(villages, v);
        ASSERT_TRUE(at);
        const geom::GeoPoint place = geom::toGeo(*at);
        char line[64];
        std::snprintf(line, sizeof line, "\xBC\xD7,%.7f,%.7f\r\n", place.lon, place.lat);
        for (std::uint32_t n = 0; n <= v * v; ++n) text += line;
        expected[v] = std::int64_t(v) * v + 1;
    }
    const QString path = QString::fromStdString((client.dir / "points.csv").string());
    QFile table(path);
    ASSERT_TRUE(table.open(QIODevice::WriteOnly));
    table.write(QByteArray::fromStdString(text));
    table.close();

    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("askJoin")));
    // As the dialog of files answers.
    auto* form = client.window->findChild<app::QuestionForm*>();
    form->setFile(QStringLiteral("points"), QUrl::fromLocalFile(path));
    ASSERT_TRUE(client.shows("param_encoding"));
    ASSERT_TRUE(client.shows("param_lon-column"));
    form->set(QStringLiteral("level"), QStringLiteral("village"));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    ASSERT_TRUE(answered());
    std::map<std::uint32_t, std::int64_t> counted;
    for (const auto& row : answerIn(client)->shown()->answer.table.rows) {
        counted[row.unit.row] = std::int64_t(model::numberOf(row.cells.back()).value_or(-1));
    }
    EXPECT_EQ(counted, expected);
    EXPECT_TRUE(waitUntil([&] { return client.options()->theme() == QLatin1String("indicator"); }));
    ASSERT_NE(client.options()->options().figures, nullptr);
    EXPECT_GT(client.options()->options().figures->classes(), 2u) << "many points look different from few";
    // The columns can be taken otherwise: then no place lies in the county.
    ASSERT_TRUE(client.settle());
    form->set(QStringLiteral("lon-column"), QStringLiteral("#3"));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    EXPECT_TRUE(waitUntil([&] { return answerIn(client)->answered() && answerIn(client)->count() == 0; }));
}

TEST_F(AskTest, ATourIsDrawnInOrderAndPrintedWithAPageForEveryStop) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("propose_tour")));
    ASSERT_TRUE(answered());
    const auto stops = std::size_t(answerIn(client)->count());
    ASSERT_GT(stops, 1u);
    ASSERT_TRUE(waitUntil([&] { return client.map()->asked().stops.size() == stops; }));
    double length = 0;
    for (const auto& stop : client.map()->asked().stops) length += stop.metres;
    for (const query::Sum& sum : answerIn(client)->shown()->answer.sums) {
        if (sum.key != "length") continue;
        EXPECT_NEAR(length / 1000, sum.value, 1e-6);
    }
    ASSERT_TRUE(client.shows("exportPdf"));
    const QString path = QString::fromStdString((client.dir / "tour.pdf").string());
    QSignalSpy exported(answerIn(client), &app::AnswerModel::exported);
    answerIn(client)->exportPdf(QUrl::fromLocalFile(path), QStringLiteral("拉练"));
    ASSERT_TRUE(waitUntil([&] { return exported.count() == 1; }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray pdf = file.readAll();
    EXPECT_TRUE(pdf.startsWith("%PDF"));
    EXPECT_GE(std::size_t(pdf.count("/Type /Page\n")), stops + 1) << "an overview, and a page a stop";
}

TEST_F(AskTest, AProposedPointIsCarriedAndTheFigureFollows) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("propose_propose")));
    ASSERT_TRUE(answered());
    // In so small a county everybody is reached already, but for a short walk.
    ASSERT_TRUE(fill(QStringLiteral("param_metres"), QStringLiteral("300")));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    ASSERT_TRUE(waitUntil([&] { return answerIn(client)->count() == 3; }));
    ASSERT_TRUE(client.shows("movedText"));
    ASSERT_TRUE(client.settle());
    const auto& shape = answerIn(client)->shown()->answer.shapes.front();
    const QPointF from = client.onScreen(geom::snapToGrid(std::get<geom::GeoPoint>(shape)));
    const QString before = client.text(QStringLiteral("movedText"));
    const auto reach = [&] { return client.map()->asked().land; };
    const auto proposed = reach();
    ASSERT_EQ(proposed.size(), 3u) << "every point has its circle";
    QTest::mousePress(client.window, Qt::LeftButton, {}, from.toPoint());
    for (int i = 1; i <= 10; ++i) QTest::mouseMove(client.window, (from + QPointF(6, 4) * i).toPoint());
    EXPECT_TRUE(waitUntil([&] { return reach().front() != proposed.front(); })) << "before the hand lets go";
    QTest::mouseRelease(client.window, Qt::LeftButton, {}, (from + QPointF(60, 40)).toPoint());
    EXPECT_TRUE(client.shows("putBack"));
    const auto middle = [&] {
        const geom::GridBox box = geom::boxOf(geom::GeoShape(reach().front()));
        return client.onScreen({std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
    };
    EXPECT_TRUE(waitUntil([&] { return (middle() - from - QPointF(60, 40)).manhattanLength() < 6; }))
        << "the circle came along";
    for (std::size_t i : {1u, 2u}) EXPECT_EQ(reach()[i], proposed[i]) << "the others stay";
    EXPECT_TRUE(waitUntil([&] { return client.text(QStringLiteral("movedText")) != before; }));
    ASSERT_TRUE(client.settle()) << "the hand has let go";
    ASSERT_TRUE(client.click(QStringLiteral("putBack")));
    EXPECT_TRUE(client.reads("movedText", before)) << client.text(QStringLiteral("movedText")).toStdString();
    EXPECT_TRUE(waitUntil([&] { return reach() == proposed; }));
}

TEST_F(AskTest, WhatCannotBeAnsweredIsSaidInThePanel) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("ready_far_meal")));
    ASSERT_TRUE(answered());
    ASSERT_TRUE(fill(QStringLiteral("param_metres"), QStringLiteral("1e99")));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    EXPECT_TRUE(client.shows("answerError"));
    EXPECT_TRUE(client.hides("answerSentence"));
    ASSERT_TRUE(fill(QStringLiteral("param_metres"), QStringLiteral("500")));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    ASSERT_TRUE(answered());
    EXPECT_TRUE(client.hides("answerError"));
}

TEST_F(AskTest, AQuestionKeptUnderANameIsAskedAgainAfterARestart) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(client.click(QStringLiteral("ready_far_member")));
    ASSERT_TRUE(answered());
    ASSERT_TRUE(fill(QStringLiteral("param_metres"), QStringLiteral("700")));
    ASSERT_TRUE(client.click(QStringLiteral("askButton")));
    ASSERT_TRUE(waitUntil(
        [&] { return answerIn(client)->shown() && answerIn(client)->shown()->question.params.at("metres") == "700"; }));
    const int count = answerIn(client)->count();
    ASSERT_TRUE(fill(QStringLiteral("questionName"), QStringLiteral("far homes")));
    ASSERT_TRUE(client.click(QStringLiteral("keepQuestion")));
    client.settings.sync();

    ClientWindow again({}, client.settings.fileName());
    ASSERT_NE(again.window, nullptr);
    ASSERT_TRUE(again.open(file));
    ASSERT_TRUE(again.click(QStringLiteral("nav_ask")));
    ASSERT_TRUE(again.click(QStringLiteral("kept_0")));
    ASSERT_TRUE(waitUntil([&] { return answerIn(again)->answered(); }));
    EXPECT_EQ(answerIn(again)->shown()->question.params.at("metres"), "700");
    EXPECT_EQ(answerIn(again)->count(), count);
    ASSERT_TRUE(again.click(QStringLiteral("pageBack")));
    ASSERT_TRUE(again.click(QStringLiteral("removeQuestion")));
    EXPECT_TRUE(again.hides("kept_0"));
}

}  // namespace
}  // namespace xiangtu::e2e
