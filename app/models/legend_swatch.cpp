// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/legend_swatch.h"

#include "app/render/mark_painter.h"
#include "app/render/pattern_brush.h"

#include <QPainter>
#include <QQuickWindow>

namespace xiangtu::app {

LegendSwatch::LegendSwatch(QQuickItem* parent) : QQuickPaintedItem(parent) { setAntialiasing(true); }

void LegendSwatch::setLegend(LegendModel* legend) {
    if (m_legend == legend) return;
    if (m_legend) m_legend->disconnect(this);
    m_legend = legend;
    if (m_legend) connect(m_legend, &LegendModel::changed, this, [this] { update(); });
    emit legendChanged();
    update();
}

void LegendSwatch::setRow(int row) {
    if (m_row == row) return;
    m_row = row;
    emit rowChanged();
    update();
}

void LegendSwatch::paint(QPainter* painter) {
    const scene::LegendEntry* line = m_legend ? m_legend->entry(m_row) : nullptr;
    if (!line || !m_legend->style()) return;
    if (!line->symbol.empty()) {
        drawMark(*painter, boundingRect().center(), qMin(width(), height()), lookOf(*line), *m_legend->style());
        return;
    }
    const double ratio = window() ? window()->effectiveDevicePixelRatio() : 1;
    QImage image = swatch(*line, *m_legend->style(), m_legend->hatching() ? Hatching::on : Hatching::off,
                          qRound(width() * ratio), qRound(height() * ratio), ratio);
    image.setDevicePixelRatio(ratio);
    painter->setOpacity(line->shown ? 1 : 0.25);
    painter->drawImage(QPointF(0, 0), image);
}

}  // namespace xiangtu::app
