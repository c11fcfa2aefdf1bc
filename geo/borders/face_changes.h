// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "topology/patch.h"

#include <array>

namespace xiangtu::borders {

/// How the faces of every level changed between two snapshots of a file, for topology::patched: units are known
/// by their ids, polygons compared as they are. Levels that share their table are not looked at.
[[nodiscard]] std::array<topology::FaceChanges, model::kLevelCount> faceChanges(const model::Snapshot& before,
                                                                                const model::Snapshot& after);

/// The topology of `after` made out of that of `before`.
[[nodiscard]] topology::Topology patched(const topology::Topology& topology, const model::Snapshot& before,
                                         const model::Snapshot& after);

}  // namespace xiangtu::borders
