// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/county_shape.h"
#include "demo/demo.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace xiangtu::demo {

/// Fails the running test for everything that is wrong with a nested coverage: children's integer areas
/// that do not sum to the parent's; a segment used otherwise than by two neighbours in opposite
/// directions or once along the county's outline; a border of an upper level that is not made of grid
/// borders; borders that cross or touch between their vertices; rings with fewer than four vertices;
/// and, unless `parts` says otherwise, units of several parts.
enum class Parts { one, several };
void expectCleanCoverage(const CountyShape& shape, Parts parts = Parts::one);

/// The facts of a shipped county.
[[nodiscard]] CountyFacts shippedFacts(const std::string& county);
[[nodiscard]] Phrases shippedPhrases();
/// A county of the facts' townships and villages with its made-up outline.
[[nodiscard]] CountyWish wishFor(const CountyFacts& facts, std::uint32_t grids, std::uint64_t seed = kDefaultSeed);

/// Keeps everything it is given.
class MemorySink : public model::Sink {
public:
    void setTitle(const std::string& text, bool isDemo) override {
        title = text;
        demo = isDemo;
    }
    void add(const model::NewUnit& unit) override { units[model::indexOf(unit.level)].push_back(unit); }
    void add(const model::NewPartyOrg& org) override { orgs.push_back(org); }
    void add(const model::NewClass& record) override { classes.push_back(record); }
    void add(const model::NewRecord& record) override { records.push_back(record); }

    /// A number that changes when any row changes: every field of every row in order.
    [[nodiscard]] std::uint64_t fingerprint() const;

    std::string title;
    bool demo = false;
    std::array<std::vector<model::NewUnit>, model::kLevelCount> units;
    std::vector<model::NewPartyOrg> orgs;
    std::vector<model::NewClass> classes;
    std::vector<model::NewRecord> records;
};

/// The county generated into memory with so many grids.
[[nodiscard]] MemorySink generated(const std::string& county, std::optional<std::uint32_t> grids = std::nullopt,
                                   std::uint64_t seed = kDefaultSeed);

}  // namespace xiangtu::demo
