// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/overlay.h"
#include "app/map/picture.h"
#include "scene/view.h"

#include <QColor>

class QPainter;

namespace xiangtu::app {

/// The colour a register's records have on the map: registers side by side get hues far apart.
[[nodiscard]] QColor registerColour(std::size_t registerIndex, scene::Appearance appearance);

/// Paints the records of the overlay's registers, the record it points at and its lines, as seen by
/// `view` (device pixels). Records anchored to units stand as one mark with their number. Any thread.
void paintRecords(QPainter& painter, const Picture& picture, const scene::View& view, const Overlay& overlay);

}  // namespace xiangtu::app
