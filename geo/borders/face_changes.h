// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "topology/patch.h"

#include <array>
#include <unordered_set>

namespace xiangtu::borders {

using FaceChangesPerLevel = std::array<topology::FaceChanges, model::kLevelCount>;

/// How the faces of every level changed between two snapshots of a file, for topology::patched: units are known
/// by their ids, polygons compared as they are. Levels that share their table are not looked at. Who knows which
/// units an edit named says so in `edited`: all others are taken to have the polygon they had.
[[nodiscard]] FaceChangesPerLevel faceChanges(const model::Snapshot& before, const model::Snapshot& after,
                                              const std::unordered_set<model::UnitId>* edited = nullptr);

/// The topology of `after` made out of that of `before`.
[[nodiscard]] topology::Topology patched(const topology::Topology& topology, const model::Snapshot& after,
                                         const FaceChangesPerLevel& changes);

}  // namespace xiangtu::borders
