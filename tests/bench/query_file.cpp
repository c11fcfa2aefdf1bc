// SPDX-License-Identifier: GPL-3.0-or-later
// query_file FILE: the questions of peers/spatialite_query.py asked of the same file in memory. One line each: case,
// median seconds, answer.
#include "bench/bench_county.h"
#include "index/locator.h"
#include "query/ground.h"
#include "query/shared_area.h"
#include "query/units_near.h"
#include "store/store.h"
#include "topology/dissolve.h"

#include <cstdio>
#include <random>

namespace {

using namespace xiangtu;
using model::Level;

void tell(const char* name, std::vector<double> seconds, double result) {
    std::printf("%s %.9f %.6f\n", name, bench::median(std::move(seconds)), result);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const auto snapshot = std::make_shared<const model::Snapshot>(
        store::open(argv[1], store::OpenMode::readOnly)->load(base::Date::today(), {}));
    const query::Ground ground(snapshot);
    const geom::PolygonSet& grids = snapshot->table(Level::grid).shapes;
    std::mt19937 random(5);
    std::uniform_int_distribution<int> x(grids.extent().min.x, grids.extent().max.x);
    std::uniform_int_distribution<int> y(grids.extent().min.y, grids.extent().max.y);
    std::vector<double> seconds;
    double result = 0;
    const auto timed = [&](int repeats, auto&& work) {
        seconds.clear();
        for (int i = 0; i < repeats; ++i) seconds.push_back(bench::secondsOf(work));
    };

    std::vector<geom::GridPoint> points(10 * grids.size());
    for (auto& p : points) p = {x(random), y(random)};
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
    result = 0;
    timed(200, [&] {
        const geom::GeoPoint place = geom::toGeo(geom::GridPoint{x(random), y(random)});
        result += double(query::unitsNear(grids, tree, place, 2000).size());
    });
    tell("near", seconds, result);

    std::vector<geom::GeoMultiPolygon> land;
    if (const model::RegisterTable* bases = snapshot->findRegister("industry_base")) {
        for (const auto& record : bases->records) {
            if (const auto* parts = std::get_if<geom::GeoMultiPolygon>(&record->shape)) land.push_back(*parts);
        }
    }
    timed(5, [&] {
        std::vector<geom::Outline> outlines;
        for (const auto& shape : land) outlines.push_back(query::outlineOf(shape));
        result = 0;
        for (const auto& s : query::sharedAreas(outlines, query::outlinesOf(snapshot->table(Level::village).shapes))) {
            result += s.squareMetres * 3 / 2000;
        }
    });
    tell("land", seconds, result);

    std::vector<std::uint32_t> groupOf;
    for (std::uint32_t row = 0; row < grids.size(); ++row) {
        groupOf.push_back(snapshot->ancestor({Level::grid, row}, Level::village).row);
    }
    const topology::Topology& topology = ground.topology();
    const auto villages = std::uint32_t(snapshot->table(Level::village).units.size());
    timed(5, [&] {
        const auto joined = topology::dissolve(topology, model::indexOf(Level::grid), groupOf, villages);
        result = 0;
        for (std::uint32_t v = 0; v < villages; ++v) result += joined.shapes.hasShape(v) ? 1 : 0;
    });
    tell("dissolve", seconds, result);
    return 0;
}
