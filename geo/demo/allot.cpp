// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/allot.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace xiangtu::demo {

std::vector<std::uint32_t> allot(std::span<const double> weights, std::uint32_t total, std::uint32_t least) {
    assert(total >= least * weights.size());
    std::vector<std::uint32_t> share(weights.size(), least);
    if (weights.empty()) return share;
    std::uint32_t left = total - std::uint32_t(least * weights.size());
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    // Those already above their due by the minimum get nothing more; the others share the rest.
    std::vector<double> due(weights.size());
    double open = 0;
    for (std::size_t i = 0; i < due.size(); ++i) {
        due[i] = std::max(0.0, (sum > 0 ? weights[i] / sum : 1.0 / double(due.size())) * total - least);
        open += due[i];
    }
    std::vector<std::size_t> order(weights.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::vector<double> rest(weights.size());
    std::uint32_t given = 0;
    for (std::size_t i = 0; i < due.size(); ++i) {
        const double exact = open > 0 ? due[i] / open * left : double(left) / double(due.size());
        const double whole = std::floor(exact + 1e-9);
        share[i] += std::uint32_t(whole);
        given += std::uint32_t(whole);
        rest[i] = exact - whole;
    }
    std::ranges::stable_sort(order, [&](auto a, auto b) { return rest[a] > rest[b]; });
    for (std::size_t i = 0; given < left; ++i, ++given) ++share[order[i % order.size()]];
    return share;
}

}  // namespace xiangtu::demo
