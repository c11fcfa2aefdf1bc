// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/parallel.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace xiangtu::base {

/// Sorts ascending by `<`, on all cores: pieces first, then merged two by two. As std::sort, equal values in any order.
template <class T>
void parallelSort(std::vector<T>& values) {
    constexpr std::size_t kPieces = 16, kWorthWhile = 1 << 16;
    if (values.size() < kWorthWhile) {
        std::ranges::sort(values);
        return;
    }
    const auto border = [&](std::size_t piece) {
        return values.begin() + std::ptrdiff_t(values.size() * std::min(piece, kPieces) / kPieces);
    };
    parallelFor(kPieces, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) std::sort(border(i), border(i + 1));
    });
    for (std::size_t width = 1; width < kPieces; width *= 2) {
        parallelFor(kPieces / (2 * width), 1, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i)
                std::inplace_merge(border(2 * i * width), border((2 * i + 1) * width), border((2 * i + 2) * width));
        });
    }
}

}  // namespace xiangtu::base
