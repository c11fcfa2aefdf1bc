// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/asked_overlay.h"

#include <QPainter>

namespace xiangtu::app {

AskedOverlay::AskedOverlay(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setVisible(false);
    setAntialiasing(true);
}

void AskedOverlay::setColours(const QColor& line, const QColor& halo) {
    m_colours = {line, halo};
    update();
}

void AskedOverlay::setAsked(AskedPlace asked) {
    m_asked = std::move(asked);
    setVisible(!m_asked.empty());
    update();
}

void AskedOverlay::follow(const scene::View& view, double pixelRatio) {
    const bool same = view.centre == m_view.centre && view.scale == m_view.scale && view.widthPx == m_view.widthPx &&
                      view.heightPx == m_view.heightPx && pixelRatio == m_ratio;
    if (same) return;
    m_view = view;
    m_ratio = pixelRatio;
    if (!m_asked.empty()) update();
}

void AskedOverlay::paint(QPainter* painter) {
    painter->scale(1 / m_ratio, 1 / m_ratio);
    drawAsked(*painter, m_asked, m_view, m_colours, m_ratio);
}

}  // namespace xiangtu::app
