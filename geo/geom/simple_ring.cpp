// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/simple_ring.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace xiangtu::geom {

namespace {

constexpr std::size_t kMostComparisons = 128;  // for each segment

/// Corners on the lattice, exact.
struct Exact {
    using Number = std::int64_t;
    static Number x(GridPoint p) { return p.x; }
    static Number y(GridPoint p) { return p.y; }
    /// The side of a → b that c lies on: 1 left, -1 right, 0 on the line.
    static int side(GridPoint a, GridPoint b, GridPoint c) {
        const __int128 det = __int128(x(b) - x(a)) * (y(c) - y(a)) - __int128(y(b) - y(a)) * (x(c) - x(a));
        return (det > 0) - (det < 0);
    }
    static bool ahead(GridPoint a, GridPoint b, GridPoint c) {
        return __int128(x(b) - x(a)) * (x(c) - x(b)) + __int128(y(b) - y(a)) * (y(c) - y(b)) > 0;
    }
};

/// Corners in degrees: what rounding leaves open counts as on the line. Bound: Shewchuk, Adaptive Precision
/// Floating-Point Arithmetic and Fast Robust Geometric Predicates (1997), section 4.3.
struct Filtered {
    using Number = double;
    static Number x(GeoPoint p) { return p.lon; }
    static Number y(GeoPoint p) { return p.lat; }
    static int side(GeoPoint a, GeoPoint b, GeoPoint c) {
        constexpr double kEpsilon = 0x1p-53, kBound = (3 + 16 * kEpsilon) * kEpsilon;
        const double left = (a.lon - c.lon) * (b.lat - c.lat), right = (a.lat - c.lat) * (b.lon - c.lon);
        const double det = left - right, bound = kBound * (std::abs(left) + std::abs(right));
        return (det > bound) - (det < -bound);
    }
    static bool ahead(GeoPoint a, GeoPoint b, GeoPoint c) {
        const double along = (b.lon - a.lon) * (c.lon - b.lon), across = (b.lat - a.lat) * (c.lat - b.lat);
        return along + across > 0x1p-48 * (std::abs(along) + std::abs(across));
    }
};

template <class Corner, class Point>
class Segments {
public:
    explicit Segments(std::span<const Point> ring) : m_ring(ring) {}

    bool simple() {
        const std::size_t n = m_ring.size();
        if (n < 3) return false;
        for (std::size_t i = 0; i < n; ++i) {
            const Point a = m_ring[i], b = m_ring[(i + 1) % n], c = m_ring[(i + 2) % n];
            // Along a line it goes on, or it turns back on itself or stands still.
            if (Corner::side(a, b, c) == 0 && !Corner::ahead(a, b, c)) return false;
        }
        order();
        std::size_t left = kMostComparisons * n;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = i + 1; j < n && m_sorted[j].least <= m_sorted[i].greatest; ++j) {
                if (left-- == 0) return false;
                if (meet(m_sorted[i].number, m_sorted[j].number)) return false;
            }
        }
        return true;
    }

private:
    using Number = typename Corner::Number;
    struct Reach {
        Number least, greatest;  ///< x
        std::uint32_t number;
    };

    void order() {
        const std::size_t n = m_ring.size();
        m_sorted.reserve(n);
        for (std::size_t i = 0; i < n; ++i) {
            const Number a = Corner::x(m_ring[i]), b = Corner::x(m_ring[(i + 1) % n]);
            m_sorted.push_back({std::min(a, b), std::max(a, b), std::uint32_t(i)});
        }
        std::ranges::sort(m_sorted, {}, &Reach::least);
    }

    /// Whether two segments that are no neighbours may have a point in common.
    bool meet(std::size_t i, std::size_t j) const {
        const std::size_t n = m_ring.size(), after = (i + 1) % n, beyond = (j + 1) % n;
        if (after == j || beyond == i) return false;
        const Point a = m_ring[i], b = m_ring[after], c = m_ring[j], d = m_ring[beyond];
        if (std::max(Corner::y(a), Corner::y(b)) < std::min(Corner::y(c), Corner::y(d))) return false;
        if (std::max(Corner::y(c), Corner::y(d)) < std::min(Corner::y(a), Corner::y(b))) return false;
        return Corner::side(a, b, c) * Corner::side(a, b, d) <= 0 && Corner::side(c, d, a) * Corner::side(c, d, b) <= 0;
    }

    std::span<const Point> m_ring;
    std::vector<Reach> m_sorted;  ///< segments by where they begin
};

}  // namespace

bool surelySimple(std::span<const GridPoint> ring) { return Segments<Exact, GridPoint>(ring).simple(); }
bool surelySimple(std::span<const GeoPoint> ring) {
    const bool finite =
        std::ranges::all_of(ring, [](GeoPoint p) { return std::isfinite(p.lon) && std::isfinite(p.lat); });
    return finite && Segments<Filtered, GeoPoint>(ring).simple();
}

}  // namespace xiangtu::geom
