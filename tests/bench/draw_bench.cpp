// SPDX-License-Identifier: GPL-3.0-or-later
// A new view at 1280 × 800, complete: every tile drawn and coloured, on two threads, against a plain
// scanline loop over the same window on two threads. "ratio" is ours / plain; both run in turn. "to_small" is
// ours / ours at 15,000 grids for the same metres per pixel, or for the whole of each county; "a_pixel" the same for
// each pixel of the picture that shows the county, since a small county leaves most of a far picture empty.
#include "bench/bench_county.h"
#include "bench/plain.h"
#include "raster/make_detail.h"
#include "raster/tile.h"
#include "scene/labels.h"

#include <benchmark/benchmark.h>

#include <atomic>
#include <map>
#include <thread>

namespace {

using namespace xiangtu;

constexpr int kWidth = 1280, kHeight = 800, kThreads = 2;

/// One county at a time: a million grids fill the memory.
const scene::Geometry& geometry(int grids) {
    static int held = 0;
    static std::shared_ptr<const scene::Geometry> county;
    if (held != grids) {
        county.reset();
        const auto bare = bench::county(grids);
        county = bare->withDetail(raster::makeDetail(*bare));
        held = grids;
    }
    return *county;
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

/// Share of the picture that the county's extent takes.
double shown(const scene::Geometry& g, const scene::View& view) {
    const scene::ScreenPoint a = view.toScreen(geodesy::toWorld(g.extent().min));
    const scene::ScreenPoint b = view.toScreen(geodesy::toWorld(g.extent().max));
    const auto side = [](double from, double to, double size) {
        return (std::min(to, size) - std::max(from, 0.0)) / size;
    };
    return side(a.x, b.x, kWidth) * side(b.y, a.y, kHeight);
}

/// range(0): grids; range(1): tenths of metres per pixel, 0 = whole; range(2): 1 = grid borders drawn at
/// any scale (the same lines as the plain loop), 0 = as the shipped sheet has it.
void newView(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    const scene::View view = viewAt(g, double(state.range(1)) / 10);
    style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    if (state.range(2)) {
        for (auto& border : sheet.borders) {
            border.maxMetresPerPixel = 1e9;
            border.leastUnitPx = 0;
        }
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
    static std::map<std::int64_t, std::pair<double, double>> small;
    const std::int64_t which = state.range(1) * 2 + state.range(2);
    const double part = shown(g, view);
    if (state.range(0) == 15000) small[which] = {bench::median(ours), part};
    if (const auto at = small.find(which); at != small.end()) {
        const double toSmall = bench::median(ours) / at->second.first;
        state.counters["to_small"] = toSmall;
        state.counters["a_pixel"] = toSmall * at->second.second / part;
    }
    state.counters["m_px"] = view.metresPerPixel();
    state.counters["tiles"] = double(keys.size());
}

std::vector<raster::Tile> wholeView(const scene::Geometry& g, const style::StyleSheet& sheet,
                                    const scene::Options& options) {
    const scene::View view = viewAt(g, 0);
    std::vector<raster::Tile> tiles;
    for (const auto key : scene::tilesOf(view, scene::nearestStep(view.scale))) {
        tiles.push_back(raster::rasterise(g, sheet, options, key));
    }
    return tiles;
}

/// Another theme on the whole county: a new palette and the same view coloured again on two threads.
void recolour(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    const style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    scene::Options options;
    const std::vector<raster::Tile> tiles = wholeView(g, sheet, options);
    for (auto _ : state) {
        const bool five = options.theme == scene::Theme::fiveColour;
        options.theme = five ? scene::Theme::partyCoverage : scene::Theme::fiveColour;
        const scene::Palette palette = scene::buildPalette(g, g.snapshot(), sheet, options, 300);
        std::atomic<std::size_t> next{0};
        onTwoThreads([&](int) {
            std::vector<std::uint32_t> pixels(std::size_t(scene::kTilePx) * scene::kTilePx);
            for (std::size_t i = next++; i < tiles.size(); i = next++) {
                raster::colour(tiles[i], palette, options, pixels);
                benchmark::DoNotOptimize(pixels.data());
            }
        });
    }
    state.counters["tiles"] = double(tiles.size());
}

/// One grid gets another class on the whole county: a new palette, what it changes, one tile.
void editClass(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    const style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    const scene::Options options;
    const std::vector<raster::Tile> tiles = wholeView(g, sheet, options);
    model::Snapshot snapshot = g.snapshot();
    scene::Palette before = scene::buildPalette(g, snapshot, sheet, options, 300);
    std::vector<std::uint32_t> pixels(std::size_t(scene::kTilePx) * scene::kTilePx);
    std::uint8_t next = 0;
    for (auto _ : state) {
        auto column = std::make_shared<model::ClassColumn>(*snapshot.classes[0]);
        column->classOf[model::indexOf(model::Level::grid)][7] = ++next % 5;
        snapshot.classes[0] = std::move(column);
        scene::Palette now = scene::buildPalette(g, snapshot, sheet, options, 300);
        benchmark::DoNotOptimize(scene::changedFaces(before, now, 200));
        raster::colour(tiles[tiles.size() / 2], now, options, pixels);
        before = std::move(now);
    }
}

/// Trees and tables of the geometry, from a loaded state.
std::shared_ptr<const scene::Geometry> anew(const scene::Geometry& g, const base::SharedArray<std::uint8_t>& tiled) {
    const std::shared_ptr<const model::Snapshot> snapshot(&g.snapshot(), [](auto*) {});
    const std::shared_ptr<const topology::Topology> topology(&g.topology(), [](auto*) {});
    const std::shared_ptr<const index::UnitIndex> units(&g.units(), [](auto*) {});
    return std::make_shared<scene::Geometry>(snapshot, topology, units, tiled);
}

/// Marks and labels of a view whose best points for labels nobody has looked for yet.
void labels(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    const style::StyleSheet sheet = style::load(std::filesystem::path(XIANGTU_DATA_DIR) / "styles", "light");
    const scene::Options options;
    const scene::View view = viewAt(g, double(state.range(1)) / 10);
    std::size_t count = 0;
    for (auto _ : state) {
        const auto fresh = anew(g, g.tiled());
        state.SetIterationTime(bench::secondsOf([&] {
            const auto marks = scene::placeMarks(*fresh, g.snapshot(), sheet, options, view);
            count = scene::placeLabels(*fresh, sheet, options, view, marks, {}).size();
        }));
    }
    state.counters["labels"] = double(count);
}

/// What far views need, made once.
void makeDetail(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    std::shared_ptr<const topology::Detail> detail;
    for (auto _ : state) detail = raster::makeDetail(g);
    const double grids = double(state.range(0));
    state.counters["plane_bytes_a_grid"] = double(detail->faces.runs().size() * sizeof(topology::FaceRun)) / grids;
    double bytes = 0;
    for (const auto& rung : detail->borders.rungs()) {
        bytes += double(rung.points.size() * sizeof(geom::GridPoint)) + 21.0 * double(rung.pieces());
    }
    state.counters["border_bytes_a_grid"] = bytes / grids;
}

void makeGeometry(benchmark::State& state) {
    const scene::Geometry& g = geometry(int(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(anew(g, {}));
}

void perScale(const char* name, void (*run)(benchmark::State&), int grids) {
    benchmark::RegisterBenchmark(name, run)
        ->ArgName("grids")
        ->Args({grids})
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime();
}

}  // namespace

int main(int argc, char** argv) {
    // All of one county before the next.
    for (const int grids : {15000, 150000, 1000000}) {
        const auto view = [&](int decimetres, int allBorders) {
            benchmark::RegisterBenchmark("newView", newView)
                ->ArgNames({"grids", "dm_px", "all_borders"})
                ->Args({grids, decimetres, allBorders})
                ->UseManualTime()
                ->Unit(benchmark::kMillisecond)
                ->Iterations(grids > 15000 ? 9 : 25);
        };
        for (const int decimetres : {0, 3000, 1500, 382, 96, 24}) view(decimetres, 0);
        for (const int decimetres : {0, 382, 96, 24}) {
            if (grids == 15000) view(decimetres, 1);
        }
        perScale("recolour", recolour, grids);
        perScale("editClass", editClass, grids);
        for (const int decimetres : {0, 1500, 382, 140, 96, 50, 24}) {
            benchmark::RegisterBenchmark("labels", labels)
                ->ArgNames({"grids", "dm_px"})
                ->Args({grids, decimetres})
                ->UseManualTime()
                ->Unit(benchmark::kMillisecond)
                ->Iterations(5);
        }
        perScale("makeDetail", makeDetail, grids);
        perScale("makeGeometry", makeGeometry, grids);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
