// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/plain.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::bench {

// Spatial questions as bare loops over flat doubles, on as many threads as asked for.

/// Uniform bins over boxes, about one box a bin.
struct Bins {
    explicit Bins(std::span<const Window> boxes);
    [[nodiscard]] int column(double x) const noexcept;
    [[nodiscard]] int row(double y) const noexcept;
    template <class Visit>
    void each(const Window& box, Visit visit) const {
        for (int j = row(box.y0); j <= row(box.y1); ++j) {
            for (int i = column(box.x0); i <= column(box.x1); ++i)
                visit(std::size_t(j) * std::size_t(columns) + std::size_t(i));
        }
    }
    double x0 = 0, y0 = 0, perX = 1, perY = 1;
    int columns = 1, rows = 1;
    std::vector<std::uint32_t> start, ids;
};

/// Points in some feature; counts[thread * features + feature] are counted up.
[[nodiscard]] std::size_t plainJoin(const Flat& flat, std::span<const Window> boxes, const Bins& bins,
                                    std::span<const Flat::Point> points, int threads,
                                    std::vector<std::uint32_t>& counts);

/// Features within `metres` of a place by a plane around it.
class PlainNear {
public:
    PlainNear(const Flat& flat, std::span<const Window> boxes, const Bins& bins);
    [[nodiscard]] std::size_t count(Flat::Point place, double metres);

private:
    const Flat& m_flat;
    std::span<const Window> m_boxes;
    const Bins& m_bins;
    std::vector<std::uint32_t> m_mark;
    std::uint32_t m_tick = 0;
};

/// The points of `flat` on an equal-area plane, so that areas there are ellipsoidal.
[[nodiscard]] Flat equalArea(const Flat& flat);
struct PlainOverlay {
    std::size_t pairs = 0;
    double mu = 0;
};
/// Common areas of all pairs of features of two sets on that plane.
[[nodiscard]] PlainOverlay plainOverlay(const Flat& a, std::span<const Window> boxesA, const Flat& b,
                                        std::span<const Window> boxesB, const Bins& binsB, int threads);

struct PlainDissolve {
    std::size_t rings = 0, points = 0;
};
/// Joins features by group through a table of segments per group.
[[nodiscard]] PlainDissolve plainDissolve(const Flat& flat, std::span<const std::uint32_t> groupOf,
                                          std::uint32_t groups, int threads);

}  // namespace xiangtu::bench
