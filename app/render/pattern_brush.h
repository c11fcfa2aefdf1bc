// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/palette.h"
#include "style/style_sheet.h"

#include <QImage>

namespace xiangtu::app {

enum class Hatching { off, on };

/// The swatch of a legend line as the map shows it: colour on the map's ground with the class's hatch
/// (when hatching is on) or the crop's pattern. Device pixels; world-aligned patterns start at its
/// corner.
[[nodiscard]] QImage swatch(const scene::LegendEntry& entry, const style::StyleSheet& style, Hatching hatching,
                            int widthPx, int heightPx, double pixelRatio);

}  // namespace xiangtu::app
