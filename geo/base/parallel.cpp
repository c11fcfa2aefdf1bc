// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

namespace xiangtu::base {

void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body) {
    if (count == 0) return;
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, count, grain ? grain : 1),
                      [&](const auto& range) { body(range.begin(), range.end()); });
}

}  // namespace xiangtu::base
