// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/borders.h"

#include "base/parallel.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace xiangtu::display {

namespace {

constexpr std::size_t kLevels = topology::kMaxLevels;
static_assert(kLevels == model::kLevelCount);
/// Arcs looked at at a time by one core.
constexpr std::size_t kGrain = 65536;

std::string numbered(std::string_view name, std::size_t number) {
    return std::string(name) + "." + std::to_string(number);
}

std::optional<topology::Topology> readTopology(const Extras& sections) {
    auto points = sections.array<geom::GridPoint>("arc.points");
    auto arcs = sections.array<topology::Arc>("arcs");
    auto faces = sections.array<std::uint32_t>("arc.faces");
    auto conflicts = sections.array<topology::Conflict>("arc.conflicts");
    if (!points || !arcs || !faces || !conflicts) return std::nullopt;
    topology::Topology::Arrays arrays{
        std::move(*points), std::move(*arcs), std::move(*faces), std::move(*conflicts), {}, {}};
    for (std::size_t l = 0; l < kLevels; ++l) {
        auto start = sections.array<std::uint32_t>(numbered("face.start", l));
        auto list = sections.array<std::uint32_t>(numbered("face.arcs", l));
        if (!start || !list) return std::nullopt;
        arrays.faceStart[l] = std::move(*start);
        arrays.faceArcs[l] = std::move(*list);
    }
    return topology::Topology::of(std::move(arrays));
}

/// Whether every face that arcs and conflicts name is a unit of its level.
bool facesExist(const topology::Topology& topology, const store::Kept& kept) {
    std::array<std::size_t, kLevels> units{};
    for (std::size_t l = 0; l < kLevels; ++l) units[l] = kept.levels[l]->units.size();
    const auto exists = [&](std::size_t level, std::uint32_t face) {
        return face == topology::kNoFace || (level < kLevels && face < units[level]);
    };
    const auto arcs = topology.arcs();
    std::atomic<bool> sound{true};
    base::parallelFor(arcs.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        for (std::size_t a = begin; a < end; ++a) {
            for (std::size_t l = 0; l < kLevels; ++l) {
                if (!exists(l, topology.left(arcs[a], l)) || !exists(l, topology.right(arcs[a], l))) sound = false;
            }
        }
    });
    return sound && std::ranges::all_of(topology.conflicts(), [&](const topology::Conflict& c) {
               return exists(c.level, c.faceA) && exists(c.level, c.faceB);
           });
}

std::optional<index::BoxTree> readTree(const Extras& sections, std::size_t level, std::size_t units) {
    auto boxes = sections.array<geom::GridBox>(numbered("tree.boxes", level));
    auto numbers = sections.array<std::uint32_t>(numbered("tree.numbers", level));
    if (!boxes || !numbers) return std::nullopt;
    if (std::ranges::any_of(*numbers, [&](std::uint32_t row) { return row >= units; })) return std::nullopt;
    return index::BoxTree::of({std::move(*boxes), std::move(*numbers)});
}

}  // namespace

void addBorders(const Borders& borders, std::vector<Section>& out) {
    const topology::Topology::Arrays& arrays = borders.topology->arrays();
    out.push_back(section("arc.points", arrays.points));
    out.push_back(section("arcs", arrays.arcs));
    out.push_back(section("arc.faces", arrays.faces));
    out.push_back(section("arc.conflicts", arrays.conflicts));
    for (std::size_t l = 0; l < kLevels; ++l) {
        out.push_back(section(numbered("face.start", l), arrays.faceStart[l]));
        out.push_back(section(numbered("face.arcs", l), arrays.faceArcs[l]));
        const index::BoxTree::Arrays& tree = borders.units->tree(model::Level(l)).arrays();
        out.push_back(section(numbered("tree.boxes", l), tree.boxes));
        out.push_back(section(numbered("tree.numbers", l), tree.numbers));
    }
}

Borders readBorders(const Extras& sections, const store::Kept& kept) {
    auto topology = readTopology(sections);
    if (!topology || !facesExist(*topology, kept)) return {};
    std::array<index::BoxTree, kLevels> trees;
    for (std::size_t l = 0; l < kLevels; ++l) {
        const std::size_t units = kept.levels[l]->units.size();
        if (topology->arrays().faceStart[l].size() != units + 1) return {};
        auto tree = readTree(sections, l, units);
        if (!tree) return {};
        trees[l] = std::move(*tree);
    }
    return {std::make_shared<const topology::Topology>(std::move(*topology)),
            std::make_shared<const index::UnitIndex>(kept.levels, std::move(trees))};
}

}  // namespace xiangtu::display
