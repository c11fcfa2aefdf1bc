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

/// 0xAARRGGBB of a style sheet as a QColor.
[[nodiscard]] QColor toColor(std::uint32_t argb);

}  // namespace xiangtu::app
