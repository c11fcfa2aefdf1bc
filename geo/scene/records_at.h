// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "scene/options.h"

#include <vector>

namespace xiangtu::scene {

struct RecordAt {
    std::size_t registerIndex = 0;  ///< into Snapshot::registers
    std::int64_t record = 0;        ///< its id
    double metres = 0;              ///< from the place asked for; 0 = inside
    bool operator==(const RecordAt&) const = default;
};

/// Records of the registers shown that lie at a place, the one a tap most likely means first: points
/// within the tolerance by distance, lines by distance, then polygons around the place, smallest
/// first. Every record is looked at: some milliseconds for a hundred thousand.
[[nodiscard]] std::vector<RecordAt> recordsAt(const model::Snapshot& snapshot, const Options& options,
                                              geom::GeoPoint place, double toleranceMetres);

}  // namespace xiangtu::scene
