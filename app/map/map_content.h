// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/image_draw.h"
#include "app/map/label_layer.h"
#include "app/map/outline_layer.h"
#include "app/map/picture_builder.h"
#include "app/map/tile_cache.h"
#include "app/map/tile_loader.h"
#include "app/map/view_controller.h"

#include <QObject>
#include <QThreadPool>

#include <array>
#include <unordered_set>
#include <vector>

namespace xiangtu::app {

/// One list of images drawn together.
struct DrawGroup {
    enum class Kind { tiles, outline, marks, labels };
    Kind kind = Kind::tiles;
    double opacity = 1;
    std::vector<ImageDraw> draws;
};

/// Everything one frame shows, bottom first.
struct DrawFrame {
    std::uint32_t background = 0;  ///< 0xAARRGGBB; 0 = nothing to show
    std::array<DrawGroup, 4> groups{};
};

/// What the map shows of a project: keeps tiles, labels and outlines coming for where the view is
/// and where it is heading. Interface thread; all real work happens on pools of its own.
class MapContent : public QObject {
    Q_OBJECT

public:
    explicit MapContent(TileLoader::Maker maker, QObject* parent = nullptr);

    void setState(const project::State& state) { m_builder.setState(state); }
    void setOptions(const scene::Options& options, PictureBuilder::Redraw redraw);
    void setStyleDir(const QString& dir) { m_builder.setStyleDir(dir); }
    void setOverlay(Overlay overlay);

    /// Takes in what the workers finished and asks for what the view lacks. Call once a frame.
    void follow(const ViewController& controller);
    [[nodiscard]] DrawFrame frame(const scene::View& view) const;
    /// All of what the resting view shows is there, final and of the whole file.
    [[nodiscard]] bool complete(const ViewController& controller) const;

    [[nodiscard]] const PicturePtr& picture() const { return m_builder.picture(); }
    [[nodiscard]] const TileLoader& loader() const { return m_loader; }

signals:
    /// Something new can be shown.
    void changed();
    void pictureChanged();
    void failed(const QString& text);

private:
    void takeTiles();
    /// After a change of records or classes: tiles that show none of them stay.
    void keepTiles();
    void want(scene::TileKey key);

    QThreadPool m_pool;  ///< for everything but tiles; outlives its users
    PictureBuilder m_builder;
    TileLoader m_loader;
    TileCache m_cache;
    LabelLayer m_labels;
    OutlineLayer m_outlines;
    std::vector<scene::TileKey> m_shown;  ///< tiles the present view is made of
    std::vector<TileRequest> m_requests;  ///< of the running round
    std::unordered_set<scene::TileKey> m_wanted;
    bool m_tilesFinal = false;
    bool m_asking = false;  ///< the loader has a request of ours
    std::uint64_t m_cleanShapes = 0;
};

}  // namespace xiangtu::app
