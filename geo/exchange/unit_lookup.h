// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "index/unit_index.h"
#include "model/snapshot.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace xiangtu::exchange {

/// Finds the units records of a source belong to.
class UnitLookup {
public:
    explicit UnitLookup(const model::Snapshot& file) : m_file(file), m_index(file) {}

    /// By code, else by a name that only one unit has; on that level, or on the largest that has it.
    [[nodiscard]] model::UnitRef byText(const std::string& text, std::optional<model::Level> level);
    /// Round a point of the shape. Without a level the village, else the township, else the county: records of a
    /// county are kept by village, and a household's grid is too small for a field.
    [[nodiscard]] model::UnitRef byPlace(const geom::GeoShape& shape, std::optional<model::Level> level) const;

private:
    using Names = std::unordered_map<std::string, model::UnitRef>;
    [[nodiscard]] model::UnitRef byName(const std::string& name, model::Level level);

    const model::Snapshot& m_file;
    index::UnitIndex m_index;
    std::array<std::optional<Names>, model::kLevelCount> m_names;  ///< made when asked for; twice = invalid ref
};

}  // namespace xiangtu::exchange
