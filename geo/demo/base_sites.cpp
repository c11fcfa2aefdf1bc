// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/base_sites.h"

#include "geom/contains.h"

#include <algorithm>

namespace xiangtu::demo {

using model::Level;

BaseSites::BaseSites(const Roll& roll) : m_roll(roll), m_plane(roll.middle(Level::county, 0)) {
    // Grids are in code order, so those of a village are neighbours.
    for (std::uint32_t g = 0; g < roll.count(Level::grid); ++g) {
        const std::uint32_t village = roll.parent(Level::naturalVillage, roll.parent(Level::grid, g));
        while (m_firstGrid.size() <= village) m_firstGrid.push_back(std::uint32_t(m_spots.size()));
        m_spots.push_back(m_plane.toMetres(roll.middle(Level::grid, g)));
    }
    m_firstGrid.push_back(std::uint32_t(m_spots.size()));
}

std::vector<std::uint32_t> BaseSites::villagesFor(model::Code first, Random& random) const {
    std::vector<std::uint32_t> villages;
    for (std::uint32_t v = 0; v < m_roll.count(Level::village); ++v) {
        if (m_roll.kind(Level::village, v) == model::UnitKind::village) villages.push_back(v);
    }
    if (villages.empty()) return villages;
    std::uint32_t home = villages[random.below(villages.size())];
    for (const std::uint32_t v : villages) {
        if (m_roll.code(Level::village, v) == first) home = v;
    }
    const Metres at = m_plane.toMetres(m_roll.middle(Level::village, home));
    std::vector<std::pair<double, std::uint32_t>> keyed;
    for (const std::uint32_t v : villages) {
        const double away = distance(at, m_plane.toMetres(m_roll.middle(Level::village, v)));
        keyed.emplace_back(v == home ? -1 : away * random.between(0.3, 1.7), v);
    }
    std::ranges::sort(keyed);
    for (std::size_t i = 0; i < villages.size(); ++i) villages[i] = keyed[i].second;
    return villages;
}

double BaseSites::clearance(std::uint32_t village, Metres p) const {
    const geom::PolygonSet& shapes = m_roll.shape().shapes[model::indexOf(Level::village)];
    if (!geom::contains(shapes, village, m_plane.toGrid(p))) return -1;
    double clear = 1e300;
    for (const Circle& c : m_taken) clear = std::min(clear, distance(p, c.centre) - c.radius);
    for (std::size_t r = shapes.firstRing(village); r < shapes.firstRing(village + 1) && clear > 0; ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Metres a = m_plane.toMetres(ring[i]), b = m_plane.toMetres(ring[(i + 1) % ring.size()]);
            const Metres ab = b - a;
            const double t = std::clamp(dot(p - a, ab) / dot(ab, ab), 0.0, 1.0);
            clear = std::min(clear, distance(p, a + ab * t));
        }
    }
    return clear;
}

std::optional<BaseSites::Site> BaseSites::take(const std::vector<std::uint32_t>& villages, std::size_t& next,
                                               double reach) {
    constexpr std::size_t kTries = 24;
    const double wanted = reach * 1.05;
    for (std::size_t k = 0; k < villages.size(); ++k) {
        const std::uint32_t village = villages[(next + k) % villages.size()];
        const std::uint32_t begin = m_firstGrid[village], count = m_firstGrid[village + 1] - begin;
        std::optional<Metres> best;
        double most = wanted;
        for (std::size_t i = 0; i < std::min<std::size_t>(count, kTries); ++i) {
            const Metres spot = m_spots[begin + i * count / std::min<std::size_t>(count, kTries)];
            const double clear = clearance(village, spot);
            if (clear >= most) {
                most = clear;
                best = spot;
            }
        }
        if (!best) continue;
        m_taken.push_back({*best, wanted});
        next += k + 1;
        return Site{village, *best};
    }
    return std::nullopt;
}

}  // namespace xiangtu::demo
