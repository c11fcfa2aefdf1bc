// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace xiangtu::store {

/// A layer of lines, areas and places to trace borders from; no part of the coverage.
struct ReferenceLayer {
    std::int64_t id = 0;
    std::string name;
    std::string source;  ///< file it came from
    std::string crs;     ///< what its coordinates were taken for, and why
    std::string author;
    std::string at;  ///< ISO instant
    std::int64_t features = 0;
};

struct ReferenceFeature {
    std::int64_t id = 0;
    geom::GeoShape shape;  ///< degrees, EPSG:4490
};

struct References {
    std::vector<ReferenceLayer> layers;  ///< by name
    // First free row ids; those of layers taken away are not given again.
    std::int64_t nextLayer = 1;
    std::int64_t nextFeature = 1;
};

// Both read on a connection of their own, on any thread. Throw base::Error as store::open does; a file from before
// there were reference layers has none.

[[nodiscard]] References references(const std::filesystem::path& file);
/// By id.
[[nodiscard]] std::vector<ReferenceFeature> referenceFeatures(const std::filesystem::path& file, std::int64_t layer);

}  // namespace xiangtu::store
