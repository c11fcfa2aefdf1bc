// SPDX-License-Identifier: GPL-3.0-or-later
// The map as the user feels it, in Qt's software adaptation at 1280 × 800, at 15,000, 150,000 and a million
// grids: frames of panning over ready tiles (bar: 16.7 ms), the first ones of a zoom and all along a scripted
// path of both; the time from a new theme, or a new class of one grid, to the finished picture; and what names
// add to a new view. A frame lasts from the start of its synchronisation to its end on the screen; "busy" is
// all the interface thread computed since the frame before, events and the making of requests included.
#include "app/map/map_content.h"
#include "app/map/map_item.h"
#include "app/render/kept_detail.h"
#include "raster/make_detail.h"
#include "support/coverage.h"

#include <benchmark/benchmark.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QQuickWindow>
#include <QThread>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <utility>
#include <vector>

namespace {

using namespace xiangtu;

/// The last one is kept: a million grids are not made twice.
const project::State& county(int side) {
    static project::State state;
    static int held = 0;
    if (held == side) return state;
    state = {};
    held = side;
    auto snapshot =
        std::make_shared<model::Snapshot>(support::snapshot({.side = side, .cellDegrees = 0.0024, .edgePoints = 7}));
    std::vector<const geom::PolygonSet*> shapes;
    for (const auto& table : snapshot->levels) shapes.push_back(&table->shapes);
    state.topology = std::make_shared<topology::Topology>(topology::build(shapes));
    state.units = std::make_shared<index::UnitIndex>(*snapshot);
    state.snapshot = std::move(snapshot);
    state.complete = true;
    return state;
}

/// As an event loop does: asleep while there is nothing to do, so that the cores are the workers'.
void letThingsHappen() {
    QCoreApplication::processEvents();
    QThread::usleep(50);
}

double busySeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

struct Frame {
    double seconds = -1;  ///< less than none: nothing was drawn any more
    double busy = 0;
};

class Window {
public:
    explicit Window(int side) : map(new app::MapItem(m_window.contentItem())) {
        m_window.setGeometry(0, 0, 1280, 800);
        map->setSize(QSizeF(1280, 800));
        map->setStyleDir(QStringLiteral(XIANGTU_DATA_DIR "/styles"));
        map->setMapOptions(&options);
        m_window.show();
        map->showState(county(side));
        finish();
    }
    /// Until everything is shown and nothing more is fetched.
    void finish() {
        while (!map->complete() || map->work().running) letThingsHappen();
    }
    void finishPicture() {
        while (!map->complete()) letThingsHappen();
    }
    void mouse(QEvent::Type type, QPointF at) {
        const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        const auto held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, m_window.mapToGlobal(at), button, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &event);
    }
    /// Runs the loop until a frame is on screen.
    Frame frame() {
        Frame frame;
        std::chrono::steady_clock::time_point begin;
        const auto started = QObject::connect(
            &m_window, &QQuickWindow::beforeSynchronizing, &m_window, [&] { begin = std::chrono::steady_clock::now(); },
            Qt::DirectConnection);
        const auto ended = QObject::connect(
            &m_window, &QQuickWindow::frameSwapped, &m_window,
            [&] {
                frame.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
                const double now = busySeconds();
                frame.busy = now - std::exchange(m_busy, now);
            },
            Qt::DirectConnection);
        QElapsedTimer waited;
        waited.start();
        while (frame.seconds < 0 && waited.elapsed() < 300) letThingsHappen();
        QObject::disconnect(started);
        QObject::disconnect(ended);
        return frame;
    }
    /// What is computed from here on belongs to the next frame.
    void begin() { m_busy = busySeconds(); }

private:
    QQuickWindow m_window;
    double m_busy = 0;

public:
    app::MapOptions options;
    app::MapItem* map;
};

int sideOf(const benchmark::State& state) { return int(state.range(0)); }

void tellFrames(benchmark::State& state, const std::vector<Frame>& frames) {
    const auto tell = [&](const char* half, const char* most, double Frame::*what) {
        std::vector<double> values;
        for (const Frame& frame : frames) values.push_back(frame.*what);
        std::ranges::sort(values);
        state.counters[half] = values[values.size() / 2] * 1e3;
        state.counters[most] = values[values.size() * 99 / 100] * 1e3;
    };
    tell("p50_ms", "p99_ms", &Frame::seconds);
    tell("busy_p50_ms", "busy_p99_ms", &Frame::busy);
    state.counters["frames"] = double(frames.size());
}

void panReadyTiles(benchmark::State& state) {
    Window window(sideOf(state));
    window.map->zoomBy(6, 640, 400);
    window.finish();
    window.mouse(QEvent::MouseButtonPress, {640, 400});
    int step = 0;
    std::vector<Frame> frames;
    for (auto _ : state) {
        // To and fro within what is prefetched around the view.
        const int phase = ++step % 160;
        window.begin();
        window.mouse(QEvent::MouseMove, QPointF(640 + 3 * (phase < 80 ? phase - 40 : 120 - phase), 400 + phase % 7));
        frames.push_back(window.frame());
        state.SetIterationTime(frames.back().seconds);
    }
    window.mouse(QEvent::MouseButtonRelease, {640, 400});
    tellFrames(state, frames);
}

/// The first frame after a notch of the wheel, in and out again.
void beginZoom(benchmark::State& state) {
    Window window(sideOf(state));
    std::vector<Frame> frames;
    bool in = false;
    for (auto _ : state) {
        in = !in;
        window.begin();
        window.map->zoomBy(in ? 4 : -4, 700, 350);
        frames.push_back(window.frame());
        state.SetIterationTime(frames.back().seconds);
        window.finish();
    }
    tellFrames(state, frames);
}

/// From the whole county to its grids and back, panning between: every frame while tiles are made.
void scriptedPath(benchmark::State& state) {
    Window window(sideOf(state));
    std::vector<Frame> frames;
    for (auto _ : state) {
        double sum = 0;
        const auto take = [&](Frame frame) {
            if (frame.seconds < 0) return false;
            frames.push_back(frame);
            sum += frame.seconds;
            return true;
        };
        window.begin();
        for (const int steps : {4, 6, 8, 6, -10, -14}) {
            window.map->zoomBy(steps, 700, 350);
            while (take(window.frame())) {}
            window.begin();
            window.mouse(QEvent::MouseButtonPress, {640, 400});
            for (int i = 1; i <= 20; ++i) {
                window.mouse(QEvent::MouseMove, QPointF(640 - 12 * i, 400 - 6 * i));
                take(window.frame());
            }
            window.mouse(QEvent::MouseButtonRelease, {400, 280});
        }
        state.SetIterationTime(sum);
    }
    tellFrames(state, frames);
}

void changeTheme(benchmark::State& state) {
    Window window(sideOf(state));
    bool coverage = false;
    const int drawn = window.map->work().rasterised;
    for (auto _ : state) {
        coverage = !coverage;
        window.options.setTheme(coverage ? QStringLiteral("party_coverage") : QStringLiteral("five_colour"));
        window.finishPicture();
    }
    state.counters["rasterised"] = window.map->work().rasterised - drawn;
}

void editOneClass(benchmark::State& state) {
    Window window(sideOf(state));
    project::State shown = county(sideOf(state));
    std::uint8_t next = 0;
    for (auto _ : state) {
        auto snapshot = std::make_shared<model::Snapshot>(*shown.snapshot);
        auto column = std::make_shared<model::ClassColumn>(*snapshot->classes[0]);
        column->classOf[model::indexOf(model::Level::grid)][7] = ++next % 5;
        snapshot->classes[0] = std::move(column);
        shown.snapshot = std::move(snapshot);
        window.map->showState(shown);
        window.finishPicture();
    }
}

/// A new view, complete, with and without names, by turns: tiles are drawn, names placed and painted, nothing
/// being at hand but the detail and the fonts. range(1): about how many metres per pixel. "added" is (with - without) /
/// without.
void nameAView(benchmark::State& state) {
    const project::State& shown = county(sideOf(state));
    const auto bare = std::make_shared<const scene::Geometry>(shown.snapshot, shown.topology, shown.units);
    project::State kept = shown;
    kept.extras =
        std::make_shared<const display::Extras>(app::keptSections(*bare->withDetail(raster::makeDetail(*bare))));
    app::MapContent content(app::TileLoader::rasterMaker());
    content.setStyleDir(QStringLiteral(XIANGTU_DATA_DIR "/styles"));
    app::ViewController controller;
    controller.resize(1280, 800, 1);
    controller.setExtent(bare->extent());
    // Names are placed where a view comes to rest, which is on a step of the scale.
    const double wanted = controller.view().scale * controller.view().metresPerPixel() / double(state.range(1));
    const double scale = scene::scaleOfStep(scene::nearestStep(wanted));
    controller.flyTo(controller.view().centre, scale, 0);
    controller.advance(1000);
    const auto newView = [&](bool named) {
        scene::Options options;
        options.layers[std::size_t(scene::Layer::labels)].visible = named;
        content.setOptions(options, app::PictureBuilder::Redraw::colours);
        kept.topology = std::make_shared<topology::Topology>(*shown.topology);
        content.setState(kept);
        const auto isNew = [&] {
            return content.picture() && &content.picture()->geometry->topology() == kept.topology.get();
        };
        while (!isNew()) letThingsHappen();
        const auto begin = std::chrono::steady_clock::now();
        content.follow(controller);
        while (!content.complete(controller)) {
            letThingsHappen();
            content.follow(controller);
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        while (!content.loader().idle()) {
            letThingsHappen();
            content.follow(controller);  // takes what came
        }
        return took.count();
    };
    std::vector<double> plain, named;
    double names = 0;
    for (auto _ : state) {
        plain.push_back(newView(false));
        named.push_back(newView(true));
        state.SetIterationTime(named.back());
        for (const app::DrawGroup& group : content.frame(controller.view()).groups) {
            if (group.kind == app::DrawGroup::Kind::labels) names = double(group.draws.size());
        }
    }
    const double without = *std::ranges::min_element(plain), with = *std::ranges::min_element(named);
    state.counters["plain_ms"] = without * 1e3;
    state.counters["named_ms"] = with * 1e3;
    state.counters["added"] = with / without - 1;
    state.counters["names"] = names;
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    for (const int side : {122, 387, 1000}) {
        const auto run = [&](const char* name, void (*work)(benchmark::State&), int times) {
            return benchmark::RegisterBenchmark(name, work)
                ->ArgName("side")
                ->Args({side})
                ->Unit(benchmark::kMillisecond)
                ->Iterations(times);
        };
        run("panReadyTiles", panReadyTiles, 300)->UseManualTime();
        run("beginZoom", beginZoom, 20)->UseManualTime();
        run("scriptedPath", scriptedPath, 3)->UseManualTime();
        run("changeTheme", changeTheme, 20)->UseRealTime();
        run("editOneClass", editOneClass, 20)->UseRealTime();
        for (const int metres : {200, 50, 14, 5, 2}) {
            benchmark::RegisterBenchmark("nameAView", nameAView)
                ->ArgNames({"side", "m_px"})
                ->Args({side, metres})
                ->UseManualTime()
                ->Unit(benchmark::kMillisecond)
                ->Iterations(9);
        }
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
