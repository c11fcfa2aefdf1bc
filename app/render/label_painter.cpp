// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/label_painter.h"

#include "app/render/map_font.h"
#include "app/render/text_halo.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace xiangtu::app {

namespace {

struct Shaped {
    QFont font;
    QString text;
    QPointF baseline;  ///< relative to the label's centre
    double width;
    double height;
};

Shaped shape(const scene::Label& label, const style::LabelStyle& style) {
    Shaped s{mapFont(label.textPx, style.bold ? FontWeight::bold : FontWeight::regular),
             QString::fromStdString(label.text),
             {},
             0,
             0};
    const QFontMetricsF metrics(s.font);
    s.width = metrics.horizontalAdvance(s.text);
    s.height = label.heightPx;
    s.baseline = QPointF(-s.width / 2, baselineBelowMiddle(label.textPx));
    return s;
}

void draw(QPainter& painter, QPointF centre, const Shaped& s, const style::LabelStyle& style, double pixelRatio) {
    QPainterPath outline;
    outline.addText(centre + s.baseline, s.font, s.text);
    painter.setRenderHint(QPainter::Antialiasing);
    if (style.haloPx > 0) {
        QPen pen(toColor(style.halo), 2 * style.haloPx * pixelRatio);
        pen.setJoinStyle(Qt::RoundJoin);
        pen.setCapStyle(Qt::RoundCap);
        painter.strokePath(outline, pen);
    }
    painter.fillPath(outline, toColor(style.colour));
}

}  // namespace

QImage paintLabel(const scene::Label& label, const style::StyleSheet& sheet, const scene::Options& options) {
    const style::LabelStyle& style = scene::styleOf(label, sheet);
    const double pixelRatio = options.pixelRatio;
    const Shaped s = shape(label, style);
    const double margin = style.haloPx * pixelRatio + 1;
    QImage ink(evenPx(s.width + 2 * margin), evenPx(s.height + 2 * margin), QImage::Format_Alpha8);
    ink.fill(0);
    QPainter painter(&ink);
    painter.setFont(s.font);
    painter.setPen(Qt::black);
    painter.drawText(QPointF(ink.width() / 2.0, ink.height() / 2.0) + s.baseline, s.text);
    painter.end();
    const double radius = style.haloPx * pixelRatio;
    return withHalo(ink, haloOf(ink, radius), style.colour, style.haloPx > 0 ? style.halo : 0);
}

void drawLabel(QPainter& painter, QPointF centre, const scene::Label& label, const style::StyleSheet& sheet,
               const scene::Options& options) {
    const style::LabelStyle& style = scene::styleOf(label, sheet);
    draw(painter, centre, shape(label, style), style, options.pixelRatio);
}

}  // namespace xiangtu::app
