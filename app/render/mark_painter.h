// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/labels.h"
#include "style/style_sheet.h"

#include <QImage>
#include <QPointF>

#include <string>

class QPainter;

namespace xiangtu::app {

/// The mark as an image of its own, premultiplied, its middle standing on mark.at; size in device
/// pixels. Safe on any thread.
[[nodiscard]] QImage paintMark(const scene::Mark& mark, const style::StyleSheet& sheet);

/// The same straight onto a painter, centred; also for legends.
void drawMark(QPainter& painter, QPointF centre, double sizePx, const std::string& symbol,
              const style::StyleSheet& sheet);

}  // namespace xiangtu::app
