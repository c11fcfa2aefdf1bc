// SPDX-License-Identifier: GPL-3.0-or-later
// The map as the user feels it, in Qt's software adaptation at 1280 × 800: one frame of panning over
// ready tiles (bar: 16.7 ms), and the time from a new theme to the finished picture.
#include "app/map/map_item.h"
#include "support/coverage.h"

#include <benchmark/benchmark.h>

#include <QGuiApplication>
#include <QMouseEvent>
#include <QQuickWindow>

#include <chrono>

namespace {

using namespace xiangtu;

project::State county(int side) {
    auto snapshot =
        std::make_shared<model::Snapshot>(support::snapshot({.side = side, .cellDegrees = 0.0024, .edgePoints = 7}));
    std::vector<const geom::PolygonSet*> shapes;
    for (const auto& table : snapshot->levels) shapes.push_back(&table->shapes);
    project::State state;
    state.topology = std::make_shared<topology::Topology>(topology::build(shapes));
    state.units = std::make_shared<index::UnitIndex>(*snapshot);
    state.snapshot = std::move(snapshot);
    state.complete = true;
    return state;
}

class Window {
public:
    Window() : map(new app::MapItem(m_window.contentItem())) {
        m_window.setGeometry(0, 0, 1280, 800);
        map->setSize(QSizeF(1280, 800));
        map->setStyleDir(QStringLiteral(XIANGTU_DATA_DIR "/styles"));
        map->setMapOptions(&options);
        m_window.show();
        map->showState(county(122));
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
    /// Runs the loop until a frame is on screen; seconds from the start of its synchronisation to its end.
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
        while (seconds < 0) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
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

void panReadyTiles(benchmark::State& state) {
    Window window;
    window.map->zoomBy(6, 640, 400);
    window.finish();
    window.mouse(QEvent::MouseButtonPress, {640, 400});
    int step = 0;
    for (auto _ : state) {
        // To and fro within what is prefetched around the view.
        const int phase = ++step % 160;
        window.mouse(QEvent::MouseMove, QPointF(640 + 3 * (phase < 80 ? phase - 40 : 120 - phase), 400 + phase % 7));
        state.SetIterationTime(window.frame());
    }
    window.mouse(QEvent::MouseButtonRelease, {640, 400});
}
BENCHMARK(panReadyTiles)->Unit(benchmark::kMillisecond)->UseManualTime()->Iterations(300);

void changeTheme(benchmark::State& state) {
    Window window;
    bool coverage = false;
    const int drawn = window.map->work().rasterised;
    for (auto _ : state) {
        coverage = !coverage;
        window.options.setTheme(coverage ? QStringLiteral("party_coverage") : QStringLiteral("five_colour"));
        window.finishPicture();
    }
    state.counters["rasterised"] = window.map->work().rasterised - drawn;
}
BENCHMARK(changeTheme)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(20);

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
