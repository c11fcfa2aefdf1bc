// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/pattern.h"

#include "raster/pattern_art.h"

namespace xiangtu::raster {

namespace {

/// A line every eight pixels where the expression is 0, softened by its neighbours.
template <class F>
constexpr Mask lines(F&& distance) {
    Mask mask{};
    for (int y = 0; y < kPatternPx; ++y) {
        for (int x = 0; x < kPatternPx; ++x) {
            const int d = ((distance(x, y) % 8) + 8) % 8;
            mask[std::size_t(y * kPatternPx + x)] = d == 0 ? 255 : (d == 1 || d == 7) ? 64 : 0;
        }
    }
    return mask;
}

constexpr Mask both(const Mask& a, const Mask& b) {
    Mask mask{};
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = a[i] > b[i] ? a[i] : b[i];
    return mask;
}

constexpr Mask kEmpty{};
constexpr Mask kFull = [] {
    Mask mask{};
    mask.fill(255);
    return mask;
}();
constexpr Mask kDiagonal = lines([](int x, int y) { return x + y; });
constexpr Mask kBackDiagonal = lines([](int x, int y) { return x - y; });
constexpr Mask kHorizontal = lines([](int, int y) { return y; });
constexpr Mask kVertical = lines([](int x, int) { return x; });

constexpr Mask kCrossed = both(kDiagonal, kBackDiagonal);

}  // namespace

const Mask& hatchMask(model::Hatch hatch) noexcept {
    switch (hatch) {
    case model::Hatch::none: return kEmpty;
    case model::Hatch::diagonal: return kDiagonal;
    case model::Hatch::backDiagonal: return kBackDiagonal;
    case model::Hatch::crossed: return kCrossed;
    case model::Hatch::dots: return art::kDots;
    case model::Hatch::horizontal: return kHorizontal;
    case model::Hatch::vertical: return kVertical;
    }
    return kEmpty;
}

const Mask& patternMask(style::Pattern pattern) noexcept {
    switch (pattern) {
    case style::Pattern::none: return kEmpty;
    case style::Pattern::solid: return kFull;
    case style::Pattern::trees: return art::kTrees;
    case style::Pattern::denseTrees: return art::kDenseTrees;
    case style::Pattern::net: return kCrossed;
    case style::Pattern::rows: return art::kRows;
    case style::Pattern::dots: return art::kDots;
    case style::Pattern::waves: return art::kWaves;
    case style::Pattern::grain: return art::kGrain;
    case style::Pattern::crosses: return art::kCrosses;
    case style::Pattern::rings: return art::kRings;
    case style::Pattern::dashes: return art::kDashes;
    case style::Pattern::pluses: return art::kPluses;
    case style::Pattern::chevrons: return art::kChevrons;
    case style::Pattern::squares: return art::kSquares;
    case style::Pattern::leaves: return art::kLeaves;
    case style::Pattern::bars: return art::kBars;
    case style::Pattern::sparse: return art::kSparse;
    }
    return kEmpty;
}

}  // namespace xiangtu::raster
