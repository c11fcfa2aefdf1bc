// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/reference_overlay.h"

#include "geodesy/mercator.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace xiangtu::app {

namespace {
constexpr double kLinePx = 1.4;
constexpr double kHaloPx = 3.4;
constexpr double kPointPx = 2.6;
}  // namespace

ReferenceOverlay::ReferenceOverlay(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setVisible(false);
    setAntialiasing(true);
}

void ReferenceOverlay::setColours(const QColor& line, const QColor& halo) {
    m_line = line;
    m_halo = halo;
    update();
}

void ReferenceOverlay::setShapes(std::shared_ptr<const ReferenceShapes> shapes) {
    m_shapes = std::move(shapes);
    place();
}

void ReferenceOverlay::follow(const scene::View& view, double pixelRatio) {
    const bool same = view.centre == m_view.centre && view.scale == m_view.scale && view.widthPx == m_view.widthPx &&
                      view.heightPx == m_view.heightPx && pixelRatio == m_ratio;
    if (same) return;
    m_view = view;
    m_ratio = pixelRatio;
    if (!empty()) place();
}

void ReferenceOverlay::place() {
    m_lines = {};
    m_points.clear();
    const auto at = [&](geom::GeoPoint p) {
        const scene::ScreenPoint on = m_view.toScreen(geodesy::toWorld(p));
        return QPointF(on.x, on.y) / m_ratio;
    };
    const QRectF seen(-4, -4, m_view.widthPx / m_ratio + 8, m_view.heightPx / m_ratio + 8);
    for (std::size_t l = 0; !empty() && l < m_shapes->lines.size(); ++l) {
        const ReferenceShapes::Line& each = m_shapes->lines[l];
        const QRectF box = QRectF(at(each.low), at(each.high)).normalized().adjusted(0, 0, 0.01, 0.01);
        if (!box.intersects(seen)) continue;
        QPolygonF line;
        for (const geom::GeoPoint p : each.line) {
            const QPointF to = at(p);
            // Points the eye cannot tell apart cost time and show nothing.
            if (line.isEmpty() || std::abs(to.x() - line.last().x()) + std::abs(to.y() - line.last().y()) > 0.5)
                line << to;
        }
        if (line.size() > 1) m_lines.addPolygon(line);
    }
    if (!empty()) {
        for (const geom::GeoPoint p : m_shapes->points) {
            if (const QPointF to = at(p); seen.contains(to)) m_points << to;
        }
    }
    setVisible(!empty());
    update();
}

void ReferenceOverlay::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    for (const auto& [colour, width] : {std::pair(m_halo, kHaloPx), std::pair(m_line, kLinePx)}) {
        painter->setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(m_lines);
    }
    painter->setPen(QPen(m_halo, 1));
    painter->setBrush(m_line);
    for (const QPointF p : m_points) painter->drawEllipse(p, kPointPx, kPointPx);
}

}  // namespace xiangtu::app
