// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/asked_painter.h"

#include <QQuickPaintedItem>

namespace xiangtu::app {

/// Draws above the map what a question was asked with. Painted only while there is something to show. Interface
/// thread; item coordinates.
class AskedOverlay : public QQuickPaintedItem {
    Q_OBJECT

public:
    explicit AskedOverlay(QQuickItem* parent);

    void setColours(const QColor& line, const QColor& halo);
    void setAsked(AskedPlace asked);
    [[nodiscard]] const AskedPlace& asked() const noexcept { return m_asked; }
    /// Shows all of it as seen by `view` (device pixels).
    void follow(const scene::View& view, double pixelRatio);

    void paint(QPainter* painter) override;

private:
    AskedColours m_colours;
    AskedPlace m_asked;
    scene::View m_view;
    double m_ratio = 1;
};

}  // namespace xiangtu::app
