// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/client_window.h"

#include <gtest/gtest.h>

namespace xiangtu::e2e {
namespace {

using model::Level;

/// What is gone to stands where one can see it: beside the panels, not behind them.
class FramingTest : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_NE(client.window, nullptr);
        ASSERT_TRUE(client.open(demoFile()));
    }
    /// As a person does: types the code into the search and takes the hit.
    void search(model::UnitRef unit) {
        const QString code = QString::fromStdString(client.snapshot().unit(unit).code.text());
        client.key(Qt::Key_F, Qt::ControlModifier);
        client.type(code);
        ASSERT_TRUE(waitUntil([&] {
            const QQuickItem* line = client.find(QStringLiteral("searchLine"));
            return line && line->property("code").toString() == code;
        }));
        client.key(Qt::Key_Return);
        const QString name = QString::fromStdString(client.snapshot().unit(unit).name);
        ASSERT_TRUE(client.reads("dossierName", name));
        ASSERT_TRUE(client.settle());
    }
    [[nodiscard]] QRectF boxOf(model::UnitRef unit) {
        const geom::GridBox& box = client.snapshot().table(unit.level).shapes.box(unit.row);
        return {client.onScreen({box.min.x, box.max.y}), client.onScreen({box.max.x, box.min.y})};
    }
    [[nodiscard]] QRectF placeOf(const char* name) const {
        const QQuickItem* item = client.find(QLatin1String(name));
        return item ? item->mapRectToScene({0, 0, item->width(), item->height()}) : QRectF();
    }
    void expectUncovered(model::UnitRef unit, const std::vector<const char*>& panels) {
        const QRectF box = boxOf(unit);
        const auto described = [](const QRectF& r) {
            return testing::Message() << r.left() << ", " << r.top() << " … " << r.right() << ", " << r.bottom();
        };
        const std::string which = client.snapshot().unit(unit).code.text();
        EXPECT_TRUE(placeOf("map").contains(box)) << which << " at " << described(box);
        for (const char* panel : panels) {
            EXPECT_FALSE(placeOf(panel).intersects(box))
                << which << " at " << described(box) << " lies behind " << panel << " at " << described(placeOf(panel));
        }
        EXPECT_GT(std::max(box.width(), box.height()), 40) << which << " is hardly to be seen";
    }
    /// The county, its outermost townships on all sides, and a unit of each level below.
    [[nodiscard]] std::vector<model::UnitRef> someUnits() {
        std::vector<model::UnitRef> units{{Level::county, 0}};
        const auto& towns = client.snapshot().table(Level::township);
        const auto rim = [&](auto further) {
            std::uint32_t best = 0;
            for (std::uint32_t row = 1; row < towns.units.size(); ++row) {
                if (further(towns.shapes.box(row), towns.shapes.box(best))) best = row;
            }
            units.push_back({Level::township, best});
        };
        rim([](const auto& a, const auto& b) { return a.min.x < b.min.x; });
        rim([](const auto& a, const auto& b) { return a.max.x > b.max.x; });
        rim([](const auto& a, const auto& b) { return a.min.y < b.min.y; });
        rim([](const auto& a, const auto& b) { return a.max.y > b.max.y; });
        for (const Level level : {Level::village, Level::naturalVillage, Level::grid}) units.push_back({level, 3});
        return units;
    }
    ClientWindow client;
};

TEST_F(FramingTest, AUnitFoundStandsBesideTheCards) {
    for (const bool elder : {false, true}) {
        client.client.preferences()->assumeElder(elder);
        ASSERT_TRUE(client.resize(QSize{1280, 800}));
        for (const model::UnitRef unit : someUnits()) {
            ASSERT_NO_FATAL_FAILURE(search(unit));
            expectUncovered(unit, {"dossierPanel", "legend"});
        }
        client.key(Qt::Key_Escape);
    }
}

TEST_F(FramingTest, AUnitFoundStandsAboveTheSheetOfASmallWindow) {
    for (const bool elder : {false, true}) {
        client.client.preferences()->assumeElder(elder);
        ASSERT_TRUE(client.resize(QSize{390, 780}));
        // Taking a hit closes a sheet that would hide the dossier.
        ASSERT_TRUE(client.click(QStringLiteral("legendButton")));
        ASSERT_TRUE(client.shows("legend"));
        for (const model::UnitRef unit : someUnits()) {
            ASSERT_NO_FATAL_FAILURE(search(unit));
            expectUncovered(unit, {"dossierPanel", "legend"});
        }
        client.key(Qt::Key_Escape);
    }
}

TEST_F(FramingTest, ACrumbLeadsIntoTheUncoveredPart) {
    ASSERT_TRUE(client.resize(QSize{1280, 800}));
    ASSERT_NO_FATAL_FAILURE(search({Level::grid, 5}));
    const auto lineage = client.snapshot().lineage({Level::grid, 5});
    ASSERT_TRUE(client.click(QStringLiteral("layersButton")));
    ASSERT_TRUE(client.shows("layerPanel"));
    for (const int crumb : {3, 2, 1, 0}) {
        ASSERT_TRUE(client.click(QStringLiteral("crumb_%1").arg(crumb)));
        const QString name = QString::fromStdString(client.snapshot().unit(lineage[std::size_t(crumb)]).name);
        ASSERT_TRUE(client.reads("dossierName", name));
        ASSERT_TRUE(client.settle());
        expectUncovered(lineage[std::size_t(crumb)], {"dossierPanel", "layerPanel"});
    }
}

TEST_F(FramingTest, EverythingIsShownBesideTheCards) {
    ASSERT_TRUE(client.resize(QSize{1280, 800}));
    expectUncovered({Level::county, 0}, {"legend"});
    ASSERT_NO_FATAL_FAILURE(search({Level::grid, 5}));
    ASSERT_TRUE(client.click(QStringLiteral("fitAll")));
    ASSERT_TRUE(client.settle());
    expectUncovered({Level::county, 0}, {"dossierPanel", "legend"});
}

}  // namespace
}  // namespace xiangtu::e2e
