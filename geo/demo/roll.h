// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/county_shape.h"
#include "demo/facts.h"
#include "model/draft.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::demo {

/// A generated county: its facts, its shape, and for every unit code, name and households. Positions are
/// those of the shape.
class Roll {
public:
    Roll(CountyFacts facts, CountyShape shape, std::uint64_t seed);
    Roll(Roll&&) = default;
    Roll(const Roll&) = delete;

    [[nodiscard]] const CountyFacts& facts() const noexcept { return m_facts; }
    [[nodiscard]] const CountyShape& shape() const noexcept { return m_shape; }
    [[nodiscard]] std::uint64_t seed() const noexcept { return m_seed; }
    [[nodiscard]] std::uint32_t count(model::Level level) const noexcept {
        return std::uint32_t(m_codes[model::indexOf(level)].size());
    }
    [[nodiscard]] model::Code code(model::Level level, std::uint32_t unit) const {
        return m_codes[model::indexOf(level)][unit];
    }
    [[nodiscard]] std::string name(model::Level level, std::uint32_t unit) const;
    /// The name without 村委会 / 居委会, as organisations and bases use it.
    [[nodiscard]] std::string shortName(model::Level level, std::uint32_t unit) const;
    [[nodiscard]] model::UnitKind kind(model::Level level, std::uint32_t unit) const;
    [[nodiscard]] std::int32_t households(model::Level level, std::uint32_t unit) const {
        return m_households[model::indexOf(level)][unit];
    }
    [[nodiscard]] std::uint32_t parent(model::Level level, std::uint32_t unit) const {
        return m_shape.parent[model::indexOf(level)][unit];
    }
    [[nodiscard]] geom::GridPoint middle(model::Level level, std::uint32_t unit) const {
        return m_shape.middle[model::indexOf(level)][unit];
    }
    /// The unit as the file takes it.
    [[nodiscard]] model::NewUnit draft(model::Level level, std::uint32_t unit) const;

private:
    [[nodiscard]] const NamedUnit& named(model::Level level, std::uint32_t unit) const;

    CountyFacts m_facts;
    CountyShape m_shape;
    std::uint64_t m_seed;
    std::vector<const NamedUnit*> m_villages;
    std::array<std::vector<model::Code>, model::kLevelCount> m_codes;
    std::array<std::vector<std::int32_t>, model::kLevelCount> m_households;
    std::vector<std::string> m_naturalNames;
};

/// What shapeCounty needs to know of a county.
[[nodiscard]] std::vector<TownshipWish> townshipWishes(const CountyFacts& facts);

}  // namespace xiangtu::demo
