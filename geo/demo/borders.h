// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/mesh.h"
#include "demo/terrain.h"
#include "geom/polygon_set.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// For each smallest region (grid) its ancestors: above[l][grid] = region of the l-th level above, l = 0
/// being the grid itself.
using Ancestry = std::vector<std::vector<std::uint32_t>>;

/// The border of every smallest region, each piece once. Regions are sets of mesh points; a border
/// crosses the mesh edges between points of different regions, one vertex per crossed edge and one
/// per triangle where three regions meet. It stays inside the triangles it crosses, so borders cannot
/// meet elsewhere, and all levels share the vertices. On the outline a border ends at a vertex
/// of the outline; none is added.
class Borders {
public:
    Borders(const Mesh& mesh, const Terrain& terrain, const std::vector<std::uint32_t>& grid, const Ancestry& above,
            std::uint64_t seed);

    /// Polygons of one level, region by region. Throws Error{Fault::geometry} should a region touch itself.
    [[nodiscard]] geom::PolygonSet rings(std::size_t level, std::size_t regions) const;

private:
    /// A piece of border between two nodes, seen so that `left` lies on its left; right is kNone outside.
    struct Piece {
        std::uint32_t from, to, left, right;
    };

    [[nodiscard]] std::uint32_t edgeNode(std::uint32_t t, int i) const noexcept;
    [[nodiscard]] std::uint32_t nodeOn(std::uint32_t t, int i) const noexcept;
    void chooseOutlineEnds(const std::vector<std::uint32_t>& grid, const Ancestry& above);
    void placeNodes(const Terrain& terrain, const std::vector<std::uint32_t>& grid, std::uint64_t seed);
    void smooth(const std::vector<std::uint32_t>& grid);
    void collect(const std::vector<std::uint32_t>& grid);

    const Mesh& m_mesh;
    const Ancestry& m_above;
    std::vector<std::uint8_t> m_endsAtFirst;  ///< per triangle, bit i: the outline edge is owned by its second vertex
    std::vector<float> m_share;               ///< per edge node: where on the edge, from the smaller mesh point
    std::vector<geom::GridPoint> m_at;        ///< per node
    std::vector<Piece> m_pieces;
};

}  // namespace xiangtu::demo
