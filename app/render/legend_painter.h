// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/sheet.h"

#include <QRectF>
#include <QSizeF>

class QPainter;

namespace xiangtu::app {

/// A legend ready to be drawn: its lines are laid out first, so that a place can be found for it.
class LegendPainter {
public:
    LegendPainter(const scene::Legend& legend, const style::StyleSheet& style, const scene::Options& options,
                  SheetLanguage language);

    [[nodiscard]] QSizeF size() const noexcept { return m_size; }  ///< device pixels
    void draw(QPainter& painter, QPointF topLeft) const;

private:
    struct Line {
        const scene::LegendEntry* entry;
        QString title;
        QString value;
    };
    scene::Legend m_legend;
    const style::StyleSheet& m_style;
    const scene::Options& m_options;
    QString m_title;
    QString m_counted;
    std::vector<Line> m_lines;
    QSizeF m_size;
};

/// What a legend line says beside its swatch: count, share, area, stated quantities.
[[nodiscard]] QString legendValue(const scene::LegendEntry& entry, SheetLanguage language);

}  // namespace xiangtu::app
