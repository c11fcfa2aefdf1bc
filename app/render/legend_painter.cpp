// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/legend_painter.h"

#include "app/render/map_font.h"
#include "app/render/mark_painter.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kPadding = 14, kRow = 23, kSwatchWidth = 30, kSwatchHeight = 15, kGap = 10, kHead = 44;

bool isShare(const scene::LegendEntry& entry) { return entry.key.starts_with("level:"); }

}  // namespace

QString legendValue(const scene::LegendEntry& entry, SheetLanguage language) {
    const QLocale plain(QLocale::English, QLocale::UnitedStates);
    const QString count = plain.toString(qlonglong(entry.count));
    if (isShare(entry)) {
        const double share = entry.total > 0 ? 100.0 * double(entry.count) / double(entry.total) : 0;
        return QStringLiteral("%1/%2  %3%")
            .arg(count, plain.toString(qlonglong(entry.total)), plain.toString(share, 'f', 1));
    }
    if (entry.quantity < 0) return count;
    const bool chinese = language == SheetLanguage::chinese;
    QString value = plain.toString(entry.quantity, 'f', 1) + (chinese ? QStringLiteral(" 亩") : QStringLiteral(" mu"));
    value += chinese ? QStringLiteral(" · %1 处").arg(count) : QStringLiteral(" · %1").arg(count);
    for (const auto& [sum, unit] : entry.stated) {
        if (unit != "亩")
            value += QStringLiteral(" · ") + plain.toString(sum, 'f', 0) + QStringLiteral(" ") +
                     QString::fromStdString(unit);
    }
    return value;
}

LegendPainter::LegendPainter(const scene::Legend& legend, const style::StyleSheet& style, const scene::Options& options,
                             SheetLanguage language)
    : m_legend(legend), m_style(style), m_options(options), m_title(inLanguage(m_legend.title, language)) {
    const double k = options.pixelRatio;
    const bool chinese = language == SheetLanguage::chinese;
    m_counted = (chinese ? QStringLiteral("单位：%1") : QStringLiteral("Counted: %1"))
                    .arg(inLanguage(m_legend.counted, language));
    const QFontMetricsF text(mapFont(style.furniture.textPx * k));
    const QFontMetricsF head(mapFont((style.furniture.textPx + 2) * k, FontWeight::bold));
    double width = std::max(head.horizontalAdvance(m_title), text.horizontalAdvance(m_counted));
    for (const scene::LegendEntry& entry : m_legend.entries) {
        const Line& line =
            m_lines.emplace_back(Line{&entry, inLanguage(entry.title, language), legendValue(entry, language)});
        width = std::max(width, (kSwatchWidth + 2 * kGap) * k + text.horizontalAdvance(line.title) +
                                    text.horizontalAdvance(line.value) + kGap * k);
    }
    m_size = {width + 2 * kPadding * k, (2 * kPadding - 6 + kHead + kRow * double(m_lines.size())) * k};
}

void LegendPainter::draw(QPainter& painter, QPointF topLeft) const {
    const double k = m_options.pixelRatio;
    const auto& look = m_style.furniture;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toColor(look.rule), k));
    painter.setBrush(toColor(look.panel));
    painter.drawRect(QRectF(topLeft, m_size));
    const double left = topLeft.x() + kPadding * k, right = topLeft.x() + m_size.width() - kPadding * k;
    double y = topLeft.y() + (kPadding - 3) * k;
    painter.setPen(toColor(look.ink));
    painter.setFont(mapFont((look.textPx + 2) * k, FontWeight::bold));
    painter.drawText(QRectF(left, y, right - left, 20 * k), Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setPen(toColor(look.quietInk));
    painter.setFont(mapFont(look.smallPx * k));
    painter.drawText(QRectF(left, y + 21 * k, right - left, 16 * k), Qt::AlignLeft | Qt::AlignVCenter, m_counted);
    y += kHead * k;
    const QFont font = mapFont(look.textPx * k);
    const Hatching hatching = m_options.hatching ? Hatching::on : Hatching::off;
    for (const Line& line : m_lines) {
        const QRectF box(left, y + (kRow - kSwatchHeight) / 2 * k, kSwatchWidth * k, kSwatchHeight * k);
        double textLeft = box.right() + kGap * k;
        if (!line.entry->symbol.empty()) {
            const double sheets = line.entry->glyph.empty() ? m_style.mark(line.entry->symbol).sizePx : m_style.badgePx;
            drawMark(painter, box.center(), std::min(kRow * 0.8, sheets) * k, lookOf(*line.entry), m_style);
        } else if (isShare(*line.entry)) {
            textLeft = left;
        } else {
            painter.drawImage(box.topLeft(),
                              swatch(*line.entry, m_style, hatching, int(box.width()), int(box.height()), k));
            painter.setPen(QPen(toColor(look.rule), k));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(box);
        }
        painter.setFont(font);
        painter.setPen(toColor(line.entry->shown ? look.ink : look.quietInk));
        const QRectF row(textLeft, y, right - textLeft, kRow * k);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.title);
        painter.setPen(toColor(look.quietInk));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value);
        y += kRow * k;
    }
}

}  // namespace xiangtu::app
