// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "geom/polygon_set.h"

#include <cstdint>
#include <vector>

namespace xiangtu::geom {

/// A point of a plane in which areas are measured: u grows evenly with the longitude, v with the latitude alone.
struct PlanePoint {
    double u = 0;
    double v = 0;
    double bend = 0;  ///< second derivative of v by the latitude in degrees
};
/// Takes degrees to that plane. An edge straight in degrees is not straight there, and is measured as it bends.
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
        double bend;  ///< of v, by the square of y's unit
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
    /// The integral of u dv along the part of edge a-b between two shares of it, u counted from `origin`. Summed along
    /// a closed path counter-clockwise it is the area inside.
    [[nodiscard]] static double areaUnder(const Vertex& a, const Vertex& b, double from, double to,
                                          double origin) noexcept {
        // v(t) = a.v + t dv - c t (1 - t) to second order, which is what edges of kilometres need.
        const double du = b.u - a.u, u = a.u - origin, dy = b.y - a.y;
        const double c = (a.bend + b.bend) / 4 * dy * dy, dv = b.v - a.v - c;
        const auto upTo = [&](double t) { return t * (u * dv + t * (dv * du / 2 + c * u + t * (2 * c * du / 3))); };
        return upTo(to) - upTo(from);
    }
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
