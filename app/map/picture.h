// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "scene/geometry.h"
#include "scene/options.h"
#include "scene/palette.h"
#include "style/style_sheet.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace xiangtu::app {

/// All that workers draw from, immutable. Two numbers say what a change asks for: tiles of another
/// `shapes` must be drawn anew, tiles of another `colours` only coloured again.
struct Picture {
    std::shared_ptr<const scene::Geometry> geometry;  ///< never null
    /// May be newer than the geometry's own: classes change without moving a border.
    std::shared_ptr<const model::Snapshot> snapshot;  ///< never null
    std::shared_ptr<const style::StyleSheet> style;   ///< never null
    scene::Palette palette;
    scene::Options options;
    bool whole = false;  ///< false while only the overview of the file is loaded
    std::uint64_t shapes = 0;
    /// Tiles of these shapes that touch none of the boxes are as good as those of `shapes`.
    std::uint64_t shapesBefore = 0;
    std::vector<geom::GridBox> moved;
    std::uint64_t colours = 0;
    /// Tiles of these colours that touch none of the boxes look as those of `colours` do.
    std::uint64_t coloursBefore = 0;
    std::vector<geom::GridBox> recoloured;
};

using PicturePtr = std::shared_ptr<const Picture>;

}  // namespace xiangtu::app
