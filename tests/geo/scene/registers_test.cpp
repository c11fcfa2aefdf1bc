// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/area.h"
#include "golden/scene_county.h"
#include "scene/labels.h"
#include "scene/links.h"
#include "scene/palette.h"
#include "scene/records_at.h"

#include <gtest/gtest.h>

namespace xiangtu::scene {
namespace {

using model::Level;
using model::UnitRef;

constexpr geom::GeoPoint kCorner{110.0, 36.5};  // of the county, see support::CoverageOptions
constexpr double kCell = 0.002;

geom::GeoPoint at(double cellsEast, double cellsNorth) {
    return {kCorner.lon + cellsEast * kCell, kCorner.lat + cellsNorth * kCell};
}

/// The made-up county with registers of every anchor, most with a record or two.
class RegistersTest : public ::testing::Test {
protected:
    static std::shared_ptr<model::RegisterTable> table(const std::string& id) {
        static const model::Catalogue catalogue =
            model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue");
        auto made = std::make_shared<model::RegisterTable>();
        made->def = *catalogue.find(id);
        return made;
    }
    static void add(model::RegisterTable& table, std::int64_t id, UnitRef unit, geom::GeoShape shape,
                    const std::vector<std::pair<std::string, std::string>>& values) {
        model::Record record;
        record.id = id;
        record.unit = unit;
        if (const auto* polygon = std::get_if<geom::GeoMultiPolygon>(&shape)) record.areaM2 = geodesy::area(*polygon);
        record.shape = std::move(shape);
        record.values.resize(table.def.fields.size());
        for (const auto& [field, value] : values) record.values.set(*table.def.fieldAt(field), value);
        table.records.push_back(std::make_shared<const model::Record>(std::move(record)));
    }
    static model::Snapshot county() {
        model::Snapshot snapshot = golden::county();
        const auto points = table("service_point");
        add(*points, 1, {}, at(4, 4), {{"name", "东山便民服务站"}, {"kind", "station"}});
        add(*points, 2, {}, at(4.05, 4), {{"name", "东山代办点"}, {"kind", "agency"}});
        const auto route = table("route");
        add(*route, 1, {}, geom::GeoMultiLine{{at(1, 8), at(9, 8)}, {at(9, 8), at(9, 12)}}, {{"name", "采摘线"}});
        const auto forest = table("forestry");
        add(*forest, 1, {}, golden::square(at(2, 2).lon, at(2, 2).lat, 6 * kCell), {{"name", "大林班"}});
        add(*forest, 2, {}, golden::square(at(3, 3).lon, at(3, 3).lat, 2 * kCell), {{"name", "小林班"}});
        const auto heads = table("village_head");
        add(*heads, 1, {Level::village, 1}, {}, {});
        const auto meetings = table("work_team");
        add(*meetings, 1, {Level::village, 1}, {}, {});
        add(*meetings, 2, {Level::village, 1}, {}, {});
        const auto duties = table("responsibility");
        const auto duty = [&](std::int64_t id, UnitRef unit, const char* role, const char* person, const char* number) {
            add(*duties, id, unit, {}, {{"role", role}, {"person", person}, {"person_no", number}});
        };
        duty(1, {Level::village, 0}, "first_secretary", "王某", "A-1");
        duty(2, {Level::village, 0}, "township_leader", "李某", "B-1");
        duty(3, {Level::village, 5}, "township_leader", "李某", "B-1");
        duty(4, {Level::grid, 7}, "grid_head", "李某", "C-9");  // another person of that name
        duty(5, {Level::village, 1}, "police", "赵某", "D-1");
        snapshot.registers.insert(snapshot.registers.end(), {points, route, forest, heads, meetings, duties});
        return snapshot;
    }
    View near(geom::GeoPoint place, double metresPerPixel) const {
        View view = fit(geometry->extent(), 900, 700, 10);
        view.centre = geodesy::toWorld(place);
        view.scale *= view.metresPerPixel() / metresPerPixel;
        return view;
    }
    std::vector<Mark> marks(const View& view) const {
        return placeMarks(*geometry, geometry->snapshot(), styleSheet, options, view);
    }
    std::vector<std::int64_t> found(geom::GeoPoint place, double tolerance) const {
        std::vector<std::int64_t> ids;
        const model::Snapshot& snapshot = geometry->snapshot();
        for (const RecordAt& hit : recordsAt(snapshot, options, place, tolerance)) {
            const std::size_t r = hit.registerIndex;
            const bool point = snapshot.registers[r]->def.anchor == model::Anchor::point;
            const bool line = snapshot.registers[r]->def.anchor == model::Anchor::line;
            ids.push_back((point ? 100 : line ? 200 : 300) + hit.record);
        }
        return ids;
    }
    std::shared_ptr<const Geometry> geometry = golden::geometryOf(county());
    style::StyleSheet styleSheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    Options options;
};

TEST_F(RegistersTest, WithoutAChoiceTheThemeDecides) {
    for (const Theme theme : {Theme::fiveColour, Theme::partyCoverage, Theme::demonstration, Theme::industry}) {
        options.theme = theme;
        EXPECT_TRUE(registerShown(options, kIndustryRegister));
        EXPECT_FALSE(registerShown(options, "service_point"));
    }
    options.theme = Theme::indicator;
    EXPECT_FALSE(registerShown(options, kIndustryRegister));
    // Tiles do not differ between themes, so that a theme only recolours.
    EXPECT_TRUE(registerInTiles(options, kIndustryRegister));
    EXPECT_FALSE(registerInTiles(options, "forestry"));
    options.registersShown = {"forestry"};
    EXPECT_FALSE(registerShown(options, kIndustryRegister));
    EXPECT_FALSE(registerInTiles(options, kIndustryRegister));
    EXPECT_TRUE(registerInTiles(options, "forestry"));
}

TEST_F(RegistersTest, PointsTakeTheShapeOfTheirKindAndTheColourOfTheirRegister) {
    options.theme = Theme::industry;
    options.registersShown = {"service_point"};
    const auto drawn = marks(near(at(4, 4), 0.5));
    ASSERT_EQ(drawn.size(), 2u);
    const RegisterLook look = registerLook(styleSheet, geometry->snapshot(), 2);
    EXPECT_EQ(look.glyph, "便");
    for (const Mark& mark : drawn) EXPECT_EQ(mark.colour, look.colour);
    EXPECT_EQ(drawn[0].label, "东山便民服务站");
    EXPECT_EQ(drawn[0].symbol, "house");
    options.registersShown = std::set<std::string, std::less<>>{};
    EXPECT_TRUE(marks(near(at(4, 4), 0.5)).empty());
}

TEST_F(RegistersTest, RecordsOfUnitsAreBadgesSideBySideWhereTheirUnitsHaveNames) {
    options.theme = Theme::industry;
    options.registersShown = {"village_head", "work_team"};
    const View view = near(at(6, 2), 8);
    const auto drawn = marks(view);
    ASSERT_EQ(drawn.size(), 2u);
    for (const Mark& mark : drawn) EXPECT_EQ(mark.unit, (UnitRef{Level::village, 1}));
    EXPECT_EQ(drawn[0].glyph, "村");
    EXPECT_EQ(drawn[1].glyph, "驻");
    EXPECT_EQ(drawn[1].tip, "驻村工作队 × 2");
    EXPECT_NEAR((drawn[1].at.x - drawn[0].at.x) * view.scale, drawn[0].sizePx, 1e-6);
    EXPECT_TRUE(marks(near(at(6, 2), 70)).empty()) << "villages have no names at this scale";
}

TEST_F(RegistersTest, NamesOfRecordsAppearOnCloseZoomOnly) {
    const auto names = [&](double metresPerPixel) {
        const View view = near(at(4, 4), metresPerPixel);
        std::vector<std::string> out;
        for (const Label& label : placeLabels(*geometry, styleSheet, options, view, marks(view), {})) {
            if (label.record) out.push_back(label.text);
        }
        std::ranges::sort(out);
        return out;
    };
    options.registersShown = {"service_point"};
    EXPECT_EQ(names(0.6), (std::vector<std::string>{"东山代办点", "东山便民服务站"}));
    options.registersShown = {"forestry"};
    EXPECT_EQ(names(0.6), (std::vector<std::string>{"大林班", "小林班"}));
    options.registersShown = {"route"};
    EXPECT_EQ(names(2), (std::vector<std::string>{"采摘线"}));
    EXPECT_TRUE(names(20).empty());
}

TEST_F(RegistersTest, PolygonsAndLinesHaveTheColourOfTheirRegisterAndOthersNone) {
    options.registersShown = {"forestry", "route"};
    const Palette palette = buildPalette(*geometry, geometry->snapshot(), styleSheet, options, 5);
    const auto& items = geometry->records().items();
    for (std::size_t n = 0; n < items.size(); ++n) {
        const bool shown = items[n].registerIndex == 3 || items[n].registerIndex == 4;
        EXPECT_EQ(palette.overlayColour[n] >> 24 != 0, shown);
        if (shown) {
            EXPECT_EQ(palette.overlayColour[n],
                      registerLook(styleSheet, geometry->snapshot(), items[n].registerIndex).colour);
        }
    }
}

TEST_F(RegistersTest, TheLegendHasALineWithCountForEveryRegisterAskedFor) {
    options.registersShown = {"forestry", "route", "service_point", "village_head", "industry_base"};
    options.theme = Theme::industry;
    const Legend legend = buildLegend(*geometry, geometry->snapshot(), styleSheet, options, 5);
    std::map<std::string, LegendEntry> lines;
    for (const LegendEntry& entry : legend.entries) lines[entry.key] = entry;
    EXPECT_TRUE(lines.contains("apple")) << "the theme's own lines stay";
    EXPECT_FALSE(lines.contains("register:industry_base"));
    EXPECT_EQ(lines.at("register:forestry").count, 2);
    EXPECT_GT(lines.at("register:forestry").quantity, 0);
    EXPECT_EQ(lines.at("register:route").count, 1);
    EXPECT_EQ(lines.at("register:service_point").symbol, "circle");
    EXPECT_EQ(lines.at("register:village_head").glyph, "村");
}

TEST_F(RegistersTest, ATapFindsPointsBeforeLinesBeforeTheSmallestPolygon) {
    options.registersShown = {"forestry", "route", "service_point"};
    EXPECT_EQ(found(at(4, 4), 30), (std::vector<std::int64_t>{101, 102, 302, 301}));
    EXPECT_EQ(found(at(4.05, 4), 30).front(), 102);
    EXPECT_EQ(found(at(4, 4), 1), (std::vector<std::int64_t>{101, 302, 301}));
    EXPECT_EQ(found(at(7, 8), 20), (std::vector<std::int64_t>{201}));
    EXPECT_TRUE(found(at(15, 1), 20).empty());
    options.registersShown = {"forestry"};
    EXPECT_EQ(found(at(7, 7), 20), (std::vector<std::int64_t>{301}));
    options.registersShown.reset();
    EXPECT_TRUE(found(at(7, 7), 20).empty()) << "not shown, not found";
}

TEST_F(RegistersTest, AChangedRecordGetsANewNumberAndOnlyItsPlaceMoves) {
    model::Snapshot next = geometry->snapshot();
    auto forest = std::make_shared<model::RegisterTable>(*next.registers[4]);
    model::Record moved = *forest->records[1];
    moved.shape = golden::square(at(12, 12).lon, at(12, 12).lat, kCell);
    forest->records[1] = std::make_shared<const model::Record>(moved);
    next.registers[4] = forest;
    const auto later = geometry->withRecords(std::make_shared<const model::Snapshot>(next));
    const auto& before = geometry->records().items();
    const auto& after = later->records().items();
    ASSERT_EQ(after.size(), before.size() + 1);
    std::size_t gone = 0;
    for (std::size_t n = 0; n < before.size(); ++n) {
        EXPECT_TRUE(!after[n].record || after[n].record == before[n].record);
        gone += !after[n].record;
    }
    EXPECT_EQ(gone, 1u);
    EXPECT_EQ(later->records().changed().size(), 2u);
    EXPECT_EQ(&later->topology(), &geometry->topology());
    // A record without a shape changes nothing that tiles show.
    auto heads = std::make_shared<model::RegisterTable>(*next.registers[5]);
    heads->records.clear();
    next.registers[5] = heads;
    EXPECT_TRUE(later->withRecords(std::make_shared<const model::Snapshot>(next))->records().changed().empty());
}

TEST_F(RegistersTest, ATownshipIsLinkedToItsVillagesByTheirHighestLeader) {
    const model::Snapshot& snapshot = geometry->snapshot();
    const UnitRef township = snapshot.ancestor({Level::village, 0}, Level::township);
    const Links links = responsibilityLinks(snapshot, township);
    std::map<std::uint32_t, LinkKind> kinds;
    for (const Link& link : links) kinds[link.unit.row] = link.kind;
    std::size_t villages = 0;
    for (std::uint32_t row = 0; row < snapshot.table(Level::village).units.size(); ++row) {
        if (snapshot.ancestor({Level::village, row}, Level::township) != township) continue;
        ++villages;
        const LinkKind want = row == 0   ? LinkKind::townshipLeader
                              : row == 1 ? LinkKind::otherRole
                              : row == 5 ? LinkKind::townshipLeader
                                         : LinkKind::vacant;
        EXPECT_EQ(kinds.at(row), want) << row;
    }
    EXPECT_EQ(links.size(), villages);
    EXPECT_EQ(links.front().label, "包村领导（镇街） 李某");
}

TEST_F(RegistersTest, AUnitIsLinkedToWhateverElseItsPersonsAnswerForAndNotToTheirNamesakes) {
    const Links links = responsibilityLinks(geometry->snapshot(), {Level::village, 0});
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links[0].unit, (UnitRef{Level::village, 5}));
    EXPECT_EQ(links[0].kind, LinkKind::samePerson);
    EXPECT_EQ(links[0].label, "李某");
    EXPECT_TRUE(responsibilityLinks(geometry->snapshot(), {}).empty());
    EXPECT_TRUE(responsibilityLinks(golden::county(), {Level::village, 0}).empty()) << "no such register";
}

TEST_F(RegistersTest, EveryKindOfLinkHasAColourOfItsOwn) {
    for (const char* name : {"light", "dark"}) {
        const style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", name);
        std::set<std::uint32_t> colours;
        for (std::size_t k = 0; k < kLinkKindCount; ++k) {
            EXPECT_TRUE(sheet.links.contains(linkKindName(LinkKind(k))));
            colours.insert(sheet.link(linkKindName(LinkKind(k))));
        }
        EXPECT_EQ(colours.size(), kLinkKindCount);
    }
}

}  // namespace
}  // namespace xiangtu::scene
