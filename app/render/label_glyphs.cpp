// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/label_glyphs.h"

#include "app/render/map_font.h"
#include "app/render/text_halo.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

constexpr int kQuarters = 4;

/// Whether a character stands by itself whatever is beside it.
bool standsAlone(char32_t c) {
    const auto in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return in(0x20, 0x7E) || in(0x3000, 0x303F) || in(0x3400, 0x4DBF) || in(0x4E00, 0x9FFF) || in(0xFF00, 0xFF60) ||
           in(0x20000, 0x3FFFF);
}

/// Each pixel of `to` is at least what `from`, moved by (left, top), has there.
void widen(QImage& to, const QImage& from, int left, int top) {
    const int first = std::max(0, -left), end = std::min(from.width(), to.width() - left);
    for (int y = std::max(0, -top); y < std::min(from.height(), to.height() - top); ++y) {
        const std::uint8_t* source = from.constScanLine(y);
        std::uint8_t* target = to.scanLine(y + top) + left;
        for (int x = first; x < end; ++x) target[x] = std::max(target[x], source[x]);
    }
}

}  // namespace

const LabelGlyphs::Glyph& LabelGlyphs::glyph(const Key& key) {
    const auto found = m_glyphs.constFind(key);
    if (found != m_glyphs.constEnd()) return *found;
    const QFont font = mapFont(key.sizePx, key.bold ? FontWeight::bold : FontWeight::regular);
    const QString text = QString::fromUcs4(&key.character, 1);
    const QFontMetricsF metrics(font);
    const double reach = key.haloQuarters / 4.0, shift = double(key.quarter) / kQuarters;
    const QRectF box = metrics.boundingRect(text);
    const int margin = int(std::ceil(reach)) + 2;
    Glyph made;
    made.advance = metrics.horizontalAdvance(text);
    made.left = int(std::floor(box.left())) - margin;
    made.top = int(std::floor(box.top())) - margin;
    made.ink = QImage(int(std::ceil(box.right())) + margin + 1 - made.left,
                      int(std::ceil(box.bottom())) + margin - made.top, QImage::Format_Alpha8);
    made.ink.fill(0);
    QPainter painter(&made.ink);
    painter.setFont(font);
    painter.setPen(Qt::black);
    painter.drawText(QPointF(shift - made.left, -made.top), text);
    painter.end();
    made.halo = haloOf(made.ink, reach);
    return *m_glyphs.insert(key, std::move(made));
}

QImage LabelGlyphs::paint(const scene::Label& label, const style::LabelStyle& style, double pixelRatio) {
    const QList<uint> characters = QString::fromStdString(label.text).toUcs4();
    if (!std::ranges::all_of(characters, [](uint c) { return standsAlone(c); })) return {};
    const double reach = style.haloPx * pixelRatio, margin = reach + 1;
    Key key{0, std::max(1, int(std::lround(label.textPx))), int(std::lround(reach * 4)), 0, style.bold};
    double width = 0;
    for (const uint c : characters) {
        key.character = c;
        width += glyph(key).advance;
    }
    QImage ink(evenPx(width + 2 * margin), evenPx(label.heightPx + 2 * margin), QImage::Format_Alpha8);
    ink.fill(0);
    QImage halo = ink.copy();
    const int baseline = int(std::lround(ink.height() / 2.0 + baselineBelowMiddle(label.textPx)));
    double pen = ink.width() / 2.0 - width / 2;
    for (const uint c : characters) {
        key.character = c;
        const double quarters = std::round(pen * kQuarters);
        const int at = int(std::floor(quarters / kQuarters));
        key.quarter = int(quarters) - at * kQuarters;
        const Glyph& drawn = glyph(key);
        widen(ink, drawn.ink, at + drawn.left, baseline + drawn.top);
        widen(halo, drawn.halo, at + drawn.left, baseline + drawn.top);
        pen += drawn.advance;
    }
    return withHalo(ink, halo, style.colour, style.haloPx > 0 ? style.halo : 0);
}

}  // namespace xiangtu::app
