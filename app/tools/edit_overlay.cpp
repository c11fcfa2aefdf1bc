// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/edit_overlay.h"

#include <QPainter>

#include <cmath>

namespace xiangtu::app {

namespace {
constexpr double kLinePx = 2.5;
constexpr double kHaloPx = 5.5;
constexpr double kVertexPx = 5;
constexpr double kMiddlePx = 3.2;
constexpr double kReachPx = 14;
/// What the eye takes for one place is one handle.
constexpr double kApartPx = 9;
constexpr double kFaultPx = 13;
constexpr double kMarkPx = 7;
/// What is wrong is red on every map, dark or light.
constexpr QColor kFaultColour(196, 30, 40);

QPointF onScreen(const scene::View& view, double ratio, geodesy::WorldPoint p) {
    const scene::ScreenPoint at = view.toScreen(p);
    return QPointF(at.x, at.y) / ratio;
}
}  // namespace

EditOverlay::EditOverlay(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setVisible(false);
    setAntialiasing(true);
}

void EditOverlay::setColours(const QColor& line, const QColor& halo) {
    m_line = line;
    m_halo = halo;
    update();
}

void EditOverlay::setPreview(std::vector<PreviewShape> shapes) {
    m_shapes = std::move(shapes);
    place();
}

void EditOverlay::setHandles(std::vector<EditHandle> handles) {
    m_handles = std::move(handles);
    m_dragged.reset();
    place();
}

void EditOverlay::setDragged(std::optional<std::size_t> handle, QPointF at) {
    m_dragged = handle;
    m_draggedAt = at;
    update();
}

void EditOverlay::setFault(std::optional<geom::GeoPoint> place) {
    m_fault = place;
    this->place();
}

void EditOverlay::setSnapMark(std::optional<SnapMark> mark) {
    if (!mark && !m_mark) return;
    m_mark = mark;
    setVisible(!empty());
    update();
}

void EditOverlay::follow(const scene::View& view, double pixelRatio) {
    const bool same = view.centre == m_view.centre && view.scale == m_view.scale && view.widthPx == m_view.widthPx &&
                      view.heightPx == m_view.heightPx && pixelRatio == m_ratio;
    if (same) return;
    m_view = view;
    m_ratio = pixelRatio;
    if (!empty()) place();
}

void EditOverlay::place() {
    m_drawn.clear();
    m_places.clear();
    for (const PreviewShape& shape : m_shapes) {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        const auto add = [&](const geom::Ring& ring) {
            QPolygonF line;
            for (const geom::GridPoint p : ring) {
                const QPointF at = onScreen(m_view, m_ratio, geodesy::toWorld(p));
                // Points the eye cannot tell apart cost time and show nothing.
                if (line.isEmpty() || std::abs(at.x() - line.last().x()) + std::abs(at.y() - line.last().y()) > 0.5)
                    line << at;
            }
            path.addPolygon(line);
            path.closeSubpath();
        };
        for (const geom::Polygon& part : shape.shape) {
            add(part.outer);
            for (const geom::Ring& hole : part.holes) add(hole);
        }
        m_drawn.push_back({shape.kind, std::move(path)});
    }
    for (const EditHandle& handle : m_handles)
        m_places.push_back(onScreen(m_view, m_ratio, geodesy::toWorld(handle.at)));
    setVisible(!empty());
    update();
}

std::optional<std::size_t> EditOverlay::handleAt(QPointF at) const {
    std::optional<std::size_t> best;
    double bestDistance = kReachPx;
    for (const bool middle : {false, true}) {
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            if (m_handles[i].middle != middle) continue;
            const double distance = std::hypot(m_places[i].x() - at.x(), m_places[i].y() - at.y());
            if (distance >= bestDistance) continue;
            best = i;
            bestDistance = distance;
        }
        if (best) return best;
    }
    return best;
}

void EditOverlay::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Drawn& drawn : m_drawn) {
        if (drawn.kind == PreviewShape::Kind::before) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_halo, kHaloPx));
            painter->drawPath(drawn.path);
            painter->setPen(QPen(m_line.darker(130), kLinePx * 0.6, Qt::DashLine));
            painter->drawPath(drawn.path);
            continue;
        }
        QColor fill = m_line;
        fill.setAlphaF(drawn.kind == PreviewShape::Kind::added ? 0.30f : 0.12f);
        painter->setBrush(fill);
        painter->setPen(QPen(m_line, kLinePx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->drawPath(drawn.path);
    }
    painter->setPen(QPen(m_line, 1.6));
    QPointF last(-1e9, -1e9);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const bool isDragged = m_dragged == i;
        const QPointF at = isDragged ? m_draggedAt : m_places[i];
        if (!isDragged && std::hypot(at.x() - last.x(), at.y() - last.y()) < kApartPx) continue;
        last = at;
        painter->setBrush(isDragged ? m_line : m_halo);
        const double radius = m_handles[i].middle && !isDragged ? kMiddlePx : kVertexPx;
        painter->drawEllipse(at, radius, radius);
    }
    paintMark(*painter);
    paintFault(*painter);
}

void EditOverlay::paintMark(QPainter& painter) const {
    if (!m_mark) return;
    const QPointF at = onScreen(m_view, m_ratio, geodesy::toWorld(m_mark->at));
    const QRectF around(at.x() - kMarkPx, at.y() - kMarkPx, 2 * kMarkPx, 2 * kMarkPx);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] : {std::pair(m_halo, kHaloPx), std::pair(m_line, 2.0)}) {
        painter.setPen(QPen(colour, width));
        // A square on a corner, a cross on a border, a ring on a reference.
        if (m_mark->to == SnapMark::To::vertex) {
            painter.drawRect(around);
        } else if (m_mark->to == SnapMark::To::edge) {
            painter.drawLine(around.topLeft(), around.bottomRight());
            painter.drawLine(around.bottomLeft(), around.topRight());
        } else {
            painter.drawEllipse(around);
        }
    }
}

void EditOverlay::paintFault(QPainter& painter) const {
    if (!m_fault) return;
    const QPointF at = onScreen(m_view, m_ratio, geodesy::toWorld(*m_fault));
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] : {std::pair(m_halo, 7.0), std::pair(kFaultColour, 3.0)}) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
        painter.drawEllipse(at, kFaultPx, kFaultPx);
        painter.drawLine(at + QPointF(0, -kFaultPx * 0.55), at + QPointF(0, kFaultPx * 0.1));
        painter.drawPoint(at + QPointF(0, kFaultPx * 0.5));
    }
}

}  // namespace xiangtu::app
