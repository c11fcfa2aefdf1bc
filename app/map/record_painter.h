// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/overlay.h"
#include "app/map/picture.h"
#include "scene/view.h"

class QPainter;

namespace xiangtu::app {

/// Paints the record the overlay points at, as seen by `view` (device pixels), with its name. Any thread.
void paintRecord(QPainter& painter, const Picture& picture, const scene::View& view, const Overlay& overlay);

}  // namespace xiangtu::app
