// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scheme.h"
#include "style/style_sheet.h"

#include <array>
#include <cstdint>

namespace xiangtu::raster {

/// A repeating mask, kPatternPx × kPatternPx interface pixels, 0 … 255 per pixel.
inline constexpr int kPatternPx = 16;
using Mask = std::array<std::uint8_t, std::size_t(kPatternPx) * kPatternPx>;

/// Ink of a hatch; `none` is empty. Strokes join across the edges of the mask.
[[nodiscard]] const Mask& hatchMask(model::Hatch hatch) noexcept;
/// Ink of an overlay pattern; `solid` is full, `none` empty.
[[nodiscard]] const Mask& patternMask(style::Pattern pattern) noexcept;

/// Mask value at a pixel of the world: (x, y) in device pixels, any origin that all tiles share.
[[nodiscard]] inline std::uint8_t maskAt(const Mask& mask, std::int64_t x, std::int64_t y, double pixelRatio) noexcept {
    const auto cell = [&](std::int64_t v) {
        const auto i = pixelRatio == 1 ? v : std::int64_t(double(v) / pixelRatio);
        return std::size_t(i) & std::size_t(kPatternPx - 1);
    };
    return mask[cell(y) * kPatternPx + cell(x)];
}

}  // namespace xiangtu::raster
