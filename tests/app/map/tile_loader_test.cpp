// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_loader.h"

#include "base/error.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSemaphore>

#include <mutex>
#include <set>

namespace xiangtu::app {
namespace {

PicturePtr picture(std::uint64_t shapes, std::uint64_t colours) {
    auto made = std::make_shared<Picture>();
    made->shapes = shapes;
    made->colours = colours;
    return made;
}

/// A maker whose drawing waits for the test's permission and notes what it was asked for.
struct Probe {
    std::mutex mutex;
    std::vector<int> drawn;
    std::vector<std::uint64_t> colouredFor;
    QSemaphore started;
    QSemaphore permits;

    TileLoader::Maker maker() {
        return {[this](const Picture&, scene::TileKey key, const base::Progress& progress) {
                    {
                        const std::lock_guard lock(mutex);
                        drawn.push_back(key.x);
                    }
                    started.release();
                    while (!permits.tryAcquire(1, 1)) progress.check();
                    raster::Tile tile;
                    tile.key = key;
                    return tile;
                },
                [this](const Picture& shown, const raster::Tile&) {
                    const std::lock_guard lock(mutex);
                    colouredFor.push_back(shown.colours);
                    QImage image(2, 2, QImage::Format_RGB32);
                    image.fill(QColor(int(shown.colours), 0, 0));
                    return image;
                }};
    }
};

std::vector<TileRequest> keys(std::initializer_list<int> xs) {
    std::vector<TileRequest> requests;
    for (const int x : xs) requests.push_back({{40, x, 0}, nullptr});
    return requests;
}

std::vector<CachedTile> waitFor(TileLoader& loader, std::size_t count) {
    std::vector<CachedTile> all;
    QElapsedTimer timer;
    timer.start();
    while (all.size() < count && timer.elapsed() < 20000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        for (CachedTile& tile : loader.takeResults()) all.push_back(std::move(tile));
    }
    return all;
}

TEST(TileLoader, DrawsAndColoursWhatIsWanted) {
    Probe probe;
    probe.permits.release(100);
    TileLoader loader(probe.maker());
    int announced = 0;
    QObject::connect(&loader, &TileLoader::ready, [&] { ++announced; });
    loader.request(picture(1, 1), keys({0, 1, 2, 3}));
    const auto tiles = waitFor(loader, 4);
    ASSERT_EQ(tiles.size(), 4u);
    EXPECT_EQ(loader.rasterised(), 4);
    EXPECT_EQ(loader.coloured(), 4);
    QCoreApplication::processEvents();
    EXPECT_GE(announced, 1);
    EXPECT_LE(announced, 4) << "one announcement may stand for many tiles";
    EXPECT_TRUE(loader.idle());
    EXPECT_EQ(tiles.front().shapes, 1u);
}

TEST(TileLoader, OnlyTheLatestWishIsWorkedOn) {
    Probe probe;
    TileLoader loader(probe.maker());
    loader.request(picture(1, 1), keys({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    probe.started.acquire();
    loader.request(picture(1, 1), keys({100, 101}));
    probe.permits.release(100);
    const auto tiles = waitFor(loader, 2);
    std::set<int> arrived;
    for (const CachedTile& tile : tiles) arrived.insert(tile.tile->key.x);
    EXPECT_TRUE(arrived.contains(100) && arrived.contains(101));
    const std::lock_guard lock(probe.mutex);
    // Begun work may have been stopped, waiting work was never begun.
    EXPECT_LE(probe.drawn.size(), 2u + std::size_t(QThread::idealThreadCount()));
}

TEST(TileLoader, StopsDrawingNobodyWantsAnyMore) {
    Probe probe;
    TileLoader loader(probe.maker());
    loader.request(picture(1, 1), keys({0}));
    probe.started.acquire();
    loader.request(picture(1, 1), {});
    QElapsedTimer timer;
    timer.start();
    while (!loader.idle() && timer.elapsed() < 20000) QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    EXPECT_TRUE(loader.idle()) << "no permit was given: only a stop ends the work";
    EXPECT_TRUE(loader.takeResults().empty());
}

TEST(TileLoader, RecoloursWithoutDrawing) {
    Probe probe;
    probe.permits.release(100);
    TileLoader loader(probe.maker());
    loader.request(picture(1, 1), keys({0, 1, 2}));
    const auto drawn = waitFor(loader, 3);
    ASSERT_EQ(drawn.size(), 3u);
    std::vector<TileRequest> again;
    for (const CachedTile& tile : drawn) again.push_back({tile.tile->key, tile.tile});
    loader.request(picture(1, 2), std::move(again));
    const auto coloured = waitFor(loader, 3);
    ASSERT_EQ(coloured.size(), 3u);
    EXPECT_EQ(loader.rasterised(), 3);
    EXPECT_EQ(loader.coloured(), 6);
    for (const CachedTile& tile : coloured) {
        EXPECT_EQ(tile.colours, 2u);
        EXPECT_EQ(tile.image.pixelColor(0, 0).red(), 2);
    }
}

TEST(TileLoader, ColoursForTheNewestClassesWhenDrawingEnds) {
    Probe probe;
    TileLoader loader(probe.maker());
    loader.request(picture(1, 1), keys({0}));
    probe.started.acquire();
    loader.request(picture(1, 5), keys({0}));
    probe.permits.release(100);
    const auto tiles = waitFor(loader, 1);
    ASSERT_FALSE(tiles.empty());
    EXPECT_EQ(tiles.front().colours, 5u);
}

TEST(TileLoader, LeavesATileBlankThatCannotBeDrawnAndSaysWhy) {
    TileLoader loader({[](const Picture&, scene::TileKey, const base::Progress&) -> raster::Tile {
                           throw base::Error(base::Fault::geometry, "broken ring");
                       },
                       [](const Picture&, const raster::Tile&) { return QImage(); }});
    QString said;
    QObject::connect(&loader, &TileLoader::failed, [&](const QString& text) { said = text; });
    loader.request(picture(1, 1), keys({0}));
    const auto tiles = waitFor(loader, 1);
    ASSERT_EQ(tiles.size(), 1u);
    EXPECT_TRUE(tiles.front().tile->blank);
    QCoreApplication::processEvents();
    EXPECT_TRUE(said.contains("broken ring"));
}

}  // namespace
}  // namespace xiangtu::app
