// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "topology/border_detail.h"
#include "topology/face_plane.h"

namespace xiangtu::topology {

/// What far views are drawn from instead of polygons and arcs. Derived, immutable; belongs to one state
/// of the borders, whose face numbers (scene::FaceNumbers) it holds.
struct Detail {
    FacePlane faces;
    BorderDetail borders;
};

}  // namespace xiangtu::topology
