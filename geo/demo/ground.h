// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/mesh.h"
#include "demo/spacing.h"
#include "demo/terrain.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// The mesh as a graph that regions grow over: its points, joined by mesh edges, with the effort of
/// each step. Points of triangles too thin for a border to pass between are tied together and always
/// get the same region.
class Ground {
public:
    /// Effort of one ordinary mesh step.
    static constexpr int kStep = 32;
    static constexpr int kMaxCost = 4095;

    Ground(const Mesh& mesh, const Terrain& terrain, const Spacing& spacing);

    struct Step {
        std::uint32_t to;
        std::uint16_t cost;
    };

    [[nodiscard]] std::size_t size() const noexcept { return m_tie.size(); }
    [[nodiscard]] std::span<const Step> steps(std::uint32_t v) const noexcept {
        return {m_steps.data() + m_start[v], m_start[v + 1] - m_start[v]};
    }
    /// Next point of the ring of points tied to v; v itself when it is free.
    [[nodiscard]] std::uint32_t tiedTo(std::uint32_t v) const noexcept { return m_tie[v]; }
    [[nodiscard]] const Mesh& mesh() const noexcept { return m_mesh; }

private:
    void tieThin();
    void tie(std::uint32_t a, std::uint32_t b);

    const Mesh& m_mesh;
    std::vector<std::uint32_t> m_start;
    std::vector<Step> m_steps;
    std::vector<std::uint32_t> m_tie;
};

}  // namespace xiangtu::demo
