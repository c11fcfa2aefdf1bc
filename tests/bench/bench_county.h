// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/geometry.h"
#include "support/coverage.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <memory>
#include <vector>

namespace xiangtu::bench {

/// A county of about `grids` household grids with 32 vertices each, nested in five levels. Cells are as
/// wide as a real county's: at 15,000 the whole is about 38 m per pixel on 1280 × 800.
inline std::shared_ptr<const scene::Geometry> county(int grids) {
    const int side = int(std::lround(std::sqrt(double(grids))));
    const auto snapshot = std::make_shared<const model::Snapshot>(
        support::snapshot({.side = side, .cellDegrees = 0.0024, .edgePoints = 7}));
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (const model::Level level : model::kLevels) sets[model::indexOf(level)] = &snapshot->table(level).shapes;
    auto topology = std::make_shared<const topology::Topology>(topology::build(sets));
    return std::make_shared<const scene::Geometry>(snapshot, std::move(topology),
                                                   std::make_shared<const index::UnitIndex>(*snapshot));
}

/// Middle of the times of a run.
inline double median(std::vector<double> seconds) {
    std::ranges::sort(seconds);
    return seconds.empty() ? 0 : seconds[seconds.size() / 2];
}

template <class F>
double secondsOf(F&& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

}  // namespace xiangtu::bench
