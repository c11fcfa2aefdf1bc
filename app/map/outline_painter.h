// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/overlay.h"
#include "app/map/picture.h"
#include "scene/view.h"

#include <QImage>

namespace xiangtu::app {

struct OutlineImage {
    QImage image;                ///< cropped to what is drawn; null when that is nothing
    scene::ScreenPoint topLeft;  ///< of the image in the view, whole device pixels
};

/// Paints the overlay over nothing: records, then the borders of units, highlighted ones thin, the
/// selected one with a halo on top. Unknown codes and units without polygon are left out. Any thread.
[[nodiscard]] OutlineImage paintOverlay(const Picture& picture, const scene::View& view, const Overlay& overlay);

}  // namespace xiangtu::app
