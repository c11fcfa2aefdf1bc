// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/noise.h"

#include "demo/rng.h"

#include <array>

namespace xiangtu::demo {

namespace {

struct Gradient {
    double x, y;
};
// Sixteen directions; the irregular angles keep lattice axes from showing.
constexpr std::array<Gradient, 16> kGradients{{{1, 0},
                                               {.92, .38},
                                               {.71, .71},
                                               {.38, .92},
                                               {0, 1},
                                               {-.38, .92},
                                               {-.71, .71},
                                               {-.92, .38},
                                               {-1, 0},
                                               {-.92, -.38},
                                               {-.71, -.71},
                                               {-.38, -.92},
                                               {0, -1},
                                               {.38, -.92},
                                               {.71, -.71},
                                               {.92, -.38}}};

double corner(std::uint64_t seed, std::int64_t ix, std::int64_t iy, double dx, double dy) noexcept {
    const std::uint64_t hash = mix(seed ^ (std::uint64_t(ix) * 0x9E3779B97F4A7C15ull + std::uint64_t(iy)));
    const Gradient g = kGradients[hash >> 60];
    return g.x * dx + g.y * dy;
}

constexpr double fade(double t) noexcept { return t * t * t * (t * (t * 6 - 15) + 10); }

}  // namespace

double noiseAt(std::uint64_t seed, double x, double y) noexcept {
    const double fx = std::floor(x), fy = std::floor(y);
    const auto ix = std::int64_t(fx), iy = std::int64_t(fy);
    const double dx = x - fx, dy = y - fy, u = fade(dx), v = fade(dy);
    const double south = corner(seed, ix, iy, dx, dy) * (1 - u) + corner(seed, ix + 1, iy, dx - 1, dy) * u;
    const double north =
        corner(seed, ix, iy + 1, dx, dy - 1) * (1 - u) + corner(seed, ix + 1, iy + 1, dx - 1, dy - 1) * u;
    return 1.4 * (south * (1 - v) + north * v);
}

double fractalNoise(std::uint64_t seed, Metres p, double wavelength, int octaves) noexcept {
    double sum = 0, strength = 1, total = 0;
    for (int i = 0; i < octaves; ++i) {
        sum += strength * noiseAt(mix(seed, std::uint64_t(i)), p.x / wavelength, p.y / wavelength);
        total += strength;
        strength /= 2;
        wavelength /= 2;
    }
    return sum / total * 1.3;
}

}  // namespace xiangtu::demo
