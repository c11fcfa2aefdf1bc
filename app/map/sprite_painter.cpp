// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/sprite_painter.h"

#include "app/render/label_painter.h"
#include "app/render/mark_painter.h"

namespace xiangtu::app {

namespace {
constexpr int kKeepRounds = 20;

QByteArray keyOf(const scene::Label& label) {
    QByteArray key = QByteArray::fromStdString(label.text);
    key += '\n';
    key += char(label.record ? 'r' : '0' + int(label.styleLevel));
    key += QByteArray::number(label.textPx);
    return key;
}

QByteArray keyOf(const scene::Mark& mark) {
    return QByteArray("\n\n") + QByteArray::fromStdString(mark.symbol) + '\n' + QByteArray::number(mark.sizePx) + '\n' +
           QByteArray::number(mark.colour) + QByteArray::fromStdString(mark.glyph);
}
}  // namespace

void SpritePainter::begin(const style::StyleSheet& style, const scene::Options& options) {
    const bool same = style.name == m_style.name && options.appearance == m_options.appearance &&
                      options.textScale == m_options.textScale && options.pixelRatio == m_options.pixelRatio;
    if (!same) {
        m_images.clear();
        m_glyphs.clear();
    }
    m_style = style;
    m_options = options;
    ++m_round;
}

QImage SpritePainter::paint(const scene::Label& label) {
    Kept& kept = m_images[keyOf(label)];
    if (kept.image.isNull()) {
        kept.image = m_glyphs.paint(label, scene::styleOf(label, m_style), m_options.pixelRatio);
        if (kept.image.isNull()) kept.image = paintLabel(label, m_style, m_options);
    }
    kept.lastRound = m_round;
    return kept.image;
}

QImage SpritePainter::paint(const scene::Mark& mark) {
    Kept& kept = m_images[keyOf(mark)];
    if (kept.image.isNull()) kept.image = paintMark(mark, m_style);
    kept.lastRound = m_round;
    return kept.image;
}

void SpritePainter::end() {
    m_images.removeIf([this](const auto& entry) { return m_round - entry.value().lastRound > kKeepRounds; });
}

}  // namespace xiangtu::app
