// SPDX-License-Identifier: GPL-3.0-or-later
// The grids of 200 windows with their geometry, against bins and copies over flat memory in the same
// run. Both read every point. "ratio" is ours / plain.
#include "bench/bench_county.h"
#include "bench/plain.h"

#include <benchmark/benchmark.h>

#include <cstring>
#include <random>

namespace {

using namespace xiangtu;

constexpr int kWindows = 200;

/// range(0): grids; range(1): tenths of metres per pixel of a 1280 × 800 window.
void windows(benchmark::State& state) {
    const auto g = bench::county(int(state.range(0)));
    const model::LevelTable& table = g->snapshot().table(model::Level::grid);
    const bench::Flat flat(table.shapes);
    bench::PlainWindows plain(flat);
    const geom::GridBox extent = g->extent();
    const double metresPerPixel = double(state.range(1)) / 10;
    const double latitude = (double(extent.min.y) + extent.max.y) / 2 / geom::kGridPerDegree;
    const double halfX = 640 * metresPerPixel / (111320 * std::cos(latitude * M_PI / 180));
    const double halfY = 400 * metresPerPixel / 111320;
    std::mt19937 random(20240501);
    std::uniform_real_distribution<double> x(extent.min.x, extent.max.x), y(extent.min.y, extent.max.y);
    std::vector<bench::Window> asked;
    for (int i = 0; i < kWindows; ++i) {
        const double lon = x(random) / geom::kGridPerDegree, lat = y(random) / geom::kGridPerDegree;
        asked.push_back({lon - halfX, lat - halfY, lon + halfX, lat + halfY});
    }
    std::vector<double> ours, bare;
    std::size_t foundOurs = 0, foundPlain = 0;
    std::vector<geom::GridPoint> out(table.shapes.pointCount());
    for (auto _ : state) {
        foundOurs = foundPlain = 0;
        bare.push_back(bench::secondsOf([&] {
            for (const bench::Window& w : asked) foundPlain += plain.copy(w);
        }));
        ours.push_back(bench::secondsOf([&] {
            for (const bench::Window& w : asked) {
                geom::GridBox box;
                box.extend(geom::snapToGrid({w.x0, w.y0}));
                box.extend(geom::snapToGrid({w.x1, w.y1}));
                std::size_t used = 0;
                for (const std::uint32_t row : g->units().unitsIn(model::Level::grid, box)) {
                    for (std::size_t r = table.shapes.firstRing(row); r < table.shapes.firstRing(row + 1); ++r) {
                        const auto ring = table.shapes.ring(r);
                        std::memcpy(&out[used], ring.data(), ring.size_bytes());
                        used += ring.size();
                    }
                    ++foundOurs;
                }
                benchmark::DoNotOptimize(out.data());
            }
        }));
        state.SetIterationTime(ours.back());
    }
    // The windows are rounded to the lattice: a box on the very edge may count on one side only.
    if (foundOurs + kWindows < foundPlain || foundPlain + kWindows < foundOurs) state.SkipWithError("results differ");
    state.counters["ours_ms"] = bench::median(ours) * 1e3 / kWindows;
    state.counters["plain_ms"] = bench::median(bare) * 1e3 / kWindows;
    state.counters["ratio"] = bench::median(ours) / bench::median(bare);
    state.counters["found"] = double(foundOurs) / kWindows;
}

}  // namespace

BENCHMARK(windows)
    ->ArgNames({"grids", "dm_px"})
    ->ArgsProduct({{15000, 150000, 1000000}, {12, 96, 382}})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(15);
