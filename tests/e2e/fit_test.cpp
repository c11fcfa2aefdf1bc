// SPDX-License-Identifier: GPL-3.0-or-later
// A border that misses the one of the unit above by a metre is fitted into it.
#include "app/models/border_editor.h"
#include "e2e/client_window.h"
#include "store/store.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

namespace xiangtu::e2e {
namespace {

using model::Level;

/// A county of two townships; the western one leaves a strip of a metre along the county's western border.
class FitTest : public ::testing::Test {
protected:
    static geom::MultiPolygon box(std::int32_t x0, std::int32_t y0, std::int32_t x1, std::int32_t y1) {
        return {{{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}}};
    }
    static model::NewUnit unit(Level level, const char* code, const char* name, const char* parent,
                               geom::MultiPolygon shape) {
        model::NewUnit unit;
        unit.level = level;
        unit.code = *model::Code::parse(code);
        unit.name = name;
        unit.kind = level == Level::county ? model::UnitKind::county : model::UnitKind::town;
        unit.parent = model::Code::parse(parent).value_or(model::Code());
        unit.from = base::Date{base::Date::today().days - 400};
        unit.shape = std::move(shape);
        return unit;
    }
    void SetUp() override {
        constexpr std::int32_t x = 1'121'000'000, y = 281'000'000, side = 2'000'000, metre = 100;
        const auto path = client.dir / "缝.sqlite";
        {
            const auto store = store::create(path, XIANGTU_DATA_DIR);
            const auto writer = store->beginBulk();
            writer->setTitle("缝县", false);
            writer->add(unit(Level::county, "430123", "缝县", "", box(x, y, x + 2 * side, y + side)));
            writer->add(unit(Level::township, "430123101", "西镇", "430123", box(x + metre, y, x + side, y + side)));
            writer->add(unit(Level::township, "430123102", "东镇", "430123", box(x + side, y, x + 2 * side, y + side)));
            writer->commit();
        }
        ASSERT_TRUE(client.open(QString::fromStdString(path.string())));
        west = client.snapshot().findUnit(Level::township, *model::Code::parse("430123101"));
        ASSERT_TRUE(west.valid());
        client.map()->goTo(QStringLiteral("430123101"));
        ASSERT_TRUE(client.settle());
        client.clickAt(client.onScreen(client.map()->geometry()->labelPoint(west).at));
        ASSERT_TRUE(client.reads("dossierName", QStringLiteral("西镇")));
        ASSERT_TRUE(waitUntil([&] {
            QQuickItem* body = client.find(QStringLiteral("dossierBody"));
            const QQuickItem* button = client.find(QStringLiteral("task_fit"));
            if (!body || !button || !client.settle()) return false;
            const double below = button->mapToItem(body, QPointF(0, button->height())).y() - body->height();
            if (below > 0) body->setProperty("contentY", body->property("contentY").toDouble() + below + 8);
            return below <= 0;
        }));
        ASSERT_TRUE(client.click(QStringLiteral("task_fit")));
    }
    [[nodiscard]] __int128 uncovered() {
        const auto& towns = client.snapshot().table(Level::township).shapes;
        __int128 sum = 0;
        for (std::uint32_t row = 0; row < towns.size(); ++row) sum += towns.twiceArea(row);
        return client.snapshot().table(Level::county).shapes.twiceArea(0) - sum;
    }

    ClientWindow client;
    model::UnitRef west;
};

TEST_F(FitTest, ClosesTheGapWithinTheToleranceAndShowsWhoGainsBefore) {
    ASSERT_TRUE(uncovered() > 0);
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
    ASSERT_TRUE(client.click(QStringLiteral("borderSave")));
    ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; })) << client.text("borderRefusal").toStdString();
    EXPECT_TRUE(uncovered() == 0);
}

TEST_F(FitTest, IsRefusedWithThePlaceWhenTheToleranceIsSmaller) {
    ASSERT_TRUE(client.shows("fitTolerance"));
    auto* editor = client.window->findChild<app::BorderEditor*>();
    ASSERT_NE(editor, nullptr);
    ASSERT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
    editor->setTolerance(0.1);
    ASSERT_TRUE(client.shows("borderPlace")) << client.text("borderRefusal").toStdString();
    ASSERT_TRUE(client.hides("touchedLine"));
    // The wider tolerance is one tap away.
    ASSERT_TRUE(client.click(QStringLiteral("choice_5")));
    EXPECT_TRUE(client.shows("touchedLine")) << client.text("borderRefusal").toStdString();
}

}  // namespace
}  // namespace xiangtu::e2e
