// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/labels.h"
#include "scene/palette.h"
#include "style/style_sheet.h"

#include <QImage>
#include <QPointF>

#include <string>

class QPainter;

namespace xiangtu::app {

/// The mark as an image of its own, premultiplied, its middle standing on mark.at; size in device
/// pixels. Safe on any thread.
[[nodiscard]] QImage paintMark(const scene::Mark& mark, const style::StyleSheet& sheet);

/// What a mark looks like, apart from its place.
struct MarkLook {
    std::string symbol;        ///< mark name in the style sheet
    std::uint32_t colour = 0;  ///< 0xAARRGGBB; 0 = the sheet's
    std::string glyph;         ///< character on it; empty = none
};
[[nodiscard]] MarkLook lookOf(const scene::Mark& mark);
/// Precondition: the line has a symbol.
[[nodiscard]] MarkLook lookOf(const scene::LegendEntry& entry);

/// The same straight onto a painter, centred; also for legends.
void drawMark(QPainter& painter, QPointF centre, double sizePx, const MarkLook& look, const style::StyleSheet& sheet);

}  // namespace xiangtu::app
