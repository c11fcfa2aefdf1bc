// SPDX-License-Identifier: GPL-3.0-or-later
// Land that passes between units by hand: handed over, refused with its place and mended, fitted into the unit above,
// and what moves with it.
#include "app/models/border_editor.h"
#include "borders/proposal.h"
#include "e2e/border_fixture.h"
#include "geom/measure.h"
#include "project/project.h"

#include <QColor>

#include <optional>

namespace xiangtu::e2e {
namespace {

/// Land of the chosen grid that a neighbour of the same parent can get.
struct Handing {
    model::UnitRef taker;
    std::vector<geom::GridPoint> drawn;
};

class LandTest : public BorderTest {
protected:
    [[nodiscard]] const project::State& state() { return client.client.project()->state(); }
    [[nodiscard]] std::vector<model::UnitRef> siblings() {
        std::vector<model::UnitRef> all;
        for (const std::uint32_t row : state().topology->neighbours(std::size_t(Level::grid), grid.row)) {
            const model::UnitRef each{Level::grid, row};
            if (client.snapshot().unit(each).parent == client.snapshot().unit(grid).parent) all.push_back(each);
        }
        return all;
    }
    /// Lines, or rings, straight across the grid at several heights until one can be handed over.
    [[nodiscard]] std::optional<Handing> handing(bool byArea) {
        const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
        const std::int32_t more = (box.max.x - box.min.x) / 12, far = (box.max.y - box.min.y) / 8;
        for (const int eighths : {3, 5, 4, 2, 6}) {
            const auto y = std::int32_t(box.min.y + (std::int64_t(box.max.y) - box.min.y) * eighths / 8);
            for (const model::UnitRef taker : siblings()) {
                Handing each{taker, {{box.min.x - more, y}, {box.max.x + more, y}}};
                if (byArea) {
                    each.drawn.push_back({box.max.x + more, box.max.y + far});
                    each.drawn.push_back({box.min.x - more, box.max.y + far});
                }
                geom::GeoLine line;
                for (const geom::GridPoint p : each.drawn) line.push_back(geom::toGeo(p));
                const model::Code from = client.snapshot().unit(grid).code, to = client.snapshot().unit(taker).code;
                borders::Request request{borders::GivePiece{Level::grid, from, to, line, {}}};
                if (byArea) request.operation = borders::GiveArea{Level::grid, from, to, line};
                if (borders::propose({client.snapshot(), *state().units}, request).ok()) return each;
            }
        }
        return std::nullopt;
    }
    void draw(const std::vector<geom::GridPoint>& places) {
        ASSERT_TRUE(waitUntil([&] { return client.map()->drawing(); }));
        ASSERT_TRUE(client.settle());
        for (const geom::GridPoint p : places) tap(client.onScreen(p));
        client.map()->forceActiveFocus();
        client.key(Qt::Key_Return);
    }
    [[nodiscard]] __int128 areaOf(const std::string& unit) {
        const auto ref = client.snapshot().findUnit(Level::grid, *model::Code::parse(unit));
        return client.snapshot().table(Level::grid).shapes.twiceArea(ref.row);
    }
    void undo() {
        QSignalSpy takenBack(client.client.project(), &app::ProjectObject::changeTakenBack);
        client.key(Qt::Key_Z, Qt::ControlModifier);
        ASSERT_TRUE(waitUntil([&] { return takenBack.count() == 1; }));
    }
};

TEST_F(LandTest, APieceCutOffGoesToTheNeighbourThatWasChosenInTheCard) {
    const auto before = borders();
    const auto handed = handing(false);
    ASSERT_TRUE(handed);
    const std::string to = codeOf(handed->taker).toStdString();
    const __int128 had = areaOf(to), own = areaOf(code.toStdString());
    ASSERT_NO_FATAL_FAILURE(begin("task_give"));
    if (siblings().size() > 1 || !client.find(QStringLiteral("giveHow"))) {
        ASSERT_TRUE(client.click(QStringLiteral("taker_") + codeOf(handed->taker)));
    }
    ASSERT_TRUE(client.shows("giveHow"));
    EXPECT_EQ(client.map()->highlightedCodes(), QStringList{codeOf(handed->taker)});
    ASSERT_NO_FATAL_FAILURE(draw(handed->drawn));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_NO_FATAL_FAILURE(save());
    EXPECT_TRUE(areaOf(to) > had);
    EXPECT_TRUE(areaOf(code.toStdString()) < own);
    EXPECT_TRUE(areaOf(to) + areaOf(code.toStdString()) == had + own);
    expectTiled();
    ASSERT_NO_FATAL_FAILURE(undo());
    EXPECT_EQ(borders(), before);
}

TEST_F(LandTest, TheOtherPieceGoesWhenItIsTapped) {
    const auto handed = handing(false);
    ASSERT_TRUE(handed);
    ASSERT_NO_FATAL_FAILURE(begin("task_give"));
    ASSERT_TRUE(client.click(QStringLiteral("taker_") + codeOf(handed->taker)));
    ASSERT_NO_FATAL_FAILURE(draw(handed->drawn));
    ASSERT_TRUE(client.shows("giveOtherPiece")) << client.text("borderRefusal").toStdString();
    // Tapped where the unit has its label: in the larger piece, or in the one that goes anyway.
    const auto at = client.map()->geometry()->labelPoint(grid).at;
    auto* editor = client.window->findChild<app::BorderEditor*>();
    ASSERT_NE(editor, nullptr);
    const auto before = editor->touched();
    tap(client.onScreen(at));
    ASSERT_TRUE(waitUntil([&] { return !editor->busy(); }));
    const bool above = at.y > handed->drawn.front().y;
    const auto& shapes = client.snapshot().table(Level::grid).shapes;
    const auto box = shapes.box(grid.row);
    const bool upperIsSmaller = handed->drawn.front().y > (box.min.y + (std::int64_t(box.max.y) - box.min.y) / 2);
    if (above != upperIsSmaller)
        EXPECT_TRUE(editor->touched() != before || !editor->refusal().isEmpty());
    else
        EXPECT_EQ(editor->touched(), before);
}

TEST_F(LandTest, LandThatIsDrawnAroundGoesToTheNeighbourThatWasTapped) {
    const auto handed = handing(true);
    ASSERT_TRUE(handed);
    const std::string to = codeOf(handed->taker).toStdString();
    const __int128 had = areaOf(to);
    ASSERT_NO_FATAL_FAILURE(begin("task_give"));
    client.map()->zoomOut();
    ASSERT_TRUE(client.settle());
    if (siblings().size() > 1) tap(client.onScreen(client.map()->geometry()->labelPoint(handed->taker).at));
    ASSERT_TRUE(client.shows("giveHow"));
    ASSERT_TRUE(client.click(QStringLiteral("choice_area")));
    ASSERT_TRUE(waitUntil([&] { return client.map()->tool() == QLatin1String("drawPolygon"); }));
    ASSERT_NO_FATAL_FAILURE(draw(handed->drawn));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_NO_FATAL_FAILURE(save());
    EXPECT_TRUE(areaOf(to) > had);
    expectTiled();
}

TEST_F(LandTest, AllOfAUnitIsNotHandedOverButMergedWhenThatIsTaken) {
    const auto handed = handing(true);
    ASSERT_TRUE(handed);
    const auto count = borders().size();
    ASSERT_NO_FATAL_FAILURE(begin("task_give"));
    ASSERT_TRUE(client.click(QStringLiteral("taker_") + codeOf(handed->taker)));
    ASSERT_TRUE(client.click(QStringLiteral("choice_area")));
    const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
    const std::int32_t more = (box.max.x - box.min.x) / 12, far = (box.max.y - box.min.y) / 12;
    ASSERT_NO_FATAL_FAILURE(draw({{box.min.x - more, box.min.y - far},
                                  {box.max.x + more, box.min.y - far},
                                  {box.max.x + more, box.max.y + far},
                                  {box.min.x - more, box.max.y + far}}));
    ASSERT_TRUE(waitUntil([&] { return !client.text("borderRefusal").isEmpty(); }));
    ASSERT_TRUE(client.click(QStringLiteral("borderOffer")));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_NO_FATAL_FAILURE(save());
    EXPECT_EQ(borders().size(), count - 1);
    expectTiled();
}

TEST_F(LandTest, WhatIsRefusedIsMarkedOnTheMap) {
    const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
    ASSERT_NO_FATAL_FAILURE(begin("task_split"));
    const std::int32_t w = (box.max.x - box.min.x) / 4, h = (box.max.y - box.min.y) / 4;
    // A loop: the line crosses itself.
    ASSERT_NO_FATAL_FAILURE(draw({{box.min.x + w, box.min.y + h},
                                  {box.max.x - w, box.max.y - h},
                                  {box.max.x - w, box.min.y + h},
                                  {box.min.x + w, box.max.y - h}}));
    ASSERT_TRUE(client.shows("borderPlace")) << client.text("borderRefusal").toStdString();
    ASSERT_TRUE(client.click(QStringLiteral("borderPlace")));
    ASSERT_TRUE(client.settle());
    const auto* editor = client.window->findChild<app::BorderEditor*>();
    ASSERT_NE(editor, nullptr);
    const geom::GridPoint place = geom::snapToGrid(geom::GeoPoint{editor->refusalLon(), editor->refusalLat()});
    // The red ring around it.
    constexpr double kRing = 13;
    EXPECT_TRUE(waitUntil([&] {
        const QColor seen = client.colourAt(client.onScreen(place) + QPointF(kRing, 0));
        return seen.red() > 150 && seen.green() < 110 && seen.blue() < 110;
    })) << client.colourAt(client.onScreen(place) + QPointF(kRing, 0)).name().toStdString();
}

TEST_F(LandTest, BordersThatFitAlreadyAreSaidToStay) {
    ASSERT_NO_FATAL_FAILURE(begin("task_fit"));
    ASSERT_TRUE(client.shows("fitTolerance"));
    ASSERT_TRUE(waitUntil([&] { return !client.text("borderRefusal").isEmpty(); }));
    EXPECT_TRUE(client.text("borderRefusal").startsWith(QStringLiteral("边界")))
        << client.text("borderRefusal").toStdString();
    const QQuickItem* button = client.find(QStringLiteral("borderSave"));
    ASSERT_NE(button, nullptr);
    EXPECT_FALSE(button->isEnabled());
}

/// A grid on which records stand that have no place of their own.
class ReviewTest : public LandTest {
protected:
    [[nodiscard]] model::UnitRef chosen() override {
        return largest([&](model::UnitRef unit) {
            return std::ranges::any_of(client.snapshot().registers, [&](const auto& table) {
                return std::ranges::any_of(table->records, [&](const auto& record) {
                    return record->unit == unit && !geom::firstPoint(record->shape);
                });
            });
        });
    }
};

TEST_F(ReviewTest, WhatAPersonShouldLookAtStandsInTheCardAndInTheLogAndLeadsToItsRecord) {
    const auto box = client.snapshot().table(Level::grid).shapes.box(grid.row);
    ASSERT_NO_FATAL_FAILURE(begin("task_split"));
    const auto y = std::int32_t((std::int64_t(box.min.y) + box.max.y) / 2);
    const std::int32_t more = (box.max.x - box.min.x) / 12;
    ASSERT_NO_FATAL_FAILURE(draw({{box.min.x - more, y}, {box.max.x + more, y}}));
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    ASSERT_TRUE(client.shows("reviewLine_open"));
    EXPECT_TRUE(client.shows("reviewOpen"));
    ASSERT_NO_FATAL_FAILURE(save());

    ASSERT_TRUE(client.click(QStringLiteral("nav_history")));
    ASSERT_TRUE(client.click(QStringLiteral("logReview")));
    ASSERT_TRUE(client.shows("reviewLine_open"));
    ASSERT_TRUE(client.click(QStringLiteral("reviewLine_open")));
    EXPECT_TRUE(client.shows("recordPage"));
}

}  // namespace
}  // namespace xiangtu::e2e
