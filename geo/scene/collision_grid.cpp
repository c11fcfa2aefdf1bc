// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/collision_grid.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::scene {

namespace {
constexpr double kCellPx = 96;
}

CollisionGrid::CollisionGrid(int widthPx, int heightPx, double marginPx)
    : m_margin(marginPx),
      m_columns(int((widthPx + 2 * marginPx) / kCellPx) + 1),
      m_rows(int((heightPx + 2 * marginPx) / kCellPx) + 1),
      m_cells(std::size_t(m_columns) * std::size_t(m_rows)) {}

CollisionGrid::Range CollisionGrid::cellsOf(const ScreenBox& box) const noexcept {
    const auto cell = [&](double v, int count) {
        return int(std::clamp(std::floor((v + m_margin) / kCellPx), 0.0, double(count - 1)));
    };
    return {cell(box.left, m_columns), cell(box.top, m_rows), cell(box.right, m_columns), cell(box.bottom, m_rows)};
}

bool CollisionGrid::free(const ScreenBox& box) const noexcept {
    const Range r = cellsOf(box);
    for (int y = r.y0; y <= r.y1; ++y) {
        for (int x = r.x0; x <= r.x1; ++x) {
            for (const ScreenBox& taken : m_cells[std::size_t(y) * std::size_t(m_columns) + std::size_t(x)]) {
                if (taken.overlaps(box)) return false;
            }
        }
    }
    return true;
}

void CollisionGrid::take(const ScreenBox& box) {
    const Range r = cellsOf(box);
    for (int y = r.y0; y <= r.y1; ++y) {
        for (int x = r.x0; x <= r.x1; ++x) {
            m_cells[std::size_t(y) * std::size_t(m_columns) + std::size_t(x)].push_back(box);
        }
    }
}

}  // namespace xiangtu::scene
