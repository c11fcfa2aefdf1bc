// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "geom/polygon_set.h"

#include <cstdint>
#include <vector>

namespace xiangtu::geom {

/// A point of a plane in which areas are measured.
struct PlanePoint {
    double u = 0;
    double v = 0;
};
/// Takes degrees to that plane; orientation must stay.
using ToPlane = PlanePoint (*)(GeoPoint);

/// A shape made ready to be measured against many others. Its corners stand on a lattice 1024 times finer than
/// that of the borders (about 0.01 mm), as whole numbers in doubles, so that every decision is exact; the areas come
/// from the same corners in the plane given. Outer rings must be counter-clockwise, holes clockwise, and the shape
/// valid (whyInvalid); degrees as they lie in a GeoMultiPolygon are turned that way first.
class Outline {
public:
    struct Vertex {
        double x, y;  ///< units of 1e-7 / 1024 degree
        double u, v;  ///< the same place in the plane of areas
    };
    /// An edge goes from vertex i to i + 1; every ring repeats its first vertex at its end.
    struct Chunk {
        std::uint32_t begin, end;  ///< edges begin … end - 1
        double minX, minY, maxX, maxY;
    };

    Outline() = default;
    Outline(const GeoMultiPolygon& shape, ToPlane toPlane);
    Outline(const PolygonSet& set, std::size_t feature, ToPlane toPlane);

    [[nodiscard]] const std::vector<Vertex>& vertices() const noexcept { return m_vertices; }
    /// Up to kChunk edges each, all edges of all rings in order.
    [[nodiscard]] const std::vector<Chunk>& chunks() const noexcept { return m_chunks; }
    [[nodiscard]] bool empty() const noexcept { return m_chunks.empty(); }
    /// Of all chunks; begin and end mean nothing.
    [[nodiscard]] const Chunk& box() const noexcept { return m_box; }
    /// In the plane of areas.
    [[nodiscard]] double area() const noexcept { return m_area; }

    static constexpr std::uint32_t kChunk = 16;

private:
    template <class P>
    void addRing(const P& points, ToPlane toPlane);

    std::vector<Vertex> m_vertices;
    std::vector<Chunk> m_chunks;
    Chunk m_box{0, 0, 0, 0, 0, 0};
    double m_area = 0;
};

/// Area of what two outlines of one plane have in common, without making that shape: by Green's theorem along the
/// parts of each boundary inside the other. Exact but for the rounding of the sums, also where boundaries lie on each
/// other: the first shape is thought shifted by next to nothing, towards where the half-open rule of contains() looks.
[[nodiscard]] double commonArea(const Outline& a, const Outline& b);

}  // namespace xiangtu::geom
