// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_content.h"

#include "app/map/tile_plan.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {
constexpr double kRingPx = scene::kTilePx;  // prefetched around the view
constexpr double kAroundPx = 16;
constexpr int kDrawFiner = 3;    // while a zoom runs, tiles of its end are shown this early …
constexpr int kDrawCoarser = 8;  // … and this late

bool onStep(double scale) { return std::abs(stepOf(scale) - scene::nearestStep(scale)) < 1e-6; }

}  // namespace

MapContent::MapContent(TileLoader::Maker maker, QObject* parent, std::size_t cacheBytes)
    : QObject(parent),
      m_builder(m_pool),
      m_loader(std::move(maker)),
      m_cache(cacheBytes),
      m_labels(m_pool),
      m_outlines(m_pool) {
    // Picture, labels and outline seldom run together, a detail is made beside them; tiles have threads of
    // their own.
    m_pool.setMaxThreadCount(3);
    // A thread that ends takes its loaded fonts with it.
    m_pool.setExpiryTimeout(-1);
    connect(&m_builder, &PictureBuilder::changed, this, [this] {
        if (!m_builder.picture()) {
            m_cache.clear();
            m_labels.clear();
            m_outlines.clear();
            m_shown.clear();
            m_loader.request(nullptr, {});
            m_asking = false;
        } else {
            keepTiles();
        }
        emit pictureChanged();
        emit changed();
    });
    connect(&m_loader, &TileLoader::ready, this, &MapContent::changed);
    connect(&m_labels, &LabelLayer::changed, this, &MapContent::changed);
    connect(&m_outlines, &OutlineLayer::changed, this, &MapContent::changed);
    connect(&m_builder, &PictureBuilder::failed, this, &MapContent::failed);
    connect(&m_loader, &TileLoader::failed, this, &MapContent::failed);
    connect(&m_labels, &LabelLayer::failed, this, &MapContent::failed);
    connect(&m_outlines, &OutlineLayer::failed, this, &MapContent::failed);
}

void MapContent::setOptions(const scene::Options& options, PictureBuilder::Redraw redraw) {
    m_builder.setOptions(options, redraw);
    emit changed();
}

void MapContent::setOverlay(Overlay overlay) {
    m_outlines.setOverlay(std::move(overlay));
    emit changed();
}

void MapContent::takeTiles() {
    const PicturePtr& picture = m_builder.picture();
    for (CachedTile& tile : m_loader.takeResults()) {
        if (!picture) continue;
        // Newer work may have come first: never go back.
        const CachedTile* old = m_cache.find(tile.tile->key);
        if (old && (old->shapes > tile.shapes || (old->shapes == tile.shapes && old->colours > tile.colours))) continue;
        m_cache.put(std::move(tile));
    }
}

void MapContent::keepTiles() {
    const Picture& picture = *m_builder.picture();
    takeTiles();  // what was drawn for the picture before may still hold
    const auto meets = [](const std::vector<geom::GridBox>& boxes, const geom::GridBox& tile) {
        return std::ranges::any_of(boxes, [&](const geom::GridBox& box) { return box.intersects(tile); });
    };
    m_cache.renumberShapes(picture.shapesBefore, picture.shapes, [&](scene::TileKey key) {
        // An outline reaches a little out of its shape.
        return meets(picture.moved, scene::boxOf(key, kAroundPx * picture.options.pixelRatio));
    });
    m_cache.renumberColours(picture.coloursBefore, picture.colours, [&](scene::TileKey key) {
        // A pixel of a far view may show a face whose box ends just beside it.
        return meets(picture.recoloured, scene::boxOf(key, 1));
    });
}

void MapContent::want(scene::TileKey key) {
    if (!m_wanted.insert(key).second) return;
    const Picture& picture = *m_builder.picture();
    const CachedTile* cached = m_cache.find(key);
    m_cache.touch(key);
    if (!cached || cached->shapes != picture.shapes) {
        m_requests.push_back({key, nullptr});
    } else if (cached->colours != picture.colours) {
        m_requests.push_back({key, cached->tile});
    }
}

void MapContent::follow(const ViewController& controller) {
    m_cache.beginUse();
    takeTiles();
    m_tilesFinal = false;
    if (!m_builder.picture() || !controller.placed()) return;
    const scene::View& view = controller.view();
    const scene::View heading = controller.destination();
    m_builder.setScale(heading.metresPerPixel() * m_builder.picture()->options.pixelRatio);
    const PicturePtr picture = m_builder.picture();
    const geom::GridBox extent = picture->geometry->extent();

    const int step = scene::nearestStep(heading.scale);
    const int here = scene::nearestStep(view.scale);
    const int drawn = std::clamp(step, here - kDrawCoarser, here + kDrawFiner);
    m_shown = tilesIn(view, drawn, 0, extent);

    m_requests.clear();
    m_wanted.clear();
    if (drawn == step) {
        for (const scene::TileKey key : m_shown) want(key);
    }
    for (const scene::TileKey key : tilesIn(heading, step, 0, extent)) want(key);
    m_tilesFinal = drawn == step && m_requests.empty();
    if (m_tilesFinal && m_cleanShapes != picture->shapes) {
        m_cleanShapes = picture->shapes;
        m_cache.dropOtherShapes(picture->shapes);
    }
    const bool willRest = onStep(heading.scale);
    if (willRest) {
        m_labels.follow(picture, heading);
        m_outlines.follow(picture, heading);
    }
    // What is out of sight does not take the cores from what is not on screen yet.
    const bool shown = m_tilesFinal && m_labels.final(picture, heading);
    if (shown || !willRest) {
        for (const scene::TileKey key : backdropTiles(extent)) want(key);
    }
    if (shown && willRest) {
        for (const scene::TileKey key : tilesIn(heading, step, kRingPx, extent)) want(key);
    }
    // Last come tiles out of sight, so that a stand-in never shows the colours of another theme.
    m_cache.forEach([&](const CachedTile& tile) {
        const bool stale = tile.shapes == picture->shapes && tile.colours != picture->colours;
        if (stale && !m_wanted.contains(tile.tile->key)) m_requests.push_back({tile.tile->key, tile.tile});
    });
    m_cache.trim();
    if (!m_requests.empty() || m_asking) {
        m_asking = !m_requests.empty();
        m_loader.request(picture, m_requests);
    }
}

DrawFrame MapContent::frame(const scene::View& view) const {
    DrawFrame frame;
    const PicturePtr& picture = m_builder.picture();
    if (!picture) return frame;
    frame.background = picture->palette.background;
    const scene::Options& options = picture->options;
    const auto opacity = [&](scene::Layer layer) {
        const scene::LayerState& state = options.layers[std::size_t(layer)];
        return state.visible ? state.opacity : 0.0;
    };
    // Fill, bases and borders are one image per tile, so marks and labels go below or above all three.
    std::size_t next = 0;
    bool tilesDone = false;
    for (std::size_t i = 0; i < options.order.size(); ++i) {
        const scene::Layer layer = options.order[i];
        if (layer == scene::Layer::marks) {
            frame.groups[next++] = {DrawGroup::Kind::marks, opacity(layer), m_labels.marksIn(view)};
        } else if (layer == scene::Layer::labels) {
            frame.groups[next++] = {DrawGroup::Kind::labels, opacity(layer), m_labels.labelsIn(view)};
        } else if (!tilesDone) {
            frame.groups[next++] = {DrawGroup::Kind::tiles, 1, composeTiles(view, m_shown, m_cache)};
            frame.groups[next++] = {DrawGroup::Kind::outline, 1, m_outlines.drawsIn(view)};
            tilesDone = true;
        }
    }
    return frame;
}

bool MapContent::complete(const ViewController& controller) const {
    const PicturePtr& picture = m_builder.picture();
    return picture && picture->whole && !m_builder.pending() && controller.placed() && controller.atRest() &&
           m_tilesFinal && m_labels.final(picture, controller.view()) && m_outlines.final(picture, controller.view());
}

}  // namespace xiangtu::app
