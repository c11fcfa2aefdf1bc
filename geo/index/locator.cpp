// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/locator.h"

#include "base/parallel.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::index {

namespace {

using geom::GridBox;
using geom::GridPoint;

/// Shapes of fewer points are walked along: their points lie together and are read faster than a table of them.
constexpr std::size_t kLarge = 96;
constexpr std::size_t kPointsPerSlab = 8;
/// A comb's edges are in nearly all slabs; then there are fewer slabs.
constexpr std::size_t kMostCopies = 4;

/// Of geom::contains; with products in 64 bits where those suffice.
bool strictlyLeft(GridPoint low, GridPoint high, GridPoint p, bool narrow) noexcept {
    if (narrow) { return std::int64_t(high.x - low.x) * (p.y - low.y) > std::int64_t(high.y - low.y) * (p.x - low.x); }
    return geom::cross(low, high, p) > 0;
}

}  // namespace

Locator::Locator(const geom::PolygonSet& shapes) : m_shapes(shapes) {
    const GridBox& all = shapes.extent();
    if (!all.empty()) {
        constexpr std::int64_t kNarrow = 1 << 30;
        m_narrow = std::int64_t(all.max.x) - all.min.x < kNarrow && std::int64_t(all.max.y) - all.min.y < kNarrow;
    }
    fillBins();
    fillSlabs();
}

int Locator::column(std::int32_t x) const noexcept {
    return std::clamp(int((double(x) - m_shapes.extent().min.x) * m_perX), 0, m_columns - 1);
}
int Locator::row(std::int32_t y) const noexcept {
    return std::clamp(int((double(y) - m_shapes.extent().min.y) * m_perY), 0, m_rows - 1);
}

void Locator::fillBins() {
    const GridBox& all = m_shapes.extent();
    const auto boxes = m_shapes.boxes();
    if (!all.empty()) {
        m_columns = m_rows = std::max(1, int(std::sqrt(double(boxes.size()))));
        m_perX = m_columns / (double(all.max.x) - all.min.x + 1);
        m_perY = m_rows / (double(all.max.y) - all.min.y + 1);
    }
    const auto eachBin = [&](const GridBox& box, auto&& visit) {
        if (box.empty()) return;
        const int left = column(box.min.x), right = column(box.max.x);
        for (int j = row(box.min.y), top = row(box.max.y); j <= top; ++j) {
            for (int i = left; i <= right; ++i) visit(std::size_t(j) * std::size_t(m_columns) + std::size_t(i));
        }
    };
    m_binStart.assign(std::size_t(m_columns) * std::size_t(m_rows) + 1, 0);
    for (const GridBox& box : boxes) eachBin(box, [&](std::size_t bin) { ++m_binStart[bin + 1]; });
    for (std::size_t i = 1; i < m_binStart.size(); ++i) m_binStart[i] += m_binStart[i - 1];
    m_binShapes.resize(m_binStart.back());
    std::vector<std::uint32_t> next(m_binStart.begin(), m_binStart.end() - 1);
    for (std::uint32_t f = 0; f < boxes.size(); ++f) {
        eachBin(boxes[f], [&](std::size_t bin) { m_binShapes[next[bin]++] = f; });
    }
}

void Locator::fillSlabs() {
    const std::size_t count = m_shapes.size();
    m_firstSlab.assign(count + 1, 0);
    std::vector<Edge> edges;
    for (std::uint32_t f = 0; f < count; ++f) {
        m_firstSlab[f] = std::uint32_t(m_slabStart.size() - 1);
        const auto starts = m_shapes.ringStarts();
        if (starts[m_shapes.firstRing(f + 1)] - starts[m_shapes.firstRing(f)] < kLarge) continue;
        edges.clear();
        for (std::size_t r = m_shapes.firstRing(f); r < m_shapes.firstRing(f + 1); ++r) {
            const auto ring = m_shapes.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring[i].y == ring[j].y) continue;  // no ray towards the east crosses it
                edges.push_back(ring[j].y < ring[i].y ? Edge{ring[j], ring[i]} : Edge{ring[i], ring[j]});
            }
        }
        addSlabs(f, edges);
    }
    m_firstSlab[count] = std::uint32_t(m_slabStart.size() - 1);
}

void Locator::addSlabs(std::uint32_t shape, std::vector<Edge>& edges) {
    const GridBox& box = m_shapes.box(shape);
    const double height = double(box.max.y) - box.min.y + 1;
    for (std::size_t slabs = edges.size() / kPointsPerSlab + 1;; slabs = (slabs + 1) / 2) {
        const double perY = double(slabs) / height;
        const auto slabOf = [&](std::int32_t y) {
            return std::min(slabs - 1, std::size_t((double(y) - box.min.y) * perY));
        };
        std::size_t copies = 0;
        for (const Edge& e : edges) copies += slabOf(e.high.y) - slabOf(e.low.y) + 1;
        if (copies > kMostCopies * edges.size() && slabs > 1) continue;
        const std::size_t first = m_slabStart.size();
        const auto base = m_slabStart.back();
        m_slabStart.resize(first + slabs, 0);
        for (const Edge& e : edges) {
            for (std::size_t s = slabOf(e.low.y); s <= slabOf(e.high.y); ++s) ++m_slabStart[first + s];
        }
        std::uint32_t sum = base;
        std::vector<std::uint32_t> next;
        for (std::size_t s = 0; s < slabs; ++s) {
            next.push_back(sum);
            sum += m_slabStart[first + s];
            m_slabStart[first + s] = sum;
        }
        m_edges.resize(sum);
        for (const Edge& e : edges) {
            for (std::size_t s = slabOf(e.low.y); s <= slabOf(e.high.y); ++s) m_edges[next[s]++] = e;
        }
        return;
    }
}

bool Locator::holds(std::uint32_t shape, GridPoint p) const noexcept {
    bool inside = false;
    if (const std::size_t slabs = m_firstSlab[shape + 1] - m_firstSlab[shape]; slabs > 0) {
        const GridBox& box = m_shapes.box(shape);
        const double perY = double(slabs) / (double(box.max.y) - box.min.y + 1);
        const std::size_t slab =
            m_firstSlab[shape] + std::min(slabs - 1, std::size_t((double(p.y) - box.min.y) * perY));
        for (std::uint32_t e = m_slabStart[slab]; e < m_slabStart[slab + 1]; ++e) {
            const auto& [low, high] = m_edges[e];
            if (low.y <= p.y && high.y > p.y) inside ^= strictlyLeft(low, high, p, m_narrow);
        }
        return inside;
    }
    for (std::size_t r = m_shapes.firstRing(shape); r < m_shapes.firstRing(shape + 1); ++r) {
        const auto ring = m_shapes.ring(r);
        GridPoint a = ring.back();
        for (const GridPoint b : ring) {
            if ((a.y > p.y) != (b.y > p.y)) {
                inside ^= a.y < b.y ? strictlyLeft(a, b, p, m_narrow) : strictlyLeft(b, a, p, m_narrow);
            }
            a = b;
        }
    }
    return inside;
}

std::uint32_t Locator::at(GridPoint p) const noexcept {
    if (!m_shapes.extent().contains(p)) return kNone;
    const std::size_t bin = std::size_t(row(p.y)) * std::size_t(m_columns) + std::size_t(column(p.x));
    const auto boxes = m_shapes.boxes();
    for (std::uint32_t i = m_binStart[bin]; i < m_binStart[bin + 1]; ++i) {
        const std::uint32_t shape = m_binShapes[i];
        if (boxes[shape].contains(p) && holds(shape, p)) return shape;
    }
    return kNone;
}

std::vector<std::uint32_t> Locator::at(std::span<const GridPoint> points, const base::Progress& progress) const {
    constexpr std::size_t kGrain = 4096;
    std::vector<std::uint32_t> out(points.size());
    base::parallelFor(points.size(), kGrain, [&](std::size_t begin, std::size_t end) {
        if (progress.cancelled()) return;
        for (std::size_t i = begin; i < end; ++i) out[i] = at(points[i]);
    });
    progress.check();
    return out;
}

}  // namespace xiangtu::index
