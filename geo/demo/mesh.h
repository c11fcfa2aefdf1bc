// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"
#include "geom/grid_point.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace xiangtu::demo {

inline constexpr std::uint32_t kNone = UINT32_MAX;

/// Counter-clockwise. neighbour[i] lies across the edge opposite vertex[i], kNone outside. Bit i of
/// `fixed`: that edge belongs to the outline and is never flipped.
struct Triangle {
    std::array<std::uint32_t, 3> vertex;
    std::array<std::uint32_t, 3> neighbour;
    std::uint8_t fixed = 0;
};

/// > 0 when c lies left of a -> b. Exact while points lie within 2^29 lattice units (53 degrees) of each other.
[[nodiscard]] inline std::int64_t side(geom::GridPoint a, geom::GridPoint b, geom::GridPoint c) noexcept {
    return (std::int64_t(b.x) - a.x) * (std::int64_t(c.y) - a.y) -
           (std::int64_t(b.y) - a.y) * (std::int64_t(c.x) - a.x);
}

constexpr int next3(int i) noexcept { return i == 2 ? 0 : i + 1; }
constexpr int prev3(int i) noexcept { return i == 0 ? 2 : i - 1; }

/// Where a point lies in a triangulation.
struct Location {
    std::uint32_t triangle = kNone;
    int onEdge = -1;    ///< on the edge opposite that vertex
    int onVertex = -1;  ///< equal to that vertex
};

/// A triangulation on the lattice. Orientation tests are exact, so no triangle is ever turned over;
/// the choice of diagonals (Lawson flips towards Delaunay, in metres) may round, which only costs beauty.
class Mesh {
public:
    explicit Mesh(Plane plane) : m_plane(plane) {}

    [[nodiscard]] const Plane& plane() const noexcept { return m_plane; }
    [[nodiscard]] std::size_t pointCount() const noexcept { return m_points.size(); }
    [[nodiscard]] geom::GridPoint point(std::uint32_t v) const noexcept { return m_points[v]; }
    [[nodiscard]] Metres metres(std::uint32_t v) const noexcept { return m_metres[v]; }
    [[nodiscard]] const std::vector<Triangle>& triangles() const noexcept { return m_triangles; }
    [[nodiscard]] const Triangle& triangle(std::uint32_t t) const noexcept { return m_triangles[t]; }
    [[nodiscard]] int indexOf(std::uint32_t triangle, std::uint32_t vertex) const noexcept;
    [[nodiscard]] std::uint32_t triangleAt(std::uint32_t vertex) const noexcept { return m_incident[vertex]; }

    std::uint32_t addPoint(geom::GridPoint p);
    std::uint32_t addTriangle(std::uint32_t a, std::uint32_t b, std::uint32_t c);
    void setNeighbour(std::uint32_t t, int i, std::uint32_t other) { m_triangles[t].neighbour[i] = other; }
    /// Fixes an edge on both its sides.
    void fix(std::uint32_t t, int i);

    /// Walks from a triangle towards p; nothing when a fixed edge or the outside is in the way.
    [[nodiscard]] std::optional<Location> walk(std::uint32_t from, geom::GridPoint p) const;
    /// Puts a point into the triangle or edge it lies on, then flips towards Delaunay. Returns its vertex.
    std::uint32_t insert(geom::GridPoint p, const Location& at);
    /// Exchanges the diagonal of the two triangles sharing the edge opposite vertex i of t. Both stay
    /// counter-clockwise only when canFlip(). Afterwards vertex i of t is at position 0 of both.
    void flip(std::uint32_t t, int i);
    [[nodiscard]] bool canFlip(std::uint32_t t, int i) const noexcept;
    /// True when the vertex across the edge lies inside the circle of t.
    [[nodiscard]] bool wantsFlip(std::uint32_t t, int i) const noexcept;
    /// Lawson flips over the whole mesh.
    void legaliseAll();
    /// Takes over another mesh of the same plane; the two are not joined.
    void append(const Mesh& other);
    /// Renumbers points and triangles along a Hilbert curve: neighbours in the plane become neighbours in
    /// memory, and any stretch of numbers is a compact patch of ground.
    void sortAlongCurve();
    /// Keeps only the triangles marked, renumbers, drops unused points and neighbours that are gone.
    void keepOnly(const std::vector<char>& keep);

private:
    void link(std::uint32_t t, std::uint32_t other, std::uint32_t was) noexcept;
    void legaliseStar(std::vector<std::uint32_t>& stack, std::uint32_t vertex);

    Plane m_plane;
    std::vector<geom::GridPoint> m_points;
    std::vector<Metres> m_metres;
    std::vector<std::uint32_t> m_incident;
    std::vector<Triangle> m_triangles;
    std::vector<std::uint32_t> m_stack;
};

}  // namespace xiangtu::demo
