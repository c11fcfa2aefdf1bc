// SPDX-License-Identifier: GPL-3.0-or-later
// How long a preview of a border edit takes in a county of 15,000 grids and in one ten times that size: what is
// touched is the same, so the times should be, too. "ratio" is large / small.
#include "bench/bench_county.h"
#include "borders/face_changes.h"
#include "borders/proposal.h"
#include "support/coverage.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cmath>
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

/// One preview on both counties in turn: "ratio" is that on the large one / that on the small one.
void preview(benchmark::State& state, const County& small, const County& large,
             const std::function<borders::Request(const County&)>& request) {
    struct Side {
        borders::Ground ground;
        borders::Request request;
        std::size_t touched = 0;
        std::vector<double> times{};
    };
    std::array<Side, 2> sides{Side{{small.snapshot, small.index, {}}, request(small)},
                              Side{{large.snapshot, large.index, {}}, request(large)}};
    for (Side& side : sides) {
        const auto result = borders::propose(side.ground, side.request);
        if (!result) {
            state.SkipWithError(result.error().detail.c_str());
            return;
        }
        side.touched = result.value().units.size();
    }
    for (auto _ : state) {
        for (Side& side : sides) {
            side.times.push_back(
                bench::secondsOf([&] { benchmark::DoNotOptimize(borders::propose(side.ground, side.request)); }));
        }
        state.SetIterationTime(sides[1].times.back());
    }
    const double below = bench::median(sides[0].times), above = bench::median(sides[1].times);
    state.counters["small_ms"] = below * 1e3;
    state.counters["large_ms"] = above * 1e3;
    state.counters["ratio"] = above / below;
    state.counters["units_small"] = double(sides[0].touched);
    state.counters["units_large"] = double(sides[1].touched);
}

}  // namespace

int main(int argc, char** argv) {
    const County small(15'000), large(150'000);
    const auto add = [&](const std::string& name, Level level, borders::Request (*request)(const County&, Level)) {
        benchmark::RegisterBenchmark((name + "/" + std::string(levelName(level))).c_str(), preview, std::cref(small),
                                     std::cref(large), [=](const County& c) { return request(c, level); })
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond)
            ->Iterations(kRuns);
    };
    for (const Level level : {Level::grid, Level::village, Level::township}) {
        add("moveVertex", level, moveVertex);
        add("reshape", level, reshape);
        // The made county of this size has more townships than three digits can count: no code is free.
        if (level != Level::township) add("split", level, split);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
