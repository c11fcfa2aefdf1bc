// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstdint>
#include <functional>

namespace xiangtu::geom {

/// Grid cells per degree: unit borders live on a lattice of 1e-7 degree (about 1.1 cm).
inline constexpr double kGridPerDegree = 1e7;

/// Longitude and latitude in degrees, EPSG:4490 (CGCS2000), x = longitude first.
struct GeoPoint {
    double lon = 0;
    double lat = 0;
    auto operator<=>(const GeoPoint&) const = default;
};

/// A point of the border lattice: degrees * 1e7 rounded, x = longitude, y = latitude.
/// All coverage arithmetic is exact integer arithmetic on these.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    auto operator<=>(const GridPoint&) const = default;
};

[[nodiscard]] inline GridPoint snapToGrid(GeoPoint p) noexcept {
    return {std::int32_t(std::llround(p.lon * kGridPerDegree)), std::int32_t(std::llround(p.lat * kGridPerDegree))};
}
[[nodiscard]] inline GeoPoint toGeo(GridPoint p) noexcept { return {p.x / kGridPerDegree, p.y / kGridPerDegree}; }

/// Closed box on the lattice. Empty when min > max (the default).
struct GridBox {
    GridPoint min{INT32_MAX, INT32_MAX};
    GridPoint max{INT32_MIN, INT32_MIN};

    [[nodiscard]] bool empty() const noexcept { return min.x > max.x || min.y > max.y; }
    void extend(GridPoint p) noexcept {
        min.x = std::min(min.x, p.x);
        min.y = std::min(min.y, p.y);
        max.x = std::max(max.x, p.x);
        max.y = std::max(max.y, p.y);
    }
    void extend(const GridBox& b) noexcept {
        if (!b.empty()) {
            extend(b.min);
            extend(b.max);
        }
    }
    [[nodiscard]] bool contains(GridPoint p) const noexcept {
        return p.x >= min.x && p.x <= max.x && p.y >= min.y && p.y <= max.y;
    }
    [[nodiscard]] bool intersects(const GridBox& b) const noexcept {
        return min.x <= b.max.x && b.min.x <= max.x && min.y <= b.max.y && b.min.y <= max.y;
    }
    auto operator<=>(const GridBox&) const = default;
};

/// Twice the signed area of the triangle o-a-b: > 0 when b lies left of o->a. Exact.
[[nodiscard]] inline __int128 cross(GridPoint o, GridPoint a, GridPoint b) noexcept {
    return __int128(std::int64_t(a.x) - o.x) * (std::int64_t(b.y) - o.y) -
           __int128(std::int64_t(a.y) - o.y) * (std::int64_t(b.x) - o.x);
}

struct GridPointHash {
    std::size_t operator()(GridPoint p) const noexcept {
        std::uint64_t h = (std::uint64_t(std::uint32_t(p.x)) << 32) | std::uint32_t(p.y);
        h ^= h >> 31;
        h *= 0x9E3779B97F4A7C15ull;
        h ^= h >> 29;
        return std::size_t(h);
    }
};

}  // namespace xiangtu::geom
