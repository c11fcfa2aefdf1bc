// SPDX-License-Identifier: GPL-3.0-or-later
// query_file FILE [DIR]: the questions of peers/*_query.py asked of the same file in memory. One line each: case, median
// seconds, answer. With DIR the layers, points, places and windows the questions are about are written there, for the
// peers to be asked the very same.
#include "bench/bench_county.h"
#include "bench/layer_file.h"
#include "index/locator.h"
#include "query/ground.h"
#include "query/shared_area.h"
#include "query/units_near.h"
#include "store/store.h"
#include "topology/dissolve.h"

#include <cstdio>
#include <filesystem>
#include <numbers>
#include <random>

namespace {

using namespace xiangtu;
using model::Level;

void tell(const char* name, std::vector<double> seconds, double result) {
    std::printf("%s %.9f %.6f\n", name, bench::median(std::move(seconds)), result);
    std::fflush(stdout);
}

/// A map of 1280 × 800 pixels at 38 m a pixel around a place.
geom::GridBox windowAt(geom::GridPoint middle) {
    constexpr double kMetresPerDegree = 111320, kMetres = 38;
    const double lat = geom::toGeo(middle).lat * std::numbers::pi / 180;
    const auto half = [](double pixels, double perDegree) {
        return std::int32_t(pixels / 2 * kMetres / perDegree * geom::kGridPerDegree);
    };
    const std::int32_t x = half(1280, kMetresPerDegree * std::cos(lat)), y = half(800, kMetresPerDegree);
    return {{middle.x - x, middle.y - y}, {middle.x + x, middle.y + y}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2 && argc != 3) return 2;
    const auto snapshot = std::make_shared<const model::Snapshot>(
        store::open(argv[1], store::OpenMode::readOnly)->load(base::Date::today(), {}));
    const query::Ground ground(snapshot);
    const geom::PolygonSet &grids = snapshot->table(Level::grid).shapes,
                           &villageShapes = snapshot->table(Level::village).shapes;
    std::mt19937 random(5);
    std::uniform_int_distribution<int> x(grids.extent().min.x, grids.extent().max.x);
    std::uniform_int_distribution<int> y(grids.extent().min.y, grids.extent().max.y);
    const auto places = [&](std::size_t count) {
        std::vector<geom::GridPoint> out(count);
        for (auto& p : out) p = {x(random), y(random)};
        return out;
    };
    const auto points = places(10 * grids.size()), middles = places(20), centres = places(200);
    std::vector<geom::GridBox> windows;
    for (const geom::GridPoint p : centres) windows.push_back(windowAt(p));
    std::vector<geom::GeoMultiPolygon> land;
    if (const model::RegisterTable* bases = snapshot->findRegister("industry_base")) {
        for (const auto& record : bases->records) {
            if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&record->shape)) land.push_back(*parts);
        }
    }
    std::vector<std::uint32_t> groupOf;
    for (std::uint32_t row = 0; row < grids.size(); ++row) {
        groupOf.push_back(snapshot->ancestor({Level::grid, row}, Level::village).row);
    }
    if (argc == 3) {
        const std::filesystem::path folder = argv[2];
        std::filesystem::create_directories(folder);
        bench::writeLayer(folder / "grid.bin", grids);
        bench::writeLayer(folder / "village.bin", villageShapes);
        bench::writeLayer(folder / "base.bin", land);
        bench::writeNumbers(folder / "grid_village.bin", groupOf);
        bench::writePoints(folder / "points.bin", points);
        bench::writePlaces(folder / "places.txt", middles);
        bench::writeWindows(folder / "windows.txt", windows);
    }
    std::vector<double> seconds;
    double result = 0;
    const auto timed = [&](int repeats, auto&& work) {
        seconds.clear();
        for (int i = 0; i < repeats; ++i) seconds.push_back(bench::secondsOf(work));
    };

    const index::Locator& locator = ground.locator(Level::grid);
    timed(5, [&] {
        std::vector<std::uint32_t> counts(grids.size(), 0);
        result = 0;
        for (const std::uint32_t row : locator.at(points)) {
            if (row == index::Locator::kNone) continue;
            ++counts[row];
            ++result;
        }
    });
    tell("join", seconds, result);

    const auto& tree = ground.units().tree(Level::grid);
    seconds.clear();
    result = 0;
    std::vector<geom::GridPoint> corners;
    for (const geom::GridBox& window : windows) {
        seconds.push_back(bench::secondsOf([&] {
            corners.clear();
            tree.visit(window, [&](std::uint32_t row) {
                ++result;
                for (std::size_t r = grids.firstRing(row); r < grids.firstRing(row + 1); ++r) {
                    corners.insert(corners.end(), grids.ring(r).begin(), grids.ring(r).end());
                }
            });
        }));
    }
    tell("windows", seconds, result);

    seconds.clear();
    result = 0;
    for (const geom::GridPoint middle : middles) {
        seconds.push_back(bench::secondsOf(
            [&] { result += double(query::unitsNear(grids, tree, geom::toGeo(middle), 2000).size()); }));
    }
    tell("near", seconds, result);

    std::size_t pairs = 0;
    timed(5, [&] {
        std::vector<geom::Outline> outlines;
        for (const auto& shape : land) outlines.push_back(query::outlineOf(shape));
        const auto shared = query::sharedAreas(outlines, query::outlinesOf(villageShapes));
        pairs = shared.size();
        result = 0;
        for (const auto& s : shared) result += s.squareMetres * 3 / 2000;
    });
    tell("land", seconds, result);
    tell("pairs", seconds, double(pairs));

    const topology::Topology& topology = ground.topology();
    const auto villages = std::uint32_t(villageShapes.size());
    timed(5, [&] {
        const auto joined = topology::dissolve(topology, model::indexOf(Level::grid), groupOf, villages);
        result = 0;
        for (std::uint32_t v = 0; v < villages; ++v) result += joined.shapes.hasShape(v) ? 1 : 0;
    });
    tell("dissolve", seconds, result);
    return 0;
}
