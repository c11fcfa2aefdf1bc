// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/labels.h"

#include "geom/contains.h"
#include "golden/scene_county.h"

#include <gtest/gtest.h>

namespace xiangtu::scene {
namespace {

class MarksTest : public ::testing::Test {
protected:
    std::vector<Mark> place(double zoom = 1) const {
        View view = fit(geometry->extent(), 1280, 800, 10);
        view.scale *= zoom;
        return placeMarks(*geometry, geometry->snapshot(), styleSheet, options, view);
    }
    std::shared_ptr<const Geometry> geometry = golden::geometryOf(golden::county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    Options options;
};

TEST_F(MarksTest, DemonstrationVillagesStandInsideTheirVillage) {
    options.theme = Theme::demonstration;
    const auto marks = place();
    ASSERT_EQ(marks.size(), 2u);
    EXPECT_EQ(marks[0].symbol, "star");
    EXPECT_EQ(marks[1].symbol, "house");
    for (const Mark& mark : marks) {
        const auto& shapes = geometry->snapshot().table(mark.unit.level).shapes;
        EXPECT_TRUE(geom::contains(shapes, mark.unit.row, geom::snapToGrid(geodesy::fromWorld(mark.at))));
    }
}

TEST_F(MarksTest, AVillageWithTwoRecordsHasOneMark) {
    model::Snapshot snapshot = golden::county();
    auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[0]);
    auto second = std::make_shared<model::Record>(*table->records[0]);
    second->id = 9;
    table->records.push_back(std::move(second));
    snapshot.registers[0] = table;
    geometry = golden::geometryOf(snapshot);
    options.theme = Theme::demonstration;
    EXPECT_EQ(place().size(), 2u);
}

TEST_F(MarksTest, PartyOrganisationsAppearFromLargeToSmallWithTheScale) {
    options.theme = Theme::partyCoverage;
    const auto far = place(0.08);
    for (const Mark& mark : far) EXPECT_EQ(mark.symbol, "committee");
    EXPECT_FALSE(far.empty());
    const auto near = place(1);
    EXPECT_GT(near.size(), far.size());
    EXPECT_TRUE(std::ranges::any_of(near, [](const Mark& m) { return m.symbol == "branch"; }));
}

TEST_F(MarksTest, DoNotHideEachOther) {
    options.theme = Theme::partyCoverage;
    View view = fit(geometry->extent(), 1280, 800, 10);
    const auto marks = place();
    for (std::size_t i = 0; i < marks.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const ScreenPoint a = view.toScreen(marks[i].at), b = view.toScreen(marks[j].at);
            const double reach = 0.4 * (marks[i].sizePx + marks[j].sizePx);
            EXPECT_TRUE(std::abs(a.x - b.x) >= reach - 1e-9 || std::abs(a.y - b.y) >= reach - 1e-9);
        }
    }
}

TEST_F(MarksTest, OfRegistersNobodyAskedForDoNotHideTheColoursOfFarViews) {
    ASSERT_EQ(place().size(), 2u);
    EXPECT_TRUE(place(0.02).empty());
    options.theme = Theme::demonstration;
    EXPECT_FALSE(place(0.02).empty());
    options.theme = Theme::fiveColour;
    options.registersShown = {{"demonstration_village"}};
    EXPECT_FALSE(place(0.02).empty());
}

TEST_F(MarksTest, DisappearWithTheirLayerAndInTheIndustryTheme) {
    options.theme = Theme::industry;
    EXPECT_TRUE(place().empty());
    options.theme = Theme::demonstration;
    options.layers[std::size_t(Layer::marks)].visible = false;
    EXPECT_TRUE(place().empty());
}

}  // namespace
}  // namespace xiangtu::scene
