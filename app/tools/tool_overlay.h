// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/measure_tool.h"
#include "scene/view.h"

#include <QColor>
#include <QQuickPaintedItem>
#include <QRectF>

namespace xiangtu::app {

/// What the tools draw above the map: the measured line or ring, the rubber band of box zoom, the lasso.
/// Painted only while a tool has something to show.
class ToolOverlay : public QQuickPaintedItem {
    Q_OBJECT

public:
    explicit ToolOverlay(QQuickItem* parent);

    /// `halo` keeps the line legible on any fill.
    void setColours(const QColor& line, const QColor& halo);
    /// Item coordinates; empty = none.
    void setBand(const QRectF& band);
    /// Item coordinates; empty = none.
    void setLasso(const QPolygonF& line);
    /// Shows the measurement as seen by `view` (device pixels).
    void showMeasure(const MeasureTool& measure, const scene::View& view, double pixelRatio);

    void paint(QPainter* painter) override;

private:
    void refresh();
    void paintMeasure(QPainter& painter) const;

    QColor m_line;
    QColor m_halo;
    QRectF m_band;
    QPolygonF m_lasso;
    QPolygonF m_points;  ///< item coordinates
    qsizetype m_setPoints = 0;
    MeasureTool::Kind m_kind = MeasureTool::Kind::length;
};

}  // namespace xiangtu::app
