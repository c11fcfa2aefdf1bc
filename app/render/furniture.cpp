// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/furniture.h"

#include "app/render/map_font.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

/// Text with a halo of the map's ground, so that it reads on any fill.
void haloText(QPainter& painter, QPointF baseline, const QFont& font, const QString& text, std::uint32_t ink,
              std::uint32_t halo, double haloPx) {
    QPainterPath path;
    path.addText(baseline, font, text);
    QPen pen(toColor(halo), 2 * haloPx);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.strokePath(path, pen);
    painter.fillPath(path, toColor(ink));
}

}  // namespace

BarLength barLength(double metresPerPixel, double maxWidthPx) noexcept {
    const double most = metresPerPixel * maxWidthPx;
    const double power = std::pow(10.0, std::floor(std::log10(most)));
    double metres = power;
    for (const double step : {2.0, 5.0}) {
        if (step * power <= most) metres = step * power;
    }
    return {metres, metres / metresPerPixel};
}

QString lengthText(double metres, SheetLanguage language) {
    const bool km = metres >= 1000;
    const QString number = QString::number(km ? metres / 1000 : metres, 'g', 6);
    if (language == SheetLanguage::chinese) return number + (km ? QStringLiteral(" 公里") : QStringLiteral(" 米"));
    return number + (km ? QStringLiteral(" km") : QStringLiteral(" m"));
}

void drawScaleBar(QPainter& painter, QPointF at, double metresPerPixel, const style::StyleSheet& style,
                  double pixelRatio, SheetLanguage language) {
    const auto& look = style.furniture;
    const BarLength bar = barLength(metresPerPixel, 160 * pixelRatio);
    const double height = 5 * pixelRatio;
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF whole(at.x(), at.y() - height, bar.widthPx, height);
    painter.fillRect(whole.adjusted(-pixelRatio, -pixelRatio, pixelRatio, pixelRatio), toColor(look.panel));
    painter.fillRect(QRectF(at.x(), at.y() - height, bar.widthPx / 2, height), toColor(look.ink));
    painter.setPen(QPen(toColor(look.ink), pixelRatio));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(whole);
    const QFont font = mapFont(look.smallPx * pixelRatio);
    const QFontMetricsF metrics(font);
    const QString end = lengthText(bar.metres, language);
    const double baseline = at.y() - height - 4 * pixelRatio;
    haloText(painter, {at.x(), baseline}, font, QStringLiteral("0"), look.ink, look.panel, 2 * pixelRatio);
    haloText(painter, {at.x() + bar.widthPx - metrics.horizontalAdvance(end) / 2, baseline}, font, end, look.ink,
             look.panel, 2 * pixelRatio);
}

void drawNorthArrow(QPainter& painter, QPointF tip, const style::StyleSheet& style, double pixelRatio) {
    const auto& look = style.furniture;
    const double w = 7 * pixelRatio, h = 24 * pixelRatio;
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath left;
    left.moveTo(tip);
    left.lineTo(tip.x() - w, tip.y() + h);
    left.lineTo(tip.x(), tip.y() + h * 0.78);
    left.closeSubpath();
    const QPainterPath right = QTransform::fromTranslate(tip.x(), 0).scale(-1, 1).translate(-tip.x(), 0).map(left);
    QPen rim(toColor(look.panel), 3 * pixelRatio);
    rim.setJoinStyle(Qt::RoundJoin);
    painter.strokePath(left, rim);
    painter.strokePath(right, rim);
    painter.fillPath(left, toColor(look.ink));
    painter.fillPath(right, toColor(look.panel));
    QPen line(toColor(look.ink), pixelRatio);
    line.setJoinStyle(Qt::MiterJoin);
    painter.strokePath(right, line);
    painter.strokePath(left, line);
    const QFont font = mapFont(look.textPx * pixelRatio, FontWeight::bold);
    const double width = QFontMetricsF(font).horizontalAdvance(QStringLiteral("N"));
    haloText(painter, {tip.x() - width / 2, tip.y() + h + 13 * pixelRatio}, font, QStringLiteral("N"), look.ink,
             look.panel, 2 * pixelRatio);
}

void drawTitle(QPainter& painter, const QRectF& band, const QString& title, const QString& note,
               const style::StyleSheet& style, double pixelRatio) {
    const auto& look = style.furniture;
    const QFont small = mapFont(look.textPx * pixelRatio, FontWeight::bold);
    const double width = note.isEmpty() ? 0 : QFontMetricsF(small).horizontalAdvance(note) + 16 * pixelRatio;
    const double height = 24 * pixelRatio, room = band.width() - width - (note.isEmpty() ? 0 : 12 * pixelRatio);
    const auto fontOf = [&](double share) {
        QFont font = mapFont(look.titlePx * pixelRatio * share, FontWeight::bold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 2 * pixelRatio * share);
        return font;
    };
    // A long title is written smaller, and is cut only where it would be too small to be a title.
    constexpr double kSmallest = 0.55, kSure = 0.98;
    const double needed = QFontMetricsF(fontOf(1)).horizontalAdvance(title);
    const QFont font = fontOf(needed <= room ? 1 : std::max(kSmallest, kSure * room / needed));
    painter.setFont(font);
    painter.setPen(toColor(look.ink));
    painter.drawText(band, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(font).elidedText(title, Qt::ElideRight, room));
    if (note.isEmpty()) return;
    painter.setFont(small);
    const QRectF box(band.right() - width, band.center().y() - height / 2, width, height);
    painter.setPen(QPen(toColor(look.warning), 1.5 * pixelRatio));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    painter.drawText(box, Qt::AlignCenter, note);
}

void drawFooter(QPainter& painter, const QRectF& band, const QString& left, const QString& right,
                const style::StyleSheet& style, double pixelRatio) {
    const auto& look = style.furniture;
    painter.setFont(mapFont(look.smallPx * pixelRatio, FontWeight::bold));
    painter.setPen(toColor(look.warning));
    painter.drawText(band, Qt::AlignLeft | Qt::AlignVCenter, left);
    painter.setFont(mapFont(look.smallPx * pixelRatio));
    painter.setPen(toColor(look.quietInk));
    painter.drawText(band, Qt::AlignRight | Qt::AlignVCenter, right);
}

}  // namespace xiangtu::app
