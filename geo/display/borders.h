// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/section.h"
#include "index/unit_index.h"
#include "store/kept.h"
#include "topology/topology.h"

#include <memory>
#include <vector>

namespace xiangtu::display {

/// What is derived from the tables' polygons.
struct Borders {
    std::shared_ptr<const topology::Topology> topology;
    std::shared_ptr<const index::UnitIndex> units;
};

void addBorders(const Borders& borders, std::vector<Section>& out);
/// Borders of the kept tables; null members when the sections are missing or do not fit them.
[[nodiscard]] Borders readBorders(const Extras& sections, const store::Kept& kept);

}  // namespace xiangtu::display
