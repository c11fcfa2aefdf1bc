// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/mesh.h"
#include "demo/spacing.h"

namespace xiangtu::demo {

/// Adds points inside until triangles are about as large as `spacing` asks and well shaped (circumcentre
/// insertion after Chew and Ruppert). The outline keeps exactly the vertices it has: a point that would
/// come too close to it is left out.
void refine(Mesh& mesh, const Spacing& spacing);

}  // namespace xiangtu::demo
