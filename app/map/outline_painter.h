// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/picture.h"
#include "scene/view.h"

#include <QImage>

#include <vector>

namespace xiangtu::app {

struct OutlineImage {
    QImage image;                ///< cropped to what is drawn; null when that is nothing
    scene::ScreenPoint topLeft;  ///< of the image in the view, whole device pixels
};

/// Paints the borders of units over nothing: highlighted ones thin, the selected one with a halo on
/// top, over them the responsibility links of `linksFrom` (invalid = none). Unknown codes and units without polygon are
/// left out. Any thread.
[[nodiscard]] OutlineImage paintOutlines(const Picture& picture, const scene::View& view, model::Code selected,
                                         const std::vector<model::Code>& highlighted, model::Code linksFrom);

}  // namespace xiangtu::app
