// SPDX-License-Identifier: GPL-3.0-or-later
// Party organisations changed by hand: map, legend and dossier follow at once.
#include "app/models/legend_model.h"
#include "app/registers/figures_source.h"
#include "e2e/client_window.h"

#include <gtest/gtest.h>

#include <QSignalSpy>

#include <optional>

namespace xiangtu::e2e {
namespace {

using model::Level;

class OrgTest : public DemoWindow {
protected:
    void SetUp() override {
        ASSERT_NO_FATAL_FAILURE(DemoWindow::SetUp());
        client.client.preferences()->setLanguage(QStringLiteral("en"));
        for (const char* layer : {"labels", "marks", "bases"})
            client.options()->setLayerVisible(QString::fromLatin1(layer), false);
        client.options()->setTheme(QStringLiteral("party_coverage"));
        client.options()->setCoverageLevel(QStringLiteral("village"));
        const auto& villages = client.snapshot().table(Level::village);
        for (std::uint32_t row = 0; row < villages.units.size(); ++row) {
            if (servedBy({Level::village, row}) == model::PartyTable::kNone) continue;
            if (!village.valid() || villages.shapes.twiceArea(row) > villages.shapes.twiceArea(village.row))
                village = {Level::village, row};
        }
        ASSERT_TRUE(village.valid());
    }
    [[nodiscard]] std::uint32_t servedBy(model::UnitRef unit) {
        return client.snapshot().party->servedBy[model::indexOf(unit.level)][unit.row];
    }
    [[nodiscard]] QColor colour() {
        return client.colourAt(client.onScreen(client.map()->geometry()->labelPoint(village).at));
    }
    [[nodiscard]] QString legend() {
        const auto* legend = client.window->findChild<app::LegendModel*>();
        QString text;
        for (int row = 0; legend && row < legend->rowCount(); ++row)
            text += legend->data(legend->index(row), app::LegendModel::AmountRole).toString() + QLatin1Char('\n');
        return text;
    }
    /// Share of the county's villages with a branch, as the board counts it; of the newest state only.
    [[nodiscard]] std::optional<double> figure() {
        const auto* source = client.window->findChild<app::FiguresSource*>();
        const auto figures = source ? source->figures() : nullptr;
        if (!figures || figures->snapshot().party != client.snapshot().party) return std::nullopt;
        return figures->value(*figures->find("party_cover_village"), {Level::county, 0});
    }
    /// Opens the organisations of the village.
    void begin() {
        ASSERT_TRUE(client.shows("orgEdit"));
        QQuickItem* body = client.find(QStringLiteral("dossierBody"));
        QQuickItem* button = client.find(QStringLiteral("orgEdit"));
        const double below = button->mapToItem(body, QPointF(0, button->height())).y() - body->height();
        if (below > 0) body->setProperty("contentY", body->property("contentY").toDouble() + below + 8);
        ASSERT_TRUE(client.click(QStringLiteral("orgEdit")));
        ASSERT_TRUE(client.shows("orgSetUp"));
    }
    void save() {
        QSignalSpy saved(client.client.project(), &app::ProjectObject::changeSaved);
        ASSERT_TRUE(client.click(QStringLiteral("orgSave")));
        ASSERT_TRUE(waitUntil([&] { return saved.count() == 1; })) << client.text("orgRefusal").toStdString();
    }
    model::UnitRef village;
};

TEST_F(OrgTest, DissolvingAndSettingUpChangeTheCoverageAtOnce) {
    ASSERT_TRUE(client.click(QStringLiteral("nav_board")));  // from now on its figures are counted
    ASSERT_TRUE(waitUntil([&] { return figure().has_value(); }));
    const double share = *figure();
    ASSERT_TRUE(client.click(QStringLiteral("nav_map")));
    const QString code = QString::fromStdString(client.snapshot().unit(village).code.text());
    // Found by its code: a tap would take the grid.
    client.key(Qt::Key_F, Qt::ControlModifier);
    client.type(code);
    ASSERT_TRUE(client.shows("searchLine"));
    ASSERT_TRUE(client.settle());  // the first lines are of the first digits
    client.key(Qt::Key_Return);
    ASSERT_TRUE(client.reads("dossierName", QString::fromStdString(client.snapshot().unit(village).name)));
    ASSERT_TRUE(client.settle());
    const QColor served = colour();
    const QString counted = legend();
    const auto org = client.snapshot().party->orgs[servedBy(village)];
    const std::int64_t id = org.id.value, above = org.parent.value;
    int below = 0;
    for (const auto& other : client.snapshot().party->orgs) below += other.parent.value == id;

    ASSERT_NO_FATAL_FAILURE(begin());
    ASSERT_TRUE(client.click(QStringLiteral("orgDissolve")));
    ASSERT_TRUE(client.shows("orgSave"));
    EXPECT_TRUE(below == 0 || client.text(QStringLiteral("orgBelow")).startsWith(QString::number(below)));
    ASSERT_NO_FATAL_FAILURE(save());
    EXPECT_EQ(servedBy(village), model::PartyTable::kNone);
    int moved = 0;
    for (const auto& other : client.snapshot().party->orgs) {
        EXPECT_NE(other.parent.value, id) << "nothing stands under what is no more";
        moved += above != 0 && other.parent.value == above;
    }
    EXPECT_GE(moved, above != 0 ? below : 0);
    EXPECT_TRUE(client.shows("orgNone"));
    client.key(Qt::Key_Escape);
    ASSERT_TRUE(client.hides("orgPopup"));
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil([&] { return colour().rgb() != served.rgb(); }));
    EXPECT_TRUE(waitUntil([&] { return legend() != counted; }));
    EXPECT_TRUE(waitUntil([&] { return figure().has_value() && *figure() < share; }));

    ASSERT_NO_FATAL_FAILURE(begin());
    ASSERT_TRUE(client.click(QStringLiteral("orgSetUp")));
    ASSERT_TRUE(client.click(QStringLiteral("orgNameField")));
    client.key(Qt::Key_A, Qt::ControlModifier);
    client.type(QStringLiteral("Harbour branch"));
    ASSERT_NO_FATAL_FAILURE(save());
    ASSERT_NE(servedBy(village), model::PartyTable::kNone);
    const auto made = client.snapshot().party->orgs[servedBy(village)];
    EXPECT_EQ(made.name, "Harbour branch");
    EXPECT_EQ(made.kind, model::PartyOrgKind::branch);
    EXPECT_TRUE(client.reads("orgName", QStringLiteral("Harbour branch")));
    client.key(Qt::Key_Escape);
    ASSERT_TRUE(client.settle());
    EXPECT_TRUE(waitUntil([&] { return colour().rgb() == served.rgb(); }));
    EXPECT_TRUE(waitUntil([&] { return legend() == counted; }));
    EXPECT_TRUE(waitUntil([&] { return figure() == share; }));
}

TEST_F(OrgTest, AnEmptyNameIsRefusedWhereItWasTyped) {
    const QString code = QString::fromStdString(client.snapshot().unit(village).code.text());
    client.key(Qt::Key_F, Qt::ControlModifier);
    client.type(code);
    ASSERT_TRUE(client.shows("searchLine"));
    ASSERT_TRUE(client.settle());  // the first lines are of the first digits
    client.key(Qt::Key_Return);
    ASSERT_TRUE(client.reads("dossierName", QString::fromStdString(client.snapshot().unit(village).name)));
    ASSERT_TRUE(client.settle());
    ASSERT_NO_FATAL_FAILURE(begin());
    ASSERT_TRUE(client.click(QStringLiteral("orgRename")));
    ASSERT_TRUE(client.click(QStringLiteral("orgNameField")));
    client.key(Qt::Key_A, Qt::ControlModifier);
    client.key(Qt::Key_Backspace);
    ASSERT_TRUE(client.click(QStringLiteral("orgSave")));
    EXPECT_TRUE(client.reads("orgRefusal", QStringLiteral("Please write down a name.")));
}

}  // namespace
}  // namespace xiangtu::e2e
