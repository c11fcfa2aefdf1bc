// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/labels.h"
#include "style/style_sheet.h"

#include <QImage>
#include <QPointF>

class QPainter;

namespace xiangtu::app {

/// The label as an image of its own, premultiplied, its middle standing on label.at; sizes in device
/// pixels. Safe on any thread.
[[nodiscard]] QImage paintLabel(const scene::Label& label, const style::StyleSheet& sheet,
                                const scene::Options& options);

/// The same straight onto a painter, centred.
void drawLabel(QPainter& painter, QPointF centre, const scene::Label& label, const style::StyleSheet& sheet,
               const scene::Options& options);

}  // namespace xiangtu::app
