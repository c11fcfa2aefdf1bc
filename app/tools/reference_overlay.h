// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/tools/reference_shapes.h"
#include "scene/view.h"

#include <QColor>
#include <QPainterPath>
#include <QPolygonF>
#include <QQuickPaintedItem>

#include <memory>

namespace xiangtu::app {

/// Draws reference layers above the map as thin lines. Painted only while there is something to show. Interface
/// thread; item coordinates.
class ReferenceOverlay : public QQuickPaintedItem {
    Q_OBJECT

public:
    explicit ReferenceOverlay(QQuickItem* parent);

    void setColours(const QColor& line, const QColor& halo);
    /// Null = none.
    void setShapes(std::shared_ptr<const ReferenceShapes> shapes);
    [[nodiscard]] const std::shared_ptr<const ReferenceShapes>& shapes() const noexcept { return m_shapes; }
    /// Shows all of it as seen by `view` (device pixels).
    void follow(const scene::View& view, double pixelRatio);
    [[nodiscard]] bool empty() const noexcept { return !m_shapes || m_shapes->empty(); }

    void paint(QPainter* painter) override;

private:
    void place();

    QColor m_line;
    QColor m_halo;
    std::shared_ptr<const ReferenceShapes> m_shapes;
    scene::View m_view;
    double m_ratio = 1;
    QPainterPath m_lines;
    QPolygonF m_points;
};

}  // namespace xiangtu::app
