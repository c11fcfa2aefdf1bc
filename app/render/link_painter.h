// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/links.h"
#include "scene/view.h"
#include "style/style_sheet.h"

#include <QRectF>

class QPainter;

namespace xiangtu::app {

/// Draws links as thin lines with a dot at the far end and a ring where they start; units without
/// anybody get an empty ring. Any thread.
void drawLinks(QPainter& painter, const scene::Links& links, const scene::View& view, const style::StyleSheet& style,
               double pixelRatio);
/// What drawLinks covers, device pixels of the view; empty without links.
[[nodiscard]] QRectF linksRect(const scene::Links& links, const scene::View& view, double pixelRatio);

}  // namespace xiangtu::app
