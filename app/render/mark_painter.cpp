// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/mark_painter.h"

#include "app/render/map_font.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace xiangtu::app {

namespace {

// Shapes in a square from -1 to 1, y down.

QPainterPath polygon(std::initializer_list<QPointF> points) {
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

QPainterPath star() {
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const double r = i % 2 ? 0.42 : 1.0;
        const double a = (i * 36 - 90) * std::numbers::pi / 180;
        points << QPointF(r * std::cos(a), r * std::sin(a) + 0.05);
    }
    QPainterPath path;
    path.addPolygon(points);
    path.closeSubpath();
    return path;
}

QPainterPath flag() {
    QPainterPath path;
    path.addRect(-0.62, -0.95, 0.2, 1.9);
    path.moveTo(-0.42, -0.9);
    path.cubicTo(-0.05, -1.15, 0.3, -0.6, 0.85, -0.85);
    path.lineTo(0.85, 0.1);
    path.cubicTo(0.3, 0.35, -0.05, -0.2, -0.42, 0.05);
    path.closeSubpath();
    return path;
}

QPainterPath sprout() {
    QPainterPath path;
    path.addRect(-0.1, -0.2, 0.2, 1.15);
    path.moveTo(0, 0.05);
    path.cubicTo(-0.95, 0.1, -0.95, -0.55, -0.95, -0.65);
    path.cubicTo(-0.3, -0.7, 0, -0.4, 0, 0.05);
    path.moveTo(0, -0.15);
    path.cubicTo(0.95, -0.1, 0.95, -0.8, 0.95, -0.9);
    path.cubicTo(0.3, -0.95, 0, -0.6, 0, -0.15);
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPainterPath house() {
    return polygon({{-0.95, 0},
                    {0, -0.9},
                    {0.95, 0},
                    {0.65, 0},
                    {0.65, 0.9},
                    {0.2, 0.9},
                    {0.2, 0.3},
                    {-0.2, 0.3},
                    {-0.2, 0.9},
                    {-0.65, 0.9},
                    {-0.65, 0}});
}

QPainterPath factory() {
    return polygon({{-0.95, 0.85},
                    {-0.95, -0.85},
                    {-0.6, -0.85},
                    {-0.55, -0.05},
                    {0, -0.45},
                    {0, -0.05},
                    {0.5, -0.45},
                    {0.5, -0.05},
                    {0.95, -0.4},
                    {0.95, 0.85}});
}

QPainterPath scales() {
    QPainterPath path;
    path.addRect(-0.09, -0.9, 0.18, 1.7);
    path.addRect(-0.8, -0.75, 1.6, 0.17);
    path.addRect(-0.45, 0.75, 0.9, 0.17);
    for (const double side : {-0.68, 0.68}) {
        path.moveTo(side - 0.32, 0);
        path.arcTo(side - 0.32, -0.32, 0.64, 0.64, 180, 180);
        path.closeSubpath();
        path.addPath(
            polygon({{side - 0.3, 0}, {side, -0.62}, {side + 0.3, 0}, {side + 0.2, 0}, {side, -0.4}, {side - 0.2, 0}}));
    }
    path.setFillRule(Qt::WindingFill);
    return path;
}

QPainterPath outlineOf(const std::string& shape) {
    if (shape == "star") return star();
    if (shape == "flag") return flag();
    if (shape == "sprout") return sprout();
    if (shape == "house") return house();
    if (shape == "factory") return factory();
    if (shape == "scales") return scales();
    if (shape == "square") return polygon({{-0.8, -0.8}, {0.8, -0.8}, {0.8, 0.8}, {-0.8, 0.8}});
    if (shape == "diamond") return polygon({{0, -1}, {0.85, 0}, {0, 1}, {-0.85, 0}});
    if (shape == "triangle") return polygon({{0, -0.9}, {0.95, 0.75}, {-0.95, 0.75}});
    QPainterPath circle;
    circle.addEllipse(QPointF(0, 0), 0.9, 0.9);
    return circle;
}

// The light rim that lifts a mark off any fill, as a share of its size.
constexpr double kRim = 0.11;
// Height of a character on a dot, as a share of the dot's size.
constexpr double kGlyph = 0.6;

}  // namespace

MarkLook lookOf(const scene::Mark& mark) { return {mark.symbol, mark.colour, mark.glyph}; }

MarkLook lookOf(const scene::LegendEntry& entry) {
    return {entry.symbol, entry.glyph.empty() ? 0 : entry.colour, entry.glyph};
}

void drawMark(QPainter& painter, QPointF centre, double sizePx, const MarkLook& look, const style::StyleSheet& sheet) {
    const style::MarkStyle& style = sheet.mark(look.symbol);
    const double half = sizePx / 2 * (1 - kRim);
    const QPainterPath path =
        QTransform::fromTranslate(centre.x(), centre.y()).scale(half, half).map(outlineOf(style.shape));
    painter.setRenderHint(QPainter::Antialiasing);
    QPen rim(toColor(sheet.markRim), 2 * kRim * sizePx);
    rim.setJoinStyle(Qt::RoundJoin);
    painter.strokePath(path, rim);
    painter.fillPath(path, toColor(look.colour != 0 ? look.colour : style.colour));
    if (look.glyph.empty()) return;
    const QFont font = mapFont(sizePx * kGlyph, FontWeight::bold);
    const QString text = QString::fromStdString(look.glyph);
    // Chinese characters fill the em square; their optical middle lies a little above the baseline's.
    const double width = QFontMetricsF(font).horizontalAdvance(text);
    QPainterPath glyph;
    glyph.addText(centre + QPointF(-width / 2, sizePx * kGlyph * 0.37), font, text);
    painter.fillPath(glyph, toColor(sheet.markRim | 0xFF000000u));
}

QImage paintMark(const scene::Mark& mark, const style::StyleSheet& sheet) {
    const int side = int(std::ceil(mark.sizePx * (1 + 2 * kRim) / 2)) * 2 + 2;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    drawMark(painter, QPointF(side / 2.0, side / 2.0), mark.sizePx, lookOf(mark), sheet);
    return image;
}

}  // namespace xiangtu::app
