// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/polygon_set.h"

#include "geom/measure.h"

#include <algorithm>
#include <cassert>

namespace xiangtu::geom {

std::optional<PolygonSet> PolygonSet::of(Arrays arrays) {
    const auto fits = [](std::span<const std::uint32_t> start, std::size_t end) {
        return !start.empty() && start.front() == 0 && start.back() == end && std::ranges::is_sorted(start);
    };
    if (!fits(arrays.ringStart.span(), arrays.points.size())) return std::nullopt;
    if (!fits(arrays.featureStart.span(), arrays.ringStart.size() - 1)) return std::nullopt;
    if (arrays.boxes.size() != arrays.featureStart.size() - 1) return std::nullopt;
    PolygonSet set;
    for (const GridBox& box : arrays.boxes) set.m_extent.extend(box);
    set.m_whole = std::make_shared<const Arrays>(std::move(arrays));
    return set;
}

void PolygonSet::reserve(std::size_t features, std::size_t points) {
    m_points.reserve(points);
    m_ringStart.reserve(features + 1);
    m_featureStart.reserve(features + 1);
    m_boxes.reserve(features);
}

void PolygonSet::beginFeature() {
    assert(!m_whole);
    m_current = {};
}

void PolygonSet::addRing(std::span<const GridPoint> ring) {
    m_points.insert(m_points.end(), ring.begin(), ring.end());
    m_ringStart.push_back(std::uint32_t(m_points.size()));
    m_current.extend(boxOf(ring));
}

void PolygonSet::endFeature() {
    m_featureStart.push_back(std::uint32_t(m_ringStart.size() - 1));
    m_boxes.push_back(m_current);
    m_extent.extend(m_current);
}

void PolygonSet::add(const MultiPolygon& shape) {
    beginFeature();
    for (const Polygon& part : shape) {
        addRing(part.outer);
        for (const Ring& hole : part.holes) addRing(hole);
    }
    endFeature();
}

void PolygonSet::addRange(const PolygonSet& from, std::size_t first, std::size_t end) {
    assert(!m_whole && &from != this && first <= end && end <= from.size());
    if (first == end) return;
    const auto shifted = [](std::vector<std::uint32_t>& to, std::span<const std::uint32_t> starts) {
        // Unsigned differences wrap as they should where the range moves to the front.
        const std::uint32_t shift = to.back() - starts.front();
        const std::size_t begin = to.size();
        to.insert(to.end(), starts.begin() + 1, starts.end());
        for (std::size_t i = begin; i < to.size(); ++i) to[i] += shift;
    };
    const std::size_t firstRing = from.firstRing(first), endRing = from.firstRing(end);
    const auto rings = from.ringStarts().subspan(firstRing, endRing - firstRing + 1);
    const auto points = from.points().subspan(rings.front(), rings.back() - rings.front());
    m_points.insert(m_points.end(), points.begin(), points.end());
    shifted(m_ringStart, rings);
    shifted(m_featureStart, from.featureStarts().subspan(first, end - first + 1));
    const auto boxes = from.boxes().subspan(first, end - first);
    m_boxes.insert(m_boxes.end(), boxes.begin(), boxes.end());
    for (const GridBox& box : boxes) m_extent.extend(box);
}

MultiPolygon PolygonSet::feature(std::size_t feature) const {
    MultiPolygon out;
    for (std::size_t r = firstRing(feature); r < firstRing(feature + 1); ++r) {
        const auto points = ring(r);
        Ring copy(points.begin(), points.end());
        if (out.empty() || geom::twiceArea(points) > 0)
            out.push_back({std::move(copy), {}});
        else
            out.back().holes.push_back(std::move(copy));
    }
    return out;
}

__int128 PolygonSet::twiceArea(std::size_t feature) const noexcept {
    __int128 sum = 0;
    for (std::size_t r = firstRing(feature); r < firstRing(feature + 1); ++r) sum += geom::twiceArea(ring(r));
    return sum;
}

GridPoint PolygonSet::centroid(std::size_t feature) const noexcept {
    // Relative to the box, so that small features far from the origin keep their digits.
    const GridBox& box = this->box(feature);
    double sum = 0, sumX = 0, sumY = 0;
    for (std::size_t r = firstRing(feature); r < firstRing(feature + 1); ++r) {
        const auto points = ring(r);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const GridPoint& a = points[i];
            const GridPoint& b = points[i + 1 < points.size() ? i + 1 : 0];
            const double ax = double(a.x) - box.min.x, ay = double(a.y) - box.min.y;
            const double bx = double(b.x) - box.min.x, by = double(b.y) - box.min.y;
            const double cross = ax * by - bx * ay;
            sum += cross;
            sumX += cross * (ax + bx);
            sumY += cross * (ay + by);
        }
    }
    const double width = double(box.max.x) - box.min.x, height = double(box.max.y) - box.min.y;
    const double x = sum == 0 ? width / 2 : sumX / (3 * sum), y = sum == 0 ? height / 2 : sumY / (3 * sum);
    return {std::int32_t(box.min.x + x), std::int32_t(box.min.y + y)};
}

}  // namespace xiangtu::geom
