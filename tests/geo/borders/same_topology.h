// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/snapshot.h"
#include "topology/topology.h"

#include <string>

namespace xiangtu::borders {

/// The topology of a snapshot, built anew.
[[nodiscard]] topology::Topology built(const model::Snapshot& snapshot);

/// What differs between two topologies as sets of arcs with their faces and as arcs of faces; "" when nothing.
[[nodiscard]] std::string difference(const topology::Topology& a, const topology::Topology& b);

}  // namespace xiangtu::borders
