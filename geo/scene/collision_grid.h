// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace xiangtu::scene {

/// A rectangle on the screen, device pixels.
struct ScreenBox {
    double left = 0, top = 0, right = 0, bottom = 0;
    [[nodiscard]] bool overlaps(const ScreenBox& b) const noexcept {
        return left < b.right && b.left < right && top < b.bottom && b.top < bottom;
    }
};

/// What is already taken on a screen: boxes in cells of a coarse grid, so that a test touches only
/// its neighbourhood. Boxes may reach beyond the screen.
class CollisionGrid {
public:
    /// Covers [-margin, width + margin) × [-margin, height + margin).
    CollisionGrid(int widthPx, int heightPx, double marginPx);

    [[nodiscard]] bool free(const ScreenBox& box) const noexcept;
    void take(const ScreenBox& box);

private:
    struct Range {
        int x0, y0, x1, y1;
    };
    [[nodiscard]] Range cellsOf(const ScreenBox& box) const noexcept;

    double m_margin;
    int m_columns;
    int m_rows;
    std::vector<std::vector<ScreenBox>> m_cells;
};

}  // namespace xiangtu::scene
