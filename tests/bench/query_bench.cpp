// SPDX-License-Identifier: GPL-3.0-or-later
// Spatial questions against bare loops of the same run: points joined to grids, grids within two kilometres, land
// overlaid with villages in mu, grids dissolved to villages. Answers must be the same before a time counts. What is
// made once and asked often (bins, outlines, the topology) is told apart as `ready_ms`.
#include "bench/bench_county.h"
#include "bench/plain_query.h"
#include "index/locator.h"
#include "query/shared_area.h"
#include "query/units_near.h"
#include "topology/dissolve.h"

#include <benchmark/benchmark.h>

#include <map>
#include <numbers>
#include <random>

namespace {

using namespace xiangtu;
using model::Level;

constexpr int kThreads = 2;

/// One county a size; made for the first case that asks.
const scene::Geometry& countyOf(int grids) {
    static std::map<int, std::shared_ptr<const scene::Geometry>> made;
    auto& county = made[grids];
    if (!county) {
        made.clear();
        made[grids] = bench::county(grids);
        return *made[grids];
    }
    return *county;
}

const geom::PolygonSet& gridsOf(const scene::Geometry& g) { return g.snapshot().table(Level::grid).shapes; }

std::vector<bench::Flat::Point> randomPlaces(const geom::GridBox& box, std::size_t count, unsigned seed) {
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<int> x(box.min.x, box.max.x), y(box.min.y, box.max.y);
    std::vector<bench::Flat::Point> out(count);
    // On the lattice, so that both sides see the same points.
    for (auto& p : out) p = {x(random) / geom::kGridPerDegree, y(random) / geom::kGridPerDegree};
    return out;
}

void tell(benchmark::State& state, std::vector<double> ours, std::vector<double> one, std::vector<double> two,
          double ready, double result) {
    const double mine = bench::median(std::move(ours)), plain = bench::median(std::move(two));
    state.counters["ours_ms"] = mine * 1e3;
    if (!one.empty()) state.counters["plain1_ms"] = bench::median(std::move(one)) * 1e3;
    state.counters["plain_ms"] = plain * 1e3;
    state.counters["ratio"] = mine / plain;
    state.counters["ready_ms"] = ready * 1e3;
    state.counters["result"] = result;
}

void joinPoints(benchmark::State& state) {
    const scene::Geometry& g = countyOf(int(state.range(0)));
    const geom::PolygonSet& shapes = gridsOf(g);
    const bench::Flat flat(shapes);
    const auto boxes = bench::boxesOf(flat);
    const bench::Bins bins(boxes);
    const auto places = randomPlaces(shapes.extent(), 10 * shapes.size(), 5);
    std::vector<geom::GridPoint> points;
    for (const auto& p : places) points.push_back(geom::snapToGrid({p.x, p.y}));
    std::unique_ptr<index::Locator> locator;
    const double ready = bench::secondsOf([&] { locator = std::make_unique<index::Locator>(shapes); });
    std::vector<double> ours, one, two;
    std::size_t found = 0, plain = 0;
    for (auto _ : state) {
        std::vector<std::uint32_t> counts(flat.size() * kThreads, 0);
        one.push_back(bench::secondsOf([&] { plain = bench::plainJoin(flat, boxes, bins, places, 1, counts); }));
        two.push_back(bench::secondsOf([&] { plain = bench::plainJoin(flat, boxes, bins, places, kThreads, counts); }));
        ours.push_back(bench::secondsOf([&] {
            std::vector<std::uint32_t> per(shapes.size(), 0);
            found = 0;
            for (const std::uint32_t row : locator->at(points)) {
                if (row == index::Locator::kNone) continue;
                ++per[row];
                ++found;
            }
            benchmark::DoNotOptimize(per.data());
        }));
        state.SetIterationTime(ours.back());
    }
    // On a border the bare loop's roundings decide.
    if (std::max(found, plain) - std::min(found, plain) > 1 + points.size() / 100000)
        state.SkipWithError("results differ");
    tell(state, ours, one, two, ready, double(found));
}

void within2km(benchmark::State& state) {
    constexpr std::size_t kPlaces = 200;
    const scene::Geometry& g = countyOf(int(state.range(0)));
    const geom::PolygonSet& shapes = gridsOf(g);
    const bench::Flat flat(shapes);
    const auto boxes = bench::boxesOf(flat);
    const bench::Bins bins(boxes);
    bench::PlainNear plain(flat, boxes, bins);
    const auto places = randomPlaces(shapes.extent(), kPlaces, 6);
    std::vector<double> ours, one;
    std::size_t found = 0, bare = 0;
    for (auto _ : state) {
        found = bare = 0;
        one.push_back(bench::secondsOf([&] {
                          for (const auto& p : places) bare += plain.count(p, 2000);
                      }) /
                      kPlaces);
        ours.push_back(bench::secondsOf([&] {
                           for (const auto& p : places) {
                               found += query::unitsNear(shapes, g.units().tree(Level::grid), {p.x, p.y}, 2000).size();
                           }
                       }) /
                       kPlaces);
        state.SetIterationTime(ours.back());
    }
    if (std::max(found, bare) - std::min(found, bare) > 2) state.SkipWithError("results differ");
    tell(state, ours, {}, one, 0, double(found) / kPlaces);
}

/// One plot for every 75 grids: stars of sixty corners, half a kilometre across.
geom::PolygonSet plots(const geom::PolygonSet& grids) {
    geom::PolygonSet out;
    std::mt19937 random(9);
    std::uniform_real_distribution<double> share(0.5, 1.0);
    for (const auto& middle : randomPlaces(grids.extent(), grids.size() / 75, 7)) {
        geom::Ring ring;
        for (int i = 0; i < 60; ++i) {
            const double angle = 2 * std::numbers::pi * i / 60, r = 0.006 * share(random);
            ring.push_back(geom::snapToGrid({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)}));
        }
        out.add({{ring, {}}});
    }
    return out;
}

void overlayVillages(benchmark::State& state) {
    const scene::Geometry& g = countyOf(int(state.range(0)));
    const geom::PolygonSet& villages = g.snapshot().table(Level::village).shapes;
    const geom::PolygonSet land = plots(gridsOf(g));
    const bench::Flat flatLand = bench::equalArea(bench::Flat(land)),
                      flatVillages = bench::equalArea(bench::Flat(villages));
    const auto boxesLand = bench::boxesOf(flatLand), boxesVillages = bench::boxesOf(flatVillages);
    const bench::Bins bins(boxesVillages);
    std::vector<geom::Outline> a, b;
    const double ready = bench::secondsOf([&] {
        a = query::outlinesOf(land);
        b = query::outlinesOf(villages);
    });
    std::vector<double> ours, one, two;
    bench::PlainOverlay plain;
    std::size_t pairs = 0;
    double mu = 0;
    for (auto _ : state) {
        one.push_back(bench::secondsOf(
            [&] { plain = bench::plainOverlay(flatLand, boxesLand, flatVillages, boxesVillages, bins, 1); }));
        two.push_back(bench::secondsOf(
            [&] { plain = bench::plainOverlay(flatLand, boxesLand, flatVillages, boxesVillages, bins, kThreads); }));
        ours.push_back(bench::secondsOf([&] {
            const auto shared = query::sharedAreas(a, b);
            pairs = shared.size();
            mu = 0;
            for (const query::Shared& s : shared) mu += s.squareMetres * 3 / 2000;
        }));
        state.SetIterationTime(ours.back());
    }
    if (pairs != plain.pairs || std::abs(mu - plain.mu) > 1e-6 * mu) {
        state.SkipWithError(("results differ: " + std::to_string(pairs) + " pairs, " + std::to_string(mu) +
                             " mu; plain " + std::to_string(plain.pairs) + ", " + std::to_string(plain.mu))
                                .c_str());
    }
    tell(state, ours, one, two, ready, mu);
}

void dissolveGrids(benchmark::State& state) {
    const scene::Geometry& g = countyOf(int(state.range(0)));
    const geom::PolygonSet& shapes = gridsOf(g);
    const bench::Flat flat(shapes);
    const auto villages = std::uint32_t(g.snapshot().table(Level::village).units.size());
    std::vector<std::uint32_t> groupOf;
    for (std::uint32_t row = 0; row < shapes.size(); ++row) {
        groupOf.push_back(g.snapshot().ancestor({Level::grid, row}, Level::village).row);
    }
    std::vector<double> ours, one, two;
    std::size_t rings = 0;
    bench::PlainDissolve plain;
    for (auto _ : state) {
        one.push_back(bench::secondsOf([&] { plain = bench::plainDissolve(flat, groupOf, villages, 1); }));
        two.push_back(bench::secondsOf([&] { plain = bench::plainDissolve(flat, groupOf, villages, kThreads); }));
        ours.push_back(bench::secondsOf([&] {
            rings = topology::dissolve(g.topology(), model::indexOf(Level::grid), groupOf, villages).shapes.ringCount();
        }));
        state.SetIterationTime(ours.back());
    }
    if (rings != plain.rings) state.SkipWithError("results differ");
    tell(state, ours, one, two, 0, double(rings));
}

void sizes(benchmark::internal::Benchmark* b, std::initializer_list<int> grids) {
    b->ArgName("grids")->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(7);
    for (const int n : grids) b->Arg(n);
}

}  // namespace

BENCHMARK(joinPoints)->Apply([](auto* b) { sizes(b, {15000, 150000, 1000000}); });
BENCHMARK(within2km)->Apply([](auto* b) { sizes(b, {15000, 150000}); });
BENCHMARK(overlayVillages)->Apply([](auto* b) { sizes(b, {15000, 150000}); });
BENCHMARK(dissolveGrids)->Apply([](auto* b) { sizes(b, {15000, 150000}); });
