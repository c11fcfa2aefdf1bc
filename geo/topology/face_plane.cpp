// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/face_plane.h"

namespace xiangtu::topology {

std::optional<FacePlane> FacePlane::from(PlaneFrame frame, base::SharedArray<std::uint32_t> rowStart,
                                         base::SharedArray<FaceRun> runs) {
    if (frame.width == 0 || rowStart.size() < 2 || rowStart[0] != 0 || rowStart.back() != runs.size()) {
        return std::nullopt;
    }
    for (std::size_t y = 0; y + 1 < rowStart.size(); ++y) {
        // The end of a row is what a reader stops at: it must be there, inside the array.
        const std::uint32_t begin = rowStart[y], end = rowStart[y + 1];
        if (begin >= end || end > runs.size() || runs[end - 1].end != frame.width) return std::nullopt;
    }
    FacePlane plane;
    plane.m_frame = frame;
    plane.m_rowStart = std::move(rowStart);
    plane.m_runs = std::move(runs);
    return plane;
}

}  // namespace xiangtu::topology
