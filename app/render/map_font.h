// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include <cstdint>

namespace xiangtu::app {

enum class FontWeight { regular, bold };

/// The font of everything written on the map: Noto Sans CJK in its simplified Chinese form, sized in
/// pixels of the image painted on, without hinting so that text looks the same at every scale.
[[nodiscard]] QFont mapFont(double sizePx, FontWeight weight = FontWeight::regular);

/// How far below the optical middle of a line of Chinese characters its baseline lies: they fill the em square, a
/// little below the cap line.
[[nodiscard]] constexpr double baselineBelowMiddle(double textPx) noexcept { return textPx * 0.36; }

/// The next even number of pixels, so that the middle of an image lies on a pixel corner and its text stays sharp.
[[nodiscard]] int evenPx(double size);

/// 0xAARRGGBB of a style sheet as a QColor.
[[nodiscard]] QColor toColor(std::uint32_t argb);

}  // namespace xiangtu::app
