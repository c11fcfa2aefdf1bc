// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/difference_overlay.h"

#include "geodesy/mercator.h"
#include "model/unit.h"

#include <QPainter>

#include <cmath>

namespace xiangtu::app {

namespace {
constexpr double kLinePx = 2.2;
constexpr double kHaloPx = 4.6;
/// What is smaller on screen is left to the colours of the map.
constexpr double kSeenPx = 2;
}  // namespace

DifferenceOverlay::DifferenceOverlay(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setVisible(false);
    setAntialiasing(true);
}

void DifferenceOverlay::setShapes(std::vector<DifferenceShape> shapes) {
    m_shapes = std::move(shapes);
    place();
}

void DifferenceOverlay::follow(const scene::View& view, double pixelRatio) {
    const bool same = view.centre == m_view.centre && view.scale == m_view.scale && view.widthPx == m_view.widthPx &&
                      view.heightPx == m_view.heightPx && pixelRatio == m_ratio;
    if (same) return;
    m_view = view;
    m_ratio = pixelRatio;
    if (!empty()) place();
}

QPainterPath DifferenceOverlay::pathOf(const model::LevelTable& table, std::uint32_t row) const {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    const geom::PolygonSet& shapes = table.shapes;
    const geom::GridBox box = shapes.box(row);
    const auto onScreen = [&](geom::GridPoint p) {
        const scene::ScreenPoint at = m_view.toScreen(geodesy::toWorld(p));
        return QPointF(at.x, at.y) / m_ratio;
    };
    const QRectF extent = QRectF(onScreen(box.min), onScreen(box.max)).normalized();
    const QRectF screen(0, 0, m_view.widthPx / m_ratio, m_view.heightPx / m_ratio);
    if (!extent.intersects(screen) || (extent.width() < kSeenPx && extent.height() < kSeenPx)) return path;
    for (std::size_t ring = shapes.firstRing(row); ring < shapes.firstRing(row + 1); ++ring) {
        QPolygonF line;
        for (const geom::GridPoint p : shapes.ring(ring)) {
            const QPointF at = onScreen(p);
            // Points the eye cannot tell apart cost time and show nothing.
            if (line.isEmpty() || std::abs(at.x() - line.last().x()) + std::abs(at.y() - line.last().y()) > 0.6)
                line << at;
        }
        path.addPolygon(line);
        path.closeSubpath();
    }
    return path;
}

void DifferenceOverlay::place() {
    m_drawn.clear();
    for (const DifferenceShape& shape : m_shapes) {
        Drawn drawn{shape.kind, {}, {}};
        if (shape.before) drawn.before = pathOf(*shape.before, shape.beforeRow);
        if (shape.after) drawn.after = pathOf(*shape.after, shape.afterRow);
        if (!drawn.before.isEmpty() || !drawn.after.isEmpty()) m_drawn.push_back(std::move(drawn));
    }
    setVisible(!empty());
    update();
}

void DifferenceOverlay::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Drawn& drawn : m_drawn) {
        const QColor colour = m_colours[std::size_t(drawn.kind)];
        const bool isGone = drawn.kind == DifferenceShape::Kind::gone;
        if (drawn.kind != DifferenceShape::Kind::moved) {
            painter->fillPath(isGone ? drawn.before : drawn.after,
                              QBrush(colour, isGone ? Qt::DiagCrossPattern : Qt::FDiagPattern));
        }
        painter->setBrush(Qt::NoBrush);
        painter->strokePath(drawn.before, QPen(m_halo, kHaloPx));
        painter->strokePath(drawn.after, QPen(colour, kLinePx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->strokePath(drawn.before, QPen(colour.darker(140), kLinePx * 0.8, Qt::DashLine));
    }
}

}  // namespace xiangtu::app
