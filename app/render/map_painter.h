// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "scene/geometry.h"
#include "scene/labels.h"
#include "scene/links.h"
#include "scene/options.h"
#include "style/style_sheet.h"

#include <QImage>

#include <vector>

namespace xiangtu::app {

/// A map picture and what stands on it.
struct PaintedMap {
    QImage image;      ///< opaque, view.widthPx × view.heightPx
    scene::View view;  ///< as painted: the scale lies on a zoom step
    std::vector<scene::Mark> marks;
    std::vector<scene::Label> labels;
};

/// The largest view on a zoom step that still shows `box` with a margin: tiles are drawn at their own
/// scale, so pictures are as sharp as the window's.
[[nodiscard]] scene::View stepView(const geom::GridBox& box, int widthPx, int heightPx, double marginPx) noexcept;

/// Draws the whole scene into an image with QPainter: the same tiles, marks and labels as the window.
/// `links` lie between the tiles and what stands on them. Tiles are drawn on all cores. Precondition: the view is on a
/// zoom step and its corner on a whole pixel of it, as stepView makes it.
[[nodiscard]] PaintedMap paintMap(const scene::Geometry& geometry, const model::Snapshot& snapshot,
                                  const style::StyleSheet& style, const scene::Options& options,
                                  const scene::View& view, const scene::Links& links = {},
                                  const base::Progress& progress = {});

}  // namespace xiangtu::app
