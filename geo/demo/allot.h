// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::demo {

/// Shares `total` whole things out in proportion to `weights`, everyone getting at least `least` and the
/// sum being exact (largest remainders). Precondition: total >= least * weights.size().
[[nodiscard]] std::vector<std::uint32_t> allot(std::span<const double> weights, std::uint32_t total,
                                               std::uint32_t least);

}  // namespace xiangtu::demo
