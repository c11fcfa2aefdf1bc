// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/image_draw.h"
#include "app/map/latest_worker.h"
#include "app/map/overlay.h"
#include "app/map/picture.h"
#include "scene/view.h"

#include <QImage>
#include <QObject>

#include <vector>

namespace xiangtu::app {

/// The overlay above the tiles: outlined units, records, lines. A worker paints what the
/// view and a margin around it show of them into one image, which then moves and scales with the
/// map until the view rests elsewhere.
class OutlineLayer : public QObject {
    Q_OBJECT

public:
    explicit OutlineLayer(QThreadPool& pool, QObject* parent = nullptr);

    void setOverlay(Overlay overlay);
    void follow(const PicturePtr& picture, const scene::View& heading);
    void clear();
    [[nodiscard]] bool final(const PicturePtr& picture, const scene::View& view) const;
    [[nodiscard]] std::vector<ImageDraw> drawsIn(const scene::View& view) const;

signals:
    void changed();
    void failed(const QString& text);

private:
    struct Painted {
        std::uint64_t number = 0;
        QImage image;  ///< null = nothing to show here
        geodesy::WorldPoint topLeft;
        double scale = 1;  ///< pixels per world unit it was painted for
    };

    Overlay m_overlay;
    Painted m_painted;
    std::uint64_t m_asked = 0;
    bool m_stale = true;
    scene::View m_askedView;
    std::uint64_t m_askedColours = 0;
    LatestWorker<Painted> m_worker;
};

}  // namespace xiangtu::app
