// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/mesh.h"

#include "base/error.h"
#include "demo/outline.h"
#include "demo/outline_mesh.h"
#include "demo/refine.h"
#include "geom/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace xiangtu::demo {

using geom::GridPoint;
using testing::HasSubstr;

namespace {

const GridPoint kOrigin{1100000000, 300000000};

GridPoint at(int x, int y) { return {kOrigin.x + x, kOrigin.y + y}; }

void expectSound(const Mesh& mesh, __int128 twiceArea) {
    __int128 sum = 0;
    for (std::uint32_t t = 0; t < mesh.triangles().size(); ++t) {
        const Triangle& tri = mesh.triangle(t);
        const auto area = side(mesh.point(tri.vertex[0]), mesh.point(tri.vertex[1]), mesh.point(tri.vertex[2]));
        EXPECT_GT(area, 0) << t;
        sum += area;
        for (int i = 0; i < 3; ++i) {
            const std::uint32_t u = tri.neighbour[i];
            if (u == kNone) continue;
            int back = 0;
            for (int j = 0; j < 3; ++j) {
                if (mesh.triangle(u).neighbour[j] != t) continue;
                ++back;
                EXPECT_EQ(mesh.triangle(u).vertex[next3(j)], tri.vertex[prev3(i)]);
                EXPECT_EQ(mesh.triangle(u).vertex[prev3(j)], tri.vertex[next3(i)]);
            }
            EXPECT_EQ(back, 1);
        }
    }
    EXPECT_TRUE(sum == twiceArea);
    for (std::uint32_t v = 0; v < mesh.pointCount(); ++v) EXPECT_GE(mesh.indexOf(mesh.triangleAt(v), v), 0);
}

geom::Polygon lShapeWithHole() {
    return {{at(0, 0), at(90000, 0), at(90000, 30000), at(30000, 30000), at(30000, 90000), at(0, 90000)},
            {{at(10000, 10000), at(10000, 20000), at(20000, 20000), at(20000, 10000)}}};
}

std::set<GridPoint> outlineOf(const Mesh& mesh) {
    std::set<GridPoint> points;
    for (const Triangle& tri : mesh.triangles()) {
        for (int i = 0; i < 3; ++i) {
            if (tri.neighbour[i] == kNone) points.insert(mesh.point(tri.vertex[next3(i)]));
        }
    }
    return points;
}

std::string refusal(const geom::Polygon& polygon) {
    try {
        (void)meshOutline(polygon, Plane(kOrigin));
    } catch (const base::Error& e) {
        EXPECT_EQ(e.fault(), base::Fault::geometry);
        return e.what();
    }
    return "accepted";
}

}  // namespace

TEST(OutlineMesh, FillsAConcavePolygonAroundItsHole) {
    const geom::Polygon polygon = lShapeWithHole();
    const Mesh mesh = meshOutline(polygon, Plane(kOrigin));
    EXPECT_EQ(mesh.pointCount(), 10u);
    expectSound(mesh, geom::twiceArea(geom::MultiPolygon{polygon}));
}

TEST(OutlineMesh, TakesCollinearOutlineVertices) {
    const geom::Polygon polygon{
        {at(0, 0), at(10, 0), at(20, 0), at(30, 0), at(30, 10), at(30, 20), at(0, 20), at(0, 10)}, {}};
    expectSound(meshOutline(polygon, Plane(kOrigin)), 1200);
}

TEST(OutlineMesh, RefusesAnOutlineThatCrossesItself) {
    EXPECT_THAT(refusal({{at(0, 0), at(1000, 1000), at(1000, 0), at(0, 1000)}, {}}),
                HasSubstr("crosses itself at 110."));
}

TEST(OutlineMesh, RefusesAnOutlineThatTouchesItself) {
    EXPECT_THAT(refusal({{at(0, 0), at(2000, 0), at(2000, 1000), at(1000, 0), at(0, 1000)}, {}}),
                HasSubstr("touches itself"));
    EXPECT_THAT(refusal({{at(0, 0), at(500, 500), at(1000, 0), at(1000, 1000), at(500, 500), at(0, 1000)}, {}}),
                HasSubstr("touches itself"));
}

TEST(Refine, AddsPointsInsideAndNoneOnTheOutline) {
    const geom::Polygon polygon = lShapeWithHole();
    const Plane plane(kOrigin);
    Mesh mesh = meshOutline(polygon, plane);
    const std::set<GridPoint> before = outlineOf(mesh);
    const Spacing spacing(geom::MultiPolygon{polygon}, plane, {}, 2000, 5);
    refine(mesh, spacing);
    expectSound(mesh, geom::twiceArea(geom::MultiPolygon{polygon}));
    EXPECT_EQ(outlineOf(mesh), before);
    EXPECT_GT(mesh.pointCount(), 1000u);
    EXPECT_LT(mesh.pointCount(), 4000u);
}

TEST(Mesh, StaysTheSameWhenSortedAlongTheCurve) {
    const geom::Polygon polygon = lShapeWithHole();
    const Plane plane(kOrigin);
    Mesh mesh = meshOutline(polygon, plane);
    refine(mesh, Spacing(geom::MultiPolygon{polygon}, plane, {}, 500, 5));
    const std::size_t points = mesh.pointCount(), triangles = mesh.triangles().size();
    mesh.sortAlongCurve();
    EXPECT_EQ(mesh.pointCount(), points);
    EXPECT_EQ(mesh.triangles().size(), triangles);
    expectSound(mesh, geom::twiceArea(geom::MultiPolygon{polygon}));
}

TEST(Mesh, WalksToTheTriangleOfAPointAndStopsAtTheOutline) {
    const Mesh mesh = meshOutline(lShapeWithHole(), Plane(kOrigin));
    for (const auto& [p, inside] :
         {std::pair{at(80000, 15000), true}, {at(5000, 80000), true}, {at(80000, 80000), false}}) {
        bool found = false;
        for (std::uint32_t from = 0; from < mesh.triangles().size(); ++from) {
            const auto location = mesh.walk(from, p);
            if (!location) continue;  // the hole or the corner was in the way from there
            found = true;
            const Triangle& tri = mesh.triangle(location->triangle);
            for (int i = 0; i < 3; ++i)
                EXPECT_GE(side(mesh.point(tri.vertex[next3(i)]), mesh.point(tri.vertex[prev3(i)]), p), 0);
        }
        EXPECT_EQ(found, inside);
    }
}

}  // namespace xiangtu::demo
