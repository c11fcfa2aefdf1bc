// SPDX-License-Identifier: GPL-3.0-or-later
// How long a preview of a border edit takes in a county of 15,000 grids and in one ten times that size: what is
// touched is the same, so the times should be, too. Each line ends with the ratio and the units touched.

#include "borders/face_changes.h"
#include "borders/proposal.h"
#include "support/coverage.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace xiangtu;
using model::Level;

constexpr int kRuns = 41;
constexpr double kCell = 0.0024;

struct County {
    explicit County(int grids)
        : snapshot(support::snapshot(
              {.side = int(std::lround(std::sqrt(double(grids)))), .cellDegrees = kCell, .edgePoints = 7})),
          index(snapshot) {}
    model::Snapshot snapshot;
    index::UnitIndex index;
};

/// A unit near the middle of the county, at the same place in the units above whatever the county's size.
model::UnitRef middle(const County& county, Level level) {
    const int side = int(std::lround(std::sqrt(double(county.snapshot.table(Level::grid).units.size()))));
    const double cell = side / 16 * 8 + 3.5;
    const geom::GeoPoint p{110.0 + cell * kCell, 36.5 + cell * kCell};
    return county.index.unitAt(level, geom::snapToGrid(p)).value();
}

geom::GeoPoint at(const County& county, model::UnitRef ref, double x, double y) {
    const geom::GridBox box = county.snapshot.table(ref.level).shapes.box(ref.row);
    return {(box.min.x + x * (double(box.max.x) - box.min.x)) / geom::kGridPerDegree,
            (box.min.y + y * (double(box.max.y) - box.min.y)) / geom::kGridPerDegree};
}

borders::Request split(const County& county, Level level) {
    const model::UnitRef ref = middle(county, level);
    return {borders::Split{{level, county.snapshot.unit(ref).code},
                           {at(county, ref, -0.1, 0.52), at(county, ref, 1.1, 0.55)}},
            {}};
}

borders::Request reshape(const County& county, Level level) {
    const model::UnitRef ref = middle(county, level);
    borders::Request request{borders::Reshape{{level, county.snapshot.unit(ref).code},
                                              {at(county, ref, 0.3, 0.1), at(county, ref, 0.3, -0.05),
                                               at(county, ref, 0.7, -0.05), at(county, ref, 0.7, 0.1)},
                                              std::nullopt},
                             {}};
    request.options.parents = borders::ParentPolicy::follow;
    request.options.parts = borders::PartsPolicy::allow;
    return request;
}

borders::Request moveVertex(const County& county, Level level) {
    const model::UnitRef ref = middle(county, level);
    const auto& shapes = county.snapshot.table(level).shapes;
    const geom::GeoPoint from = geom::toGeo(shapes.ring(shapes.firstRing(ref.row))[3]);
    return {borders::MoveVertex{from, {from.lon + 1e-5, from.lat + 1e-5}}, {}};
}

/// Milliseconds, middle of the runs.
double timed(const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < kRuns; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

}  // namespace

int main() {
    const County small(15'000), large(150'000);
    struct Case {
        std::string name;
        std::function<borders::Request(const County&)> request;
    };
    std::vector<Case> cases;
    for (const Level level : {Level::grid, Level::village, Level::township}) {
        const std::string name(levelName(level));
        cases.push_back({"move vertex, " + name, [=](const County& c) { return moveVertex(c, level); }});
        cases.push_back({"reshape, " + name, [=](const County& c) { return reshape(c, level); }});
        // The made county of this size has more townships than three digits can count: no code is free.
        if (level == Level::township) continue;
        cases.push_back({"split, " + name, [=](const County& c) { return split(c, level); }});
    }
    std::printf("%-28s %12s %12s %8s %s\n", "preview", "15,000 (ms)", "150,000 (ms)", "ratio", "units touched");
    for (const Case& c : cases) {
        double times[2] = {};
        std::size_t touched[2] = {};
        for (const County* county : {&small, &large}) {
            const borders::Request request = c.request(*county);
            const borders::Ground ground{county->snapshot, county->index, {}};
            const auto result = borders::propose(ground, request);
            if (!result) {
                std::printf("%s: %s\n", c.name.c_str(), result.error().detail.c_str());
                return 1;
            }
            touched[county == &large] = result.value().units.size();
            times[county == &large] = timed([&] { (void)borders::propose(ground, request); });
        }
        std::printf("%-28s %12.3f %12.3f %8.2f %zu, %zu\n", c.name.c_str(), times[0], times[1], times[1] / times[0],
                    touched[0], touched[1]);
    }
}
