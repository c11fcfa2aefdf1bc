// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/outline_layer.h"

#include "app/map/outline_painter.h"

#include <cmath>

namespace xiangtu::app {

namespace {
constexpr int kBeyondPx = 256;
constexpr int kStrayPx = 192;

bool covers(const scene::View& asked, const scene::View& view) {
    return asked.widthPx == view.widthPx && asked.heightPx == view.heightPx &&
           std::abs(asked.scale / view.scale - 1) < 1e-9 &&
           std::abs(asked.centre.x - view.centre.x) * view.scale < kStrayPx &&
           std::abs(asked.centre.y - view.centre.y) * view.scale < kStrayPx;
}
}  // namespace

OutlineLayer::OutlineLayer(QThreadPool& pool, QObject* parent)
    : QObject(parent),
      m_worker(
          pool,
          [this](Painted painted) {
              m_painted = std::move(painted);
              emit changed();
          },
          [this](const QString& text) {
              m_painted.number = m_asked;
              emit failed(text);
              emit changed();
          }) {}

void OutlineLayer::setOverlay(Overlay overlay) {
    if (overlay == m_overlay) return;
    m_overlay = std::move(overlay);
    m_stale = true;
}

void OutlineLayer::follow(const PicturePtr& picture, const scene::View& heading) {
    if (!picture || heading.widthPx <= 0) return;
    if (!m_stale && m_askedColours == picture->colours && covers(m_askedView, heading)) return;
    if (m_overlay.empty() && m_painted.image.isNull() && !m_worker.busy()) {
        m_painted.number = m_asked;
    } else {
        const std::uint64_t number = ++m_asked;
        scene::View wide = heading;
        wide.widthPx += 2 * kBeyondPx;
        wide.heightPx += 2 * kBeyondPx;
        m_worker.start([picture, wide, number, overlay = m_overlay] {
            const OutlineImage outline = paintOverlay(*picture, wide, overlay);
            return Painted{number, outline.image, wide.toWorld(outline.topLeft), wide.scale};
        });
    }
    m_stale = false;
    m_askedColours = picture->colours;
    m_askedView = heading;
}

void OutlineLayer::clear() {
    m_worker.forgetWaiting();
    m_painted = {};
    m_painted.number = m_asked;
    m_stale = true;
}

bool OutlineLayer::final(const PicturePtr& picture, const scene::View& view) const {
    return picture && !m_stale && m_painted.number == m_asked && m_askedColours == picture->colours &&
           covers(m_askedView, view);
}

std::vector<ImageDraw> OutlineLayer::drawsIn(const scene::View& view) const {
    if (m_painted.image.isNull()) return {};
    const double factor = view.scale / m_painted.scale;
    const double width = m_painted.image.width();
    const double height = m_painted.image.height();
    const scene::ScreenPoint at = view.toScreen(m_painted.topLeft);
    const double left = std::round(at.x);
    const double top = std::round(at.y);
    const double right = std::abs(factor - 1) < 1e-9 ? left + width : std::round(at.x + width * factor);
    const double bottom = std::abs(factor - 1) < 1e-9 ? top + height : std::round(at.y + height * factor);
    return {{m_painted.image, {left, top, right, bottom}, {0, 0, width, height}}};
}

}  // namespace xiangtu::app
