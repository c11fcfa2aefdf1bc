// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/image_draw.h"
#include "app/map/latest_worker.h"
#include "app/map/picture.h"
#include "scene/view.h"

#include <QImage>
#include <QObject>

#include <memory>
#include <vector>

namespace xiangtu::app {

/// An image standing on a place of the world, centred, unscaled at every zoom.
struct Sprite {
    QImage image;
    geodesy::WorldPoint at;
};

/// Labels and marks of the view, placed and painted by a worker: first those of the view it is heading for,
/// then, the view being complete, those a little beyond it. They keep their places while panning.
class LabelLayer : public QObject {
    Q_OBJECT

public:
    explicit LabelLayer(QThreadPool& pool, QObject* parent = nullptr);

    /// Asks for new labels when the picture, the scale or the place differ enough from the last asked
    /// for. `heading` is where the view will come to rest.
    void follow(const PicturePtr& picture, const scene::View& heading);
    void clear();
    /// The labels shown are those of this picture and view.
    [[nodiscard]] bool final(const PicturePtr& picture, const scene::View& view) const;

    [[nodiscard]] std::vector<ImageDraw> marksIn(const scene::View& view) const;
    [[nodiscard]] std::vector<ImageDraw> labelsIn(const scene::View& view) const;

signals:
    void changed();
    void failed(const QString& text);

private:
    struct Memory;
    struct Placing;
    enum class Reach { view, beyond };
    struct Placed {
        std::uint64_t number = 0;
        Reach reach = Reach::view;
        std::vector<Sprite> marks;
        std::vector<Sprite> labels;
    };
    [[nodiscard]] static Placed place(const Picture& picture, const scene::View& view, Reach reach, Memory& memory);
    void start(Reach reach);
    [[nodiscard]] static bool covers(const scene::View& asked, const scene::View& view);

    std::shared_ptr<Memory> m_memory;
    Placed m_placed;
    std::uint64_t m_asked = 0;      ///< number of the newest request
    std::uint64_t m_forgotten = 0;  ///< requests up to this one were of what is closed by now
    PicturePtr m_askedPicture;
    scene::View m_askedView;
    std::uint64_t m_askedColours = 0;
    LatestWorker<Placed> m_worker;
};

}  // namespace xiangtu::app
