// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <algorithm>
#include <compare>

namespace xiangtu::app {

/// A rectangle of screen or image pixels; right and bottom are exclusive.
struct PixelRect {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] bool empty() const noexcept { return left >= right || top >= bottom; }
    [[nodiscard]] double width() const noexcept { return right - left; }
    [[nodiscard]] double height() const noexcept { return bottom - top; }
    [[nodiscard]] PixelRect intersected(const PixelRect& other) const noexcept {
        return {std::max(left, other.left), std::max(top, other.top), std::min(right, other.right),
                std::min(bottom, other.bottom)};
    }
    auto operator<=>(const PixelRect&) const = default;
};

/// One image, or a piece of it, put on the screen.
struct ImageDraw {
    QImage image;
    PixelRect target;  ///< device pixels of the view, whole numbers
    PixelRect source;  ///< pixels of the image

    /// Copied pixel by pixel, not resampled.
    [[nodiscard]] bool exact() const noexcept {
        return source.width() == target.width() && source.height() == target.height();
    }
};

}  // namespace xiangtu::app
