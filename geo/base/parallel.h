// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace xiangtu::base {

/// Calls body(begin, end) over disjoint chunks covering [0, count), on all cores. Returns when all
/// are done; the first exception is rethrown. Chunks hold at least `grain` items.
void parallelFor(std::size_t count, std::size_t grain,
                 const std::function<void(std::size_t begin, std::size_t end)>& body);

}  // namespace xiangtu::base
