// SPDX-License-Identifier: GPL-3.0-or-later
// Selections on a made-up county, against going over every unit.
#include "app/query/selection.h"

#include "app/query/shown_answer.h"
#include "app/query/unit_place.h"
#include "base/error.h"
#include "geodesy/area.h"
#include "geom/contains.h"
#include "support/coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace xiangtu::app {
namespace {

using model::Level;
using model::UnitRef;
using Rowset = std::set<std::uint32_t>;

class SelectionTest : public testing::Test {
protected:
    [[nodiscard]] query::Answer ask(const std::map<std::string, std::string>& params) const {
        return select(ground, {kSelect, params}, {});
    }
    [[nodiscard]] Rowset rows(const std::map<std::string, std::string>& params) const {
        Rowset out;
        for (const auto& row : ask(params).table.rows) out.insert(row.unit.row);
        return out;
    }
    /// Rows of grids for which `holds` does.
    template <class Holds>
    [[nodiscard]] Rowset naive(const Holds& holds) const {
        Rowset out;
        for (std::uint32_t i = 0; i < snapshot->table(Level::grid).units.size(); ++i) {
            if (holds(i)) out.insert(i);
        }
        return out;
    }
    [[nodiscard]] geom::GeoPoint seat(std::uint32_t grid) const {
        return geom::toGeo(*ground.seats(Level::grid)[grid]);
    }
    [[nodiscard]] std::vector<geom::GeoPoint> corners(std::uint32_t grid) const {
        std::vector<geom::GeoPoint> out;
        for (const auto& part : snapshot->table(Level::grid).shapes.feature(grid)) {
            for (const geom::GridPoint p : part.outer) out.push_back(geom::toGeo(p));
        }
        return out;
    }
    [[nodiscard]] std::string refusalOf(const std::map<std::string, std::string>& params) const {
        try {
            (void)ask(params);
        } catch (const base::Error& error) {
            EXPECT_EQ(error.fault(), base::Fault::usage);
            return error.what();
        }
        return {};
    }

    std::shared_ptr<const model::Snapshot> snapshot =
        std::make_shared<model::Snapshot>(support::snapshot({.side = 16}));
    query::Ground ground{snapshot};
    const std::string ring = "110.005 36.505, 110.021 36.506, 110.017 36.520, 110.006 36.522";
};

TEST_F(SelectionTest, WithoutPlaceAndConditionsEveryUnitOfTheLevelFits) {
    const query::Answer answer = ask({{"level", "village"}});
    EXPECT_EQ(answer.table.rows.size(), snapshot->table(Level::village).units.size());
    double households = 0;
    for (const auto& unit : snapshot->table(Level::village).units) households += unit.households;
    EXPECT_EQ(answer.sums[2].value, households);
    EXPECT_EQ(answer.sums[1].value, 100);
}

TEST_F(SelectionTest, ARingHoldsUnitsByTheirMiddleByAnyPartOrAsAWhole) {
    const geom::GeoMultiPolygon area{{placesOf(ring), {}}};
    const Rowset middle = rows({{"level", "grid"}, {"area", ring}});
    EXPECT_EQ(middle, naive([&](std::uint32_t i) { return geom::contains(area, seat(i)); }));
    const Rowset touch = rows({{"level", "grid"}, {"area", ring}, {"how", "touch"}});
    const Rowset whole = rows({{"level", "grid"}, {"area", ring}, {"how", "whole"}});
    EXPECT_LT(whole.size(), middle.size());
    EXPECT_LT(middle.size(), touch.size());
    EXPECT_TRUE(std::ranges::includes(touch, middle));
    EXPECT_TRUE(std::ranges::includes(middle, whole));
    for (const std::uint32_t i : whole) {
        for (const geom::GeoPoint corner : corners(i)) EXPECT_TRUE(geom::contains(area, corner)) << i;
    }
    const Rowset beyond = rows({{"level", "grid"}, {"area", ring}, {"how", "beyond"}});
    EXPECT_EQ(beyond.size() + touch.size(), snapshot->table(Level::grid).units.size());
}

TEST_F(SelectionTest, ACircleIsMeasuredInMetresOnTheEllipsoid) {
    const geom::GeoPoint centre{110.0161, 36.5163};
    const std::map<std::string, std::string> circle{{"level", "grid"}, {"at", "110.0161 36.5163"}, {"metres", "700"}};
    EXPECT_EQ(rows(circle), naive([&](std::uint32_t i) { return geodesy::distance(centre, seat(i)) <= 700; }));
    auto whole = circle;
    whole["how"] = "whole";
    EXPECT_EQ(rows(whole), naive([&](std::uint32_t i) {
                  return std::ranges::all_of(corners(i),
                                             [&](geom::GeoPoint c) { return geodesy::distance(centre, c) <= 700; });
              }));
    auto touch = circle;
    touch["how"] = "touch";
    const Rowset touching = rows(touch);
    for (const std::uint32_t i : naive([&](std::uint32_t n) {
             return std::ranges::any_of(corners(n),
                                        [&](geom::GeoPoint c) { return geodesy::distance(centre, c) <= 700; });
         })) {
        EXPECT_TRUE(touching.contains(i)) << i;
    }
    auto beyond = circle;
    beyond["how"] = "beyond";
    EXPECT_EQ(rows(beyond).size() + touching.size(), snapshot->table(Level::grid).units.size());
}

TEST_F(SelectionTest, ACorridorRunsAlongTheWholeLine) {
    const geom::GeoLine line{{110.004, 36.505}, {110.015, 36.518}, {110.029, 36.512}};
    // Far more places on the line than the corridor is wide.
    std::vector<geom::GeoPoint> dense;
    for (std::size_t s = 0; s + 1 < line.size(); ++s) {
        for (int t = 0; t <= 2000; ++t) {
            const double f = t / 2000.0;
            dense.push_back(
                {line[s].lon + f * (line[s + 1].lon - line[s].lon), line[s].lat + f * (line[s + 1].lat - line[s].lat)});
        }
    }
    const auto metresTo = [&](geom::GeoPoint p) {
        double least = 1e9;
        for (const geom::GeoPoint d : dense) least = std::min(least, geodesy::distance(p, d));
        return least;
    };
    const Rowset found = rows({{"level", "grid"}, {"line", textOf(line)}, {"metres", "300"}});
    for (std::uint32_t i = 0; i < snapshot->table(Level::grid).units.size(); ++i) {
        const double metres = metresTo(seat(i));
        if (std::abs(metres - 300) < 1) continue;  // the dense line is not the line
        EXPECT_EQ(found.contains(i), metres < 300) << i << " at " << metres;
    }
    const Rowset touching = rows({{"level", "grid"}, {"line", textOf(line)}, {"metres", "1"}, {"how", "touch"}});
    for (const geom::GeoPoint d : dense) {
        const auto unit = ground.units().unitAt(Level::grid, geom::snapToGrid(d));
        if (!unit) continue;
        EXPECT_TRUE(touching.contains(unit->row)) << "the line goes through it";
    }
}

TEST_F(SelectionTest, ConditionsHoldTogetherOrOneOfThem) {
    const auto served = [&](std::uint32_t i) {
        const auto& by = snapshot->party->servedBy[model::indexOf(Level::naturalVillage)];
        return i < by.size() && by[i] != model::PartyTable::kNone;
    };
    const auto& villages = snapshot->table(Level::naturalVillage).units;
    Rowset both, either;
    for (std::uint32_t i = 0; i < villages.size(); ++i) {
        const bool none = !served(i), large = villages[i].households >= 12;
        if (none && large) both.insert(i);
        if (none || large) either.insert(i);
    }
    ASSERT_FALSE(both.empty());
    const std::string list = R"([{"kind":"org","op":"not"},{"kind":"households","op":"least","n":"12"}])";
    EXPECT_EQ(rows({{"level", "natural_village"}, {"conditions", list}}), both);
    EXPECT_EQ(rows({{"level", "natural_village"}, {"conditions", list}, {"match", "any"}}), either);
}

TEST_F(SelectionTest, ColoursAndTheirNeighboursAreFound) {
    const model::Scheme& scheme = snapshot->schemes->front();
    const std::string red = scheme.classes[0].code;
    const auto isRed = [&](std::uint32_t i) { return snapshot->classOf(0, {Level::grid, i}) == 0; };
    const std::string of = R"(","of":")" + scheme.key + R"("}])";
    EXPECT_EQ(rows({{"level", "grid"}, {"conditions", R"([{"kind":"class","op":"has","what":")" + red + of}}),
              naive(isRed));
    EXPECT_EQ(rows({{"level", "grid"}, {"conditions", R"([{"kind":"class","op":"not","what":")" + red + of}}),
              naive([&](std::uint32_t i) { return !isRed(i); }));
    const Rowset beside =
        rows({{"level", "grid"}, {"conditions", R"([{"kind":"neighbour","op":"has","what":")" + red + of}});
    // Neighbours share corners: a red one must be among those that share two or more.
    for (const std::uint32_t i : beside) {
        const auto mine = corners(i);
        bool found = false;
        for (std::uint32_t other = 0; other < snapshot->table(Level::grid).units.size() && !found; ++other) {
            if (other == i || !isRed(other)) continue;
            const auto theirs = corners(other);
            found = std::ranges::count_if(
                        mine, [&](geom::GeoPoint c) { return std::ranges::find(theirs, c) != theirs.end(); }) > 1;
        }
        EXPECT_TRUE(found) << i;
    }
}

TEST_F(SelectionTest, DistancesToOrganisationsPartTheUnits) {
    const std::string near = R"([{"kind":"distance","op":"within","what":"party_group","n":"400"}])";
    const std::string far = R"([{"kind":"distance","op":"beyond","what":"party_group","n":"400"}])";
    const Rowset inside = rows({{"level", "grid"}, {"conditions", near}}),
                 outside = rows({{"level", "grid"}, {"conditions", far}});
    EXPECT_FALSE(inside.empty());
    EXPECT_FALSE(outside.empty());
    EXPECT_EQ(inside.size() + outside.size(), snapshot->table(Level::grid).units.size());
}

TEST_F(SelectionTest, WhatCannotBeAnsweredIsRefusedWithItsReason) {
    using testing::HasSubstr;
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"area", "110 36, 110.01 36.01, 110.01 36, 110 36.01"}}),
                HasSubstr("area cannot be used"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"at", "110.01 36.51"}, {"metres", "1e99"}}),
                HasSubstr("metres 1e99 is out of range"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"at", "110.01 36.51"}, {"metres", "-5"}}), HasSubstr("out of range"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"at", "110.01 36.51"}, {"metres", "nan"}}),
                HasSubstr("is not a number"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"at", "500 36.51"}, {"metres", "5"}}), HasSubstr("not on the globe"));
    EXPECT_THAT(refusalOf({{"level", "hamlet"}}), HasSubstr("no units of that level"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"within", "123"}}), HasSubstr("there is no unit with code"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"conditions", R"([{"kind":"colour"}])"}}),
                HasSubstr("\"colour\" is not known"));
    EXPECT_THAT(refusalOf({{"level", "grid"}, {"conditions", R"([{"kind":"households","op":"least","n":"many"}])"}}),
                HasSubstr("is not a number"));
}

TEST_F(SelectionTest, SumsByLargerUnitsMakeUpTheWholeAnswer) {
    const auto own = std::make_shared<const query::Ground>(snapshot);
    const ShownAnswer shown = answerTo(own, {kSelect, {{"level", "grid"}, {"area", ring}}}, {});
    ASSERT_EQ(shown.levels.size(), 3u);
    for (const LevelSummary& summary : shown.levels) {
        std::int64_t count = 0, households = 0;
        for (const LevelSummary::Line& line : summary.lines) {
            count += line.count;
            households += line.households;
            EXPECT_LE(line.count, line.of);
        }
        EXPECT_EQ(count, std::int64_t(shown.answer.table.rows.size()));
        EXPECT_EQ(double(households), shown.answer.sums[2].value);
    }
}

}  // namespace
}  // namespace xiangtu::app
