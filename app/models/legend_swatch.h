// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/legend_model.h"

#include <QPointer>
#include <QQmlEngine>
#include <QQuickPaintedItem>

namespace xiangtu::app {

/// The little square or mark before a legend line, painted as the map paints it.
class LegendSwatch : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(xiangtu::app::LegendModel* legend READ legend WRITE setLegend NOTIFY legendChanged)
    Q_PROPERTY(int row READ row WRITE setRow NOTIFY rowChanged)

public:
    explicit LegendSwatch(QQuickItem* parent = nullptr);

    [[nodiscard]] LegendModel* legend() const { return m_legend; }
    void setLegend(LegendModel* legend);
    [[nodiscard]] int row() const { return m_row; }
    void setRow(int row);

    void paint(QPainter* painter) override;

signals:
    void legendChanged();
    void rowChanged();

private:
    QPointer<LegendModel> m_legend;
    int m_row = -1;
};

}  // namespace xiangtu::app
