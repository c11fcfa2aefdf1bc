// SPDX-License-Identifier: GPL-3.0-or-later
// A new view at 1280 × 800, complete: every tile drawn and coloured, on two threads, against a plain
// scanline loop over the same window on two threads. "ratio" is ours / plain; both run in turn.
#include "bench/bench_county.h"
#include "bench/plain.h"
#include "raster/tile.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <thread>

namespace {

using namespace xiangtu;

constexpr int kWidth = 1280, kHeight = 800, kThreads = 2;

const scene::Geometry& geometry(int grids) {
    static const auto small = bench::county(15000);
    static std::shared_ptr<const scene::Geometry> other;
    if (grids == 15000) return *small;
    if (!other || int(other->snapshot().table(model::Level::grid).units.size()) * 10 < grids * 9)
        other = bench::county(grids);
    return *other;
}

template <class F>
void onTwoThreads(F&& work) {
    std::vector<std::thread> threads;
    for (int t = 0; t < kThreads; ++t) threads.emplace_back([&work, t] { work(t); });
    for (auto& thread : threads) thread.join();
}

/// On the zoom step nearest to the wanted ground resolution; 0 = the whole county.
scene::View viewAt(const scene::Geometry& g, double metresPerPixel) {
    scene::View view = scene::fit(g.extent(), kWidth, kHeight, 0);
    if (metresPerPixel > 0) view.scale *= view.metresPerPixel() / metresPerPixel;
    const double step = std::log2(view.scale / 256) * scene::kStepsPerZoom;
    view.scale = scene::scaleOfStep(int(metresPerPixel > 0 ? std::lround(step) : std::floor(step)));
    return view;
}

bench::Window windowOf(const scene::View& view) {
    const geom::GeoPoint nw = geodesy::fromWorld(view.toWorld({0, 0}));
    const geom::GeoPoint se = geodesy::fromWorld(view.toWorld({kWidth, kHeight}));
    return {nw.lon, se.lat, se.lon, nw.lat};
}

/// range(0): grids; range(1): tenths of metres per pixel, 0 = whole; range(2): 1 = grid borders drawn at
/// any scale (the same lines as the plain loop), 0 = as the shipped sheet has it.
void newView(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    const scene::View view = viewAt(g, double(state.range(1)) / 10);
    style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    if (state.range(2)) {
        for (auto& border : sheet.borders) border.maxMetresPerPixel = 1e9;
    }
    const scene::Options options;
    const scene::Palette palette = scene::buildPalette(g, g.snapshot(), sheet, options, view.metresPerPixel());
    const auto keys = scene::tilesOf(view, scene::nearestStep(view.scale));

    const geom::PolygonSet& grids = g.snapshot().table(model::Level::grid).shapes;
    const bench::Flat flat(grids);
    const std::vector<bench::Window> boxes = bench::boxesOf(flat);
    std::vector<std::uint32_t> colours(flat.size());
    for (std::uint32_t f = 0; f < colours.size(); ++f)
        colours[f] = palette.colourOf(g.faces().of({model::Level::grid, f}));
    const bench::Window window = windowOf(view);
    std::vector<std::uint32_t> picture(std::size_t(kWidth) * kHeight);

    std::vector<double> ours, plain;
    for (auto _ : state) {
        plain.push_back(bench::secondsOf([&] {
            onTwoThreads([&](int t) {
                bench::drawPlain(flat, boxes, colours, window, kWidth, kHeight, kHeight * t / kThreads,
                                 kHeight * (t + 1) / kThreads, picture.data());
            });
        }));
        benchmark::DoNotOptimize(picture.data());
        ours.push_back(bench::secondsOf([&] {
            std::atomic<std::size_t> next{0};
            onTwoThreads([&](int) {
                std::vector<std::uint32_t> pixels(std::size_t(scene::kTilePx) * scene::kTilePx);
                for (std::size_t i = next++; i < keys.size(); i = next++) {
                    raster::colour(raster::rasterise(g, sheet, options, keys[i]), palette, options, pixels);
                    benchmark::DoNotOptimize(pixels.data());
                }
            });
        }));
        state.SetIterationTime(ours.back());
    }
    state.counters["ours_ms"] = bench::median(ours) * 1e3;
    state.counters["plain_ms"] = bench::median(plain) * 1e3;
    state.counters["ratio"] = bench::median(ours) / bench::median(plain);
    state.counters["m_px"] = view.metresPerPixel();
    state.counters["tiles"] = double(keys.size());
}

/// A change of class: the same view coloured again, nothing drawn.
void recolour(benchmark::State& state) {
    const scene::Geometry& g = geometry(15000);
    const scene::View view = viewAt(g, 0);
    const style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    const scene::Options options;
    std::vector<raster::Tile> tiles;
    for (const auto key : scene::tilesOf(view, scene::nearestStep(view.scale))) {
        tiles.push_back(raster::rasterise(g, sheet, options, key));
    }
    std::vector<std::uint32_t> pixels(std::size_t(scene::kTilePx) * scene::kTilePx);
    for (auto _ : state) {
        const scene::Palette palette = scene::buildPalette(g, g.snapshot(), sheet, options, view.metresPerPixel());
        for (const raster::Tile& tile : tiles) raster::colour(tile, palette, options, pixels);
        benchmark::DoNotOptimize(pixels.data());
    }
}

}  // namespace

BENCHMARK(newView)
    ->ArgNames({"grids", "dm_px", "all_borders"})
    ->ArgsProduct({{15000}, {0, 382, 96, 24}, {1, 0}})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(25);
BENCHMARK(newView)
    ->ArgNames({"grids", "dm_px", "all_borders"})
    ->Args({150000, 0, 0})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(7);
BENCHMARK(recolour)->Unit(benchmark::kMillisecond);
