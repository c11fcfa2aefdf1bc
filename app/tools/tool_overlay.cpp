// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/tool_overlay.h"

#include "geodesy/mercator.h"

#include <QPainter>

namespace xiangtu::app {

namespace {
constexpr double kLinePx = 2;
constexpr double kHaloPx = 5;
constexpr double kVertexPx = 4.5;
}  // namespace

ToolOverlay::ToolOverlay(QQuickItem* parent) : QQuickPaintedItem(parent) {
    setVisible(false);
    setAntialiasing(true);
}

void ToolOverlay::setColours(const QColor& line, const QColor& halo) {
    m_line = line;
    m_halo = halo;
    refresh();
}

void ToolOverlay::setBand(const QRectF& band) {
    if (band == m_band) return;
    m_band = band;
    refresh();
}

void ToolOverlay::setLasso(const QPolygonF& line) {
    m_lasso = line;
    refresh();
}

void ToolOverlay::showMeasure(const MeasureTool& measure, const scene::View& view, double pixelRatio) {
    QPolygonF points;
    for (const geom::GeoPoint& point : measure.line()) {
        const scene::ScreenPoint at = view.toScreen(geodesy::toWorld(point));
        points.append(QPointF(at.x, at.y) / pixelRatio);
    }
    if (points == m_points && m_setPoints == qsizetype(measure.points().size()) && m_kind == measure.kind()) return;
    m_points = points;
    m_setPoints = qsizetype(measure.points().size());
    m_kind = measure.kind();
    refresh();
}

void ToolOverlay::refresh() {
    setVisible(!m_band.isEmpty() || !m_points.isEmpty() || !m_lasso.isEmpty());
    update();
}

void ToolOverlay::paint(QPainter* painter) {
    painter->setRenderHint(QPainter::Antialiasing);
    if (!m_points.isEmpty()) paintMeasure(*painter);
    QColor fill = m_line;
    fill.setAlphaF(0.12f);
    painter->setBrush(fill);
    painter->setPen(QPen(m_line, kLinePx));
    if (!m_band.isEmpty()) painter->drawRect(m_band);
    if (!m_lasso.isEmpty()) painter->drawPolygon(m_lasso);
}

void ToolOverlay::paintMeasure(QPainter& painter) const {
    if (m_kind == MeasureTool::Kind::area && m_points.size() > 2) {
        QColor fill = m_line;
        fill.setAlphaF(0.18f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(m_points);
    }
    painter.setBrush(Qt::NoBrush);
    QPolygonF line = m_points;
    if (m_kind == MeasureTool::Kind::area && line.size() > 2) line.append(line.first());
    painter.setPen(QPen(m_halo, kHaloPx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(m_line, kLinePx, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setBrush(m_halo);
    for (qsizetype i = 0; i < m_setPoints && i < m_points.size(); ++i) {
        painter.drawEllipse(m_points[i], kVertexPx, kVertexPx);
    }
}

}  // namespace xiangtu::app
