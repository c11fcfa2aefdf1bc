// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/picture.h"
#include "app/map/tile_cache.h"
#include "base/progress.h"
#include "raster/tile.h"

#include <QImage>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::app {

/// A tile somebody wants to see: drawn from nothing, or only coloured when `drawn` is there.
struct TileRequest {
    scene::TileKey key;
    std::shared_ptr<const raster::Tile> drawn;
};

/// Makes tiles on its own threads, as many as there are cores. A request replaces everything asked
/// for before: what is no longer wanted is not begun, and drawing under way for it is stopped. Public
/// functions belong to the interface thread.
class TileLoader : public QObject {
    Q_OBJECT

public:
    /// How tiles are made; called on worker threads, several at once.
    struct Maker {
        std::function<raster::Tile(const Picture&, scene::TileKey, const base::Progress&)> rasterise;
        std::function<QImage(const Picture&, const raster::Tile&)> colour;
    };
    /// raster::rasterise and raster::colour.
    [[nodiscard]] static Maker rasterMaker();

    explicit TileLoader(Maker maker, QObject* parent = nullptr);
    ~TileLoader() override;

    /// In order of urgency.
    void request(const PicturePtr& picture, std::vector<TileRequest> wanted);
    /// What was finished since the last call.
    [[nodiscard]] std::vector<CachedTile> takeResults();
    [[nodiscard]] bool idle() const;

    [[nodiscard]] int rasterised() const { return m_rasterised.load(); }
    [[nodiscard]] int coloured() const { return m_coloured.load(); }

signals:
    /// Results can be taken; sent once for any number of them.
    void ready();
    void failed(const QString& text);

private:
    struct Job {
        scene::TileKey key;
        std::uint64_t shapes = 0;
        std::uint64_t colours = 0;
        bool detailed = false;  ///< the picture had all that is needed to be quick
        base::Progress progress;
    };
    void work();
    [[nodiscard]] bool take(TileRequest& request, PicturePtr& picture, std::shared_ptr<Job>& job);
    void finish(const std::shared_ptr<Job>& job, std::optional<CachedTile> result);
    void fail(const std::shared_ptr<Job>& job, const std::string& text);

    const Maker m_maker;
    mutable std::mutex m_mutex;
    // Guarded by m_mutex.
    PicturePtr m_picture;
    std::deque<TileRequest> m_wanted;
    std::vector<std::shared_ptr<Job>> m_running;
    std::vector<CachedTile> m_results;
    int m_workers = 0;
    bool m_announced = false;
    bool m_stopping = false;
    std::atomic<int> m_rasterised{0};
    std::atomic<int> m_coloured{0};
    QThreadPool m_pool;
};

}  // namespace xiangtu::app
