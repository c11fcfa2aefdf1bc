// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/divide.h"

#include "demo/outline.h"
#include "demo/outline_mesh.h"
#include "demo/refine.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace xiangtu::demo {

namespace {

/// A square of about 20 km with some 6,000 mesh points.
struct Country {
    Country()
        : plane({1100000000, 300000000}),
          square{{{{1099000000, 299000000}, {1101000000, 299000000}, {1101000000, 301000000}, {1099000000, 301000000}},
                  {}}},
          spacing(square, plane, {}, 6000, 3),
          mesh(meshOutline(divideLongEdges(square.front(), plane, spacing), plane)) {
        refine(mesh, spacing);
        mesh.sortAlongCurve();
        terrain.emplace(mesh, std::array<Terrain::Order, 3>{{{8000, 8}, {3000, 4}, {1000, 2}}}, 4);
        ground.emplace(mesh, *terrain, spacing);
    }
    Plane plane;
    geom::MultiPolygon square;
    Spacing spacing;
    Mesh mesh;
    std::optional<Terrain> terrain;
    std::optional<Ground> ground;
};

std::vector<std::uint32_t> zeros(const Country& country) {
    return std::vector<std::uint32_t>(country.mesh.pointCount(), 0);
}

}  // namespace

TEST(Grow, GivesEveryPointToAConnectedRegionHoldingItsStart) {
    const Country country;
    const std::vector<Start> starts{{10, 0}, {700, 0}, {3000, 500}, {5000, -800}};
    const auto region = grow(*country.ground, zeros(country), starts);
    std::uint32_t count = 0;
    (void)pieces(*country.ground, region, count);
    EXPECT_EQ(count, starts.size());
    for (std::uint32_t s = 0; s < starts.size(); ++s) EXPECT_EQ(region[starts[s].point], s);
}

TEST(Grow, StaysInsideItsScope) {
    const Country country;
    std::vector<std::uint32_t> scope(country.mesh.pointCount());
    for (std::uint32_t v = 0; v < scope.size(); ++v) scope[v] = country.mesh.metres(v).x > 0;
    const std::uint32_t west = std::uint32_t(std::ranges::find(scope, 0u) - scope.begin());
    const auto region = grow(*country.ground, scope, std::vector<Start>{{west, 0}});
    for (std::uint32_t v = 0; v < scope.size(); ++v) EXPECT_EQ(region[v] == kNone, scope[v] == 1);
}

TEST(Grow, DoesNotWallInAStartWhoseTimeComesLate) {
    const Country country;
    const auto region = grow(*country.ground, zeros(country), std::vector<Start>{{0, 100000}, {3000, -100000}});
    EXPECT_GT(std::ranges::count(region, 1u), 20);
}

TEST(Divide, MakesChildrenOfTheWishedSizes) {
    const Country country;
    const std::vector<std::vector<Wish>> wishes{{{1, kNone}, {2, kNone}, {3, kNone}, {4, kNone}, {2, kNone}}};
    const auto child = divide(*country.ground, zeros(country), wishes, {6, Apart::nearestChild, 9});
    const auto sizes = sizesOf(child, 5);
    for (std::size_t i = 0; i < 5; ++i) {
        const double due = wishes[0][i].size / 12.0 * double(country.mesh.pointCount());
        EXPECT_GT(sizes[i], 0.55 * due) << i;
        EXPECT_LT(sizes[i], 1.6 * due) << i;
    }
    std::uint32_t count = 0;
    (void)pieces(*country.ground, child, count);
    EXPECT_EQ(count, 5u);
}

TEST(Divide, KeepsAChildAtItsFixedPlace) {
    const Country country;
    const auto child =
        divide(*country.ground, zeros(country), {{{1, 77}, {1, kNone}, {1, 4000}}}, {5, Apart::nearestChild, 9});
    EXPECT_EQ(child[77], 0u);
    EXPECT_EQ(child[4000], 2u);
}

TEST(Divide, NumbersChildrenParentAfterParent) {
    const Country country;
    const auto parent =
        divide(*country.ground, zeros(country), {{{1, kNone}, {1, kNone}}}, {4, Apart::nearestChild, 9});
    const auto child =
        divide(*country.ground, parent, {std::vector<Wish>(3), std::vector<Wish>(4)}, {3, Apart::ownChild, 10});
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t v = 0; v < child.size(); ++v) pairs.insert({parent[v], child[v]});
    EXPECT_EQ(pairs, (std::set<std::pair<std::uint32_t, std::uint32_t>>{
                         {0, 0}, {0, 1}, {0, 2}, {1, 3}, {1, 4}, {1, 5}, {1, 6}}));
}

}  // namespace xiangtu::demo
