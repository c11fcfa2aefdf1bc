// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace xiangtu::indicators {

/// Whole ten-thousandths: sums of them do not depend on their order, and what was added can be taken
/// off again exactly. One contribution is limited to ±9e11, so that a thousand of the largest still fit.
using Amount = std::int64_t;

inline constexpr double kAmountsPerOne = 10000;
inline constexpr double kLargest = 9e11;

[[nodiscard]] inline Amount toAmount(double x) noexcept {
    return std::llround(std::clamp(x, -kLargest, kLargest) * kAmountsPerOne);
}
[[nodiscard]] inline double fromAmount(Amount a) noexcept { return double(a) / kAmountsPerOne; }

}  // namespace xiangtu::indicators
