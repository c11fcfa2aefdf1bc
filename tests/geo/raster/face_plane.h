// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raster/run_plane.h"

#include <algorithm>
#include <vector>

namespace xiangtu::raster {

/// The faces of a tile pixel by pixel, row-major; empty for a blank tile.
inline std::vector<std::uint32_t> facePlane(const FaceRuns& faces) {
    constexpr std::size_t kSize = scene::kTilePx;
    std::vector<std::uint32_t> plane(faces.rowStart.empty() ? 0 : kSize * kSize);
    for (std::size_t y = 0; y + 1 < faces.rowStart.size(); ++y) {
        std::size_t x = 0;
        for (std::uint32_t r = faces.rowStart[y]; r < faces.rowStart[y + 1]; ++r) {
            for (; x < faces.runs[r].end; ++x) plane.at(y * kSize + x) = faces.runs[r].face;
        }
    }
    return plane;
}

}  // namespace xiangtu::raster
