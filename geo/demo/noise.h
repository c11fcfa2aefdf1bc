// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/plane.h"

#include <cstdint>

namespace xiangtu::demo {

/// Gradient noise on the plane (after Perlin 2002, hashed instead of tabled): smooth, about [-1, 1],
/// features one unit across. Pure function of seed and place.
[[nodiscard]] double noiseAt(std::uint64_t seed, double x, double y) noexcept;

/// Octaves of gradient noise, each half as large and half as strong; wavelength of the first in metres.
[[nodiscard]] double fractalNoise(std::uint64_t seed, Metres p, double wavelength, int octaves) noexcept;

}  // namespace xiangtu::demo
