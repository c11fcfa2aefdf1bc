// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/references.h"

#include "gate_fixture.h"

#include <gtest/gtest.h>

namespace xiangtu::project {
namespace {

NewReference paper(const std::string& name = "勘界图") {
    const geom::GeoPoint a{112.1, 28.1}, b{112.2, 28.1}, c{112.2, 28.2};
    return {name,
            "勘界.shp",
            "EPSG:4490: from the source",
            {geom::GeoMultiLine{{a, b, c}}, geom::GeoMultiPolygon{{{a, b, c}, {}}}, geom::GeoShape{b}}};
}

class ReferenceLayers : public ::testing::Test {
protected:
    support::TempDir dir;
    std::filesystem::path file = dir / "参考.sqlite";
    void SetUp() override { makeFile(file); }
    [[nodiscard]] std::optional<edit::Refusal> add(const NewReference& layer) {
        return ReferenceDesk(file).add(layer, {"王"});
    }
    /// Every shape of every layer, by layer.
    [[nodiscard]] std::map<std::string, std::vector<geom::GeoShape>> all() {
        std::map<std::string, std::vector<geom::GeoShape>> out;
        for (const auto& layer : store::references(file).layers) {
            for (const auto& feature : store::referenceFeatures(file, layer.id))
                out[layer.name].push_back(feature.shape);
        }
        return out;
    }
};

TEST_F(ReferenceLayers, KeepLinesAreasAndPlacesAndSayWhereTheyComeFrom) {
    ASSERT_FALSE(add(paper()));
    EXPECT_EQ(all().at("勘界图"), paper().shapes);
    const auto layers = store::references(file).layers;
    ASSERT_EQ(layers.size(), 1u);
    EXPECT_EQ(layers[0].source, "勘界.shp");
    EXPECT_EQ(layers[0].crs, "EPSG:4490: from the source");
    EXPECT_EQ(layers[0].author, "王");
    EXPECT_EQ(layers[0].features, 3);
}

TEST_F(ReferenceLayers, AreNoPartOfTheCounty) {
    const auto before = openedToday(file).state().snapshot->table(model::Level::grid).units.size();
    ASSERT_FALSE(add(paper()));
    EXPECT_EQ(openedToday(file).state().snapshot->table(model::Level::grid).units.size(), before);
}

TEST_F(ReferenceLayers, ComeAndGoWithUndoAndRedoAlsoInAnotherRun) {
    ASSERT_FALSE(add(paper()));
    const auto there = all();
    ASSERT_TRUE(openedToday(file).undo("王").ok());
    EXPECT_TRUE(all().empty());
    ASSERT_TRUE(openedToday(file).redo("王").ok());
    EXPECT_EQ(all(), there);
    ASSERT_FALSE(ReferenceDesk(file).remove("勘界图", {"王"}));
    EXPECT_TRUE(all().empty());
    ASSERT_TRUE(openedToday(file).undo("王").ok());
    EXPECT_EQ(all(), there);
    EXPECT_FALSE(openedToday(file).store().checkChain().brokenAt);
}

TEST_F(ReferenceLayers, AreRefusedWithoutANameTwiceAndWithNothingInThem) {
    EXPECT_EQ(add(paper(" "))->reason, edit::RefusalReason::nameMissing);
    ASSERT_FALSE(add(paper()));
    EXPECT_EQ(add(paper())->reason, edit::RefusalReason::badValue);
    EXPECT_EQ(add({"空", "空.shp", "", {}})->reason, edit::RefusalReason::nothingToDo);
    NewReference large{"大", "大.shp", "", std::vector<geom::GeoShape>(kMostReferences + 1, geom::GeoPoint{112, 28})};
    EXPECT_EQ(add(large)->reason, edit::RefusalReason::badShape);
    EXPECT_EQ(ReferenceDesk(file).remove("没有", {"王"})->reason, edit::RefusalReason::badValue);
    EXPECT_EQ(all().size(), 1u);
}

using ReferencesAtTheGate = GateTest;

TEST_F(ReferencesAtTheGate, NeedARoleThatMayChangeBordersAndTheWholeCounty) {
    const auto tried = [&](const char* who) {
        ReferenceDesk desk(file);
        if (*who) EXPECT_TRUE(desk.signIn(who, kPin).ok()) << who;
        return desk.add(paper(std::string("勘界图") + who), {"谁"});
    };
    EXPECT_EQ(tried("")->reason, edit::RefusalReason::notSignedIn);
    EXPECT_EQ(tried("网格员")->reason, edit::RefusalReason::notAllowed);
    EXPECT_EQ(tried("规划")->reason, edit::RefusalReason::outsideScope);
    EXPECT_FALSE(tried("全县规划"));
    EXPECT_EQ(store::references(file).layers.at(0).author, "全县规划");
}

}  // namespace
}  // namespace xiangtu::project
