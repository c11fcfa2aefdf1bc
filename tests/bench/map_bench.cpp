// SPDX-License-Identifier: GPL-3.0-or-later
// The map as the user feels it, in Qt's software adaptation at 1280 × 800, at 15,000 and at a million grids:
// frames of panning over ready tiles (bar: 16.7 ms) and along a scripted path of pans and zooms, and the time
// from a new theme, or a new class of one grid, to the finished picture.
#include "app/map/map_item.h"
#include "support/coverage.h"

#include <benchmark/benchmark.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QMouseEvent>
#include <QQuickWindow>

#include <algorithm>
#include <chrono>
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
        while (!map->complete() || map->work().running) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    void finishPicture() {
        while (!map->complete()) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    void mouse(QEvent::Type type, QPointF at) {
        const auto button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        const auto held = type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, m_window.mapToGlobal(at), button, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_window, &event);
    }
    /// Runs the loop until a frame is on screen; seconds from the start of its synchronisation to its end, or
    /// less than none when nothing is drawn any more.
    double frame() {
        double seconds = -1;
        std::chrono::steady_clock::time_point begin;
        const auto started = QObject::connect(
            &m_window, &QQuickWindow::beforeSynchronizing, &m_window, [&] { begin = std::chrono::steady_clock::now(); },
            Qt::DirectConnection);
        const auto ended = QObject::connect(
            &m_window, &QQuickWindow::frameSwapped, &m_window,
            [&] { seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(); },
            Qt::DirectConnection);
        QElapsedTimer waited;
        waited.start();
        while (seconds < 0 && waited.elapsed() < 300) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        QObject::disconnect(started);
        QObject::disconnect(ended);
        return seconds;
    }

private:
    QQuickWindow m_window;

public:
    app::MapOptions options;
    app::MapItem* map;
};

int sideOf(const benchmark::State& state) { return int(state.range(0)); }

void tellFrames(benchmark::State& state, std::vector<double> seconds) {
    std::ranges::sort(seconds);
    state.counters["p50_ms"] = seconds[seconds.size() / 2] * 1e3;
    state.counters["p99_ms"] = seconds[seconds.size() * 99 / 100] * 1e3;
    state.counters["frames"] = double(seconds.size());
}

void panReadyTiles(benchmark::State& state) {
    Window window(sideOf(state));
    window.map->zoomBy(6, 640, 400);
    window.finish();
    window.mouse(QEvent::MouseButtonPress, {640, 400});
    int step = 0;
    std::vector<double> frames;
    for (auto _ : state) {
        // To and fro within what is prefetched around the view.
        const int phase = ++step % 160;
        window.mouse(QEvent::MouseMove, QPointF(640 + 3 * (phase < 80 ? phase - 40 : 120 - phase), 400 + phase % 7));
        frames.push_back(window.frame());
        state.SetIterationTime(frames.back());
    }
    window.mouse(QEvent::MouseButtonRelease, {640, 400});
    tellFrames(state, std::move(frames));
}

/// From the whole county to its grids and back, panning between: every frame while tiles are made.
void scriptedPath(benchmark::State& state) {
    Window window(sideOf(state));
    std::vector<double> frames;
    for (auto _ : state) {
        double sum = 0;
        for (const int steps : {4, 6, 8, 6, -10, -14}) {
            window.map->zoomBy(steps, 700, 350);
            for (double seconds = window.frame(); seconds >= 0; seconds = window.frame()) {
                frames.push_back(seconds);
                sum += seconds;
            }
            window.mouse(QEvent::MouseButtonPress, {640, 400});
            for (int i = 1; i <= 20; ++i) {
                window.mouse(QEvent::MouseMove, QPointF(640 - 12 * i, 400 - 6 * i));
                frames.push_back(window.frame());
                sum += frames.back();
            }
            window.mouse(QEvent::MouseButtonRelease, {400, 280});
        }
        state.SetIterationTime(sum);
    }
    tellFrames(state, std::move(frames));
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

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    for (const int side : {122, 1000}) {
        const auto run = [&](const char* name, void (*work)(benchmark::State&), int times) {
            return benchmark::RegisterBenchmark(name, work)
                ->ArgName("side")
                ->Args({side})
                ->Unit(benchmark::kMillisecond)
                ->Iterations(times);
        };
        run("panReadyTiles", panReadyTiles, 300)->UseManualTime();
        run("scriptedPath", scriptedPath, 3)->UseManualTime();
        run("changeTheme", changeTheme, 20)->UseRealTime();
        run("editOneClass", editOneClass, 20)->UseRealTime();
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
