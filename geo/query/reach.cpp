// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/reach.h"

#include "geodesy/distance.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiangtu::query {

namespace {

using geom::GeoPoint;

/// No degree of latitude is shorter (at the equator).
constexpr double kShortestDegree = 110574;
constexpr double kRound = 360 * geom::kGridPerDegree;
/// Shapes are boxed by their nearest lattice points.
constexpr double kSnapped = 1;
/// Of geodesics (nanometres) and of what is reckoned here.
constexpr double kRelative = 1e-9, kMetres = 1e-6;

double squared(double value) { return value * value; }

/// The shorter way round the earth of what is so far apart in longitude.
double shorterRound(double apart, double furthest) { return std::max(0.0, std::min(apart, kRound - furthest)); }

}  // namespace

Reach::Reach(GeoPoint from, double metres) noexcept
    : m_x(from.lon * geom::kGridPerDegree), m_y(from.lat * geom::kGridPerDegree) {
    const double degrees = metres / kShortestDegree;
    m_south = std::max(-90.0, from.lat - degrees);
    m_north = std::min(90.0, from.lat + degrees);
    const double low = m_south <= 0 && m_north >= 0 ? 0 : std::min(std::abs(m_south), std::abs(m_north));
    const double high = std::max(std::abs(m_south), std::abs(m_north));
    const auto perUnit = [](double lat, GeoPoint one) {
        return geodesy::LocalPlane({0, lat}).to({one.lon, lat + one.lat}) / geom::kGridPerDegree;
    };
    m_leastX = perUnit(high, {1, 0});
    m_mostX = perUnit(low, {1, 0});
    m_leastY = perUnit(low, {0, 1});
    m_mostY = perUnit(high, {0, 1});
}

double Reach::least(const geom::GridBox& box) const noexcept {
    const double east = double(box.max.x) - m_x, west = m_x - box.min.x;
    const double apart = std::max(-east, -west), furthest = std::max(east, west);
    const double x = std::max(0.0, shorterRound(apart, furthest) - kSnapped);
    const double y = std::max(0.0, std::max(box.min.y - m_y, m_y - box.max.y) - kSnapped);
    return squared(x * m_leastX) + squared(y * m_leastY);
}

double Reach::most(GeoPoint p) const noexcept {
    if (!(p.lat >= m_south && p.lat <= m_north)) return std::numeric_limits<double>::infinity();
    const double apart = std::abs(p.lon * geom::kGridPerDegree - m_x);
    const double x = shorterRound(apart, apart), y = p.lat * geom::kGridPerDegree - m_y;
    return squared(x * m_mostX) + squared(y * m_mostY);
}

double Reach::beyond(double metres) noexcept { return squared(metres * (1 + kRelative) + kMetres); }

double Reach::surelyWithin(double metres) noexcept {
    return squared(std::max(0.0, metres * (1 - kRelative) - kMetres));
}

}  // namespace xiangtu::query
