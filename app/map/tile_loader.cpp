// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_loader.h"

#include "base/error.h"

#include <QThread>

#include <algorithm>

namespace xiangtu::app {

namespace {

QImage colourTile(const Picture& picture, const raster::Tile& tile) {
    if (tile.blank) return {};
    QImage image(scene::kTilePx, scene::kTilePx, QImage::Format_ARGB32_Premultiplied);
    const std::span<std::uint32_t> pixels(reinterpret_cast<std::uint32_t*>(image.bits()),
                                          std::size_t(scene::kTilePx) * scene::kTilePx);
    raster::colour(tile, picture.palette, picture.options, pixels);
    // An opaque tile is copied to the screen instead of blended.
    const bool opaque = std::all_of(pixels.begin(), pixels.end(), [](std::uint32_t p) { return p >= 0xFF000000u; });
    if (opaque) image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

/// Whether the tile is drawn from the detail of the geometry.
bool fromDetail(const Picture& picture, scene::TileKey key) {
    const topology::Detail* detail = picture.geometry ? picture.geometry->detail() : nullptr;
    return detail && key.step <= detail->faces.frame().step;
}

}  // namespace

TileLoader::Maker TileLoader::rasterMaker() {
    return {[](const Picture& picture, scene::TileKey key, const base::Progress& progress) {
                return raster::rasterise(*picture.geometry, *picture.style, picture.options, key, progress);
            },
            colourTile};
}

TileLoader::TileLoader(Maker maker, QObject* parent) : QObject(parent), m_maker(std::move(maker)) {
    m_pool.setMaxThreadCount(QThread::idealThreadCount());
}

TileLoader::~TileLoader() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_wanted.clear();
        for (const auto& job : m_running) job->progress.cancel();
    }
    m_pool.waitForDone();
}

void TileLoader::request(const PicturePtr& picture, std::vector<TileRequest> wanted) {
    int start = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_picture = picture;
        const auto current = [&](const Job& job) {
            // A far tile drawn from all its polygons may take longer than making it anew from the detail.
            return picture && job.shapes == picture->shapes && (job.detailed || !fromDetail(*picture, job.key)) &&
                   std::any_of(wanted.begin(), wanted.end(), [&](const TileRequest& r) { return r.key == job.key; });
        };
        for (const auto& job : m_running) {
            if (!current(*job)) job->progress.cancel();
        }
        // A tile being made for this very picture comes anyway.
        std::erase_if(wanted, [&](const TileRequest& r) {
            return std::any_of(m_running.begin(), m_running.end(), [&](const auto& job) {
                return job->key == r.key && job->shapes == picture->shapes && job->colours == picture->colours &&
                       !job->progress.cancelled();
            });
        });
        m_wanted.assign(std::make_move_iterator(wanted.begin()), std::make_move_iterator(wanted.end()));
        start = std::min(int(m_wanted.size()), m_pool.maxThreadCount() - m_workers);
        m_workers += start;
    }
    for (int i = 0; i < start; ++i) m_pool.start([this] { work(); });
}

bool TileLoader::take(TileRequest& request, PicturePtr& picture, std::shared_ptr<Job>& job) {
    const std::lock_guard lock(m_mutex);
    if (m_wanted.empty() || m_stopping) {
        --m_workers;
        return false;
    }
    request = std::move(m_wanted.front());
    m_wanted.pop_front();
    picture = m_picture;
    job = std::make_shared<Job>();
    job->key = request.key;
    job->shapes = picture->shapes;
    job->colours = picture->colours;
    job->detailed = request.drawn || fromDetail(*picture, job->key);
    m_running.push_back(job);
    return true;
}

void TileLoader::work() {
    TileRequest request;
    PicturePtr picture;
    std::shared_ptr<Job> job;
    while (take(request, picture, job)) {
        try {
            auto drawn = std::move(request.drawn);
            if (!drawn) {
                ++m_rasterised;
                drawn = std::make_shared<const raster::Tile>(m_maker.rasterise(*picture, job->key, job->progress));
                // Classes may have changed meanwhile: colour for what is wanted now.
                const std::lock_guard lock(m_mutex);
                if (m_picture && m_picture->shapes == job->shapes) {
                    picture = m_picture;
                    job->colours = picture->colours;
                }
            }
            ++m_coloured;
            QImage image = m_maker.colour(*picture, *drawn);
            finish(job, CachedTile{std::move(drawn), std::move(image), job->shapes, job->colours});
        } catch (const base::Error& error) {
            if (error.fault() == base::Fault::cancelled) {
                finish(job, std::nullopt);
            } else {
                fail(job, error.what());
            }
        } catch (const std::exception& error) { fail(job, error.what()); }
    }
}

void TileLoader::finish(const std::shared_ptr<Job>& job, std::optional<CachedTile> result) {
    const std::lock_guard lock(m_mutex);
    std::erase(m_running, job);
    if (result) m_results.push_back(std::move(*result));
    // The end of stopped work is told too: the tile may be wanted again by now.
    if (m_announced) return;
    m_announced = true;
    QMetaObject::invokeMethod(this, &TileLoader::ready, Qt::QueuedConnection);
}

void TileLoader::fail(const std::shared_ptr<Job>& job, const std::string& text) {
    // Left blank, so that a tile that cannot be drawn is not tried for ever.
    auto blank = std::make_shared<raster::Tile>();
    blank->key = job->key;
    blank->blank = true;
    finish(job, CachedTile{std::move(blank), {}, job->shapes, job->colours});
    const QString message = QString::fromStdString(text);
    QMetaObject::invokeMethod(
        this, [this, message] { emit failed(message); }, Qt::QueuedConnection);
}

std::vector<CachedTile> TileLoader::takeResults() {
    const std::lock_guard lock(m_mutex);
    m_announced = false;
    return std::exchange(m_results, {});
}

bool TileLoader::idle() const {
    const std::lock_guard lock(m_mutex);
    return m_wanted.empty() && m_running.empty() && m_results.empty();
}

}  // namespace xiangtu::app
