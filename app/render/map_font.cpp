// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/map_font.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

QFont mapFont(double sizePx, FontWeight weight) {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setStyleHint(QFont::SansSerif);
    font.setPixelSize(std::max(1, int(std::lround(sizePx))));
    font.setWeight(weight == FontWeight::bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

int evenPx(double size) { return int(std::ceil(size / 2)) * 2; }

QColor toColor(std::uint32_t argb) { return QColor::fromRgba(argb); }

}  // namespace xiangtu::app
