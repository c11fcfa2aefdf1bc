// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plain.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace xiangtu::bench {

int PlainWindows::column(double x) const noexcept {
    return std::clamp(int((x - m_extent.x0) * m_perX), 0, m_columns - 1);
}
int PlainWindows::row(double y) const noexcept { return std::clamp(int((y - m_extent.y0) * m_perY), 0, m_rows - 1); }

PlainWindows::PlainWindows(const Flat& flat)
    : m_flat(flat),
      m_boxes(boxesOf(flat)),
      m_extent{1e300, 1e300, -1e300, -1e300},
      m_mark(flat.size(), 0),
      m_out(flat.points.size()) {
    for (const Window& b : m_boxes) {
        m_extent = {std::min(m_extent.x0, b.x0), std::min(m_extent.y0, b.y0), std::max(m_extent.x1, b.x1),
                    std::max(m_extent.y1, b.y1)};
    }
    m_columns = m_rows = std::max(1, int(std::sqrt(double(flat.size()))));
    m_perX = m_columns / (m_extent.x1 - m_extent.x0) * (1 - 1e-12);
    m_perY = m_rows / (m_extent.y1 - m_extent.y0) * (1 - 1e-12);
    const auto each = [&](const Window& b, auto&& visit) {
        for (int j = row(b.y0); j <= row(b.y1); ++j) {
            for (int i = column(b.x0); i <= column(b.x1); ++i)
                visit(std::size_t(j) * std::size_t(m_columns) + std::size_t(i));
        }
    };
    m_start.assign(std::size_t(m_columns) * std::size_t(m_rows) + 1, 0);
    for (const Window& b : m_boxes) each(b, [&](std::size_t bin) { ++m_start[bin + 1]; });
    for (std::size_t i = 1; i < m_start.size(); ++i) m_start[i] += m_start[i - 1];
    m_ids.resize(m_start.back());
    std::vector<std::uint32_t> next = m_start;
    for (std::uint32_t f = 0; f < m_boxes.size(); ++f)
        each(m_boxes[f], [&](std::size_t bin) { m_ids[next[bin]++] = f; });
}

std::size_t PlainWindows::copy(const Window& w) {
    std::size_t found = 0, used = 0;
    ++m_tick;
    for (int j = row(w.y0); j <= row(w.y1); ++j) {
        for (int i = column(w.x0); i <= column(w.x1); ++i) {
            const std::size_t bin = std::size_t(j) * std::size_t(m_columns) + std::size_t(i);
            for (std::uint32_t k = m_start[bin]; k < m_start[bin + 1]; ++k) {
                const std::uint32_t f = m_ids[k];
                if (m_mark[f] == m_tick) continue;
                m_mark[f] = m_tick;
                const Window& b = m_boxes[f];
                if (b.x1 < w.x0 || b.x0 > w.x1 || b.y1 < w.y0 || b.y0 > w.y1) continue;
                const std::size_t n = m_flat.start[f + 1] - m_flat.start[f];
                std::memcpy(&m_out[used], &m_flat.points[m_flat.start[f]], n * sizeof(Flat::Point));
                used += n;
                ++found;
            }
        }
    }
    return found;
}

}  // namespace xiangtu::bench
