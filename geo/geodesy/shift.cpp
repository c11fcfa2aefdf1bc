// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/shift.h"

#include <cmath>
#include <numbers>

namespace xiangtu::geodesy {

namespace {

constexpr double kPi = std::numbers::pi;
// Krasovsky 1940.
constexpr double kSemiMajor = 6378245.0;
constexpr double kEccentricity2 = 0.00669342162296594323;

bool insideBox(geom::GeoPoint p) noexcept {
    return p.lon >= 72.004 && p.lon <= 137.8347 && p.lat >= 0.8293 && p.lat <= 55.8271;
}

/// Offset in degrees. The two polynomials are those of the published formula; x and y are the
/// distance in degrees from 105° E, 35° N.
geom::GeoPoint offset(geom::GeoPoint p) noexcept {
    const double x = p.lon - 105;
    const double y = p.lat - 35;
    const double root = std::sqrt(std::abs(x));
    const double shared = (20 * std::sin(6 * x * kPi) + 20 * std::sin(2 * x * kPi)) * 2 / 3;

    double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + shared;
    north += (20 * std::sin(y * kPi) + 40 * std::sin(y / 3 * kPi)) * 2 / 3;
    north += (160 * std::sin(y / 12 * kPi) + 320 * std::sin(y * kPi / 30)) * 2 / 3;

    double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + shared;
    east += (20 * std::sin(x * kPi) + 40 * std::sin(x / 3 * kPi)) * 2 / 3;
    east += (150 * std::sin(x / 12 * kPi) + 300 * std::sin(x / 30 * kPi)) * 2 / 3;

    const double lat = p.lat * kPi / 180;
    const double w2 = 1 - kEccentricity2 * std::sin(lat) * std::sin(lat);
    const double w = std::sqrt(w2);
    const double metresPerDegreeNorth = kSemiMajor * (1 - kEccentricity2) / (w2 * w) * kPi / 180;
    const double metresPerDegreeEast = kSemiMajor / w * std::cos(lat) * kPi / 180;
    return {east / metresPerDegreeEast, north / metresPerDegreeNorth};
}

}  // namespace

geom::GeoPoint gcj02FromWgs84(geom::GeoPoint p) noexcept {
    if (!insideBox(p)) return p;
    const geom::GeoPoint d = offset(p);
    return {p.lon + d.lon, p.lat + d.lat};
}

geom::GeoPoint wgs84FromGcj02(geom::GeoPoint p) noexcept {
    if (!insideBox(p)) return p;
    // The offset changes by less than a thousandth of the distance moved, so each round gains about
    // three digits; the limit is a guard, not a working point.
    geom::GeoPoint guess = p;
    for (int round = 0; round < 20; ++round) {
        const geom::GeoPoint d = offset(guess);
        const geom::GeoPoint next{p.lon - d.lon, p.lat - d.lat};
        const double moved = std::max(std::abs(next.lon - guess.lon), std::abs(next.lat - guess.lat));
        guess = next;
        if (moved < 1e-11) break;
    }
    return guess;
}

}  // namespace xiangtu::geodesy
