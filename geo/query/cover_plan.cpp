// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/counted.h"
#include "query/proposals.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace xiangtu::query {

CoveragePlan planCoverage(std::span<const Demand> demand, const Places& existing,
                          std::span<const geom::GeoPoint> candidates, const CoverageOptions& options,
                          const base::Progress& progress) {
    CoveragePlan plan;
    std::vector<char> reached(demand.size(), 0);
    countedFor(demand.size(), 64, progress, "distances",
               [&](std::size_t i) { reached[i] = existing.anyWithin(demand[i].place, options.metres) ? 1 : 0; });
    for (std::size_t i = 0; i < demand.size(); ++i) {
        plan.total += demand[i].weight;
        if (reached[i]) plan.before += demand[i].weight;
    }
    std::vector<geom::GeoShape> places;
    for (const Demand& d : demand) places.emplace_back(d.place);
    const Places all(std::move(places));
    std::vector<std::vector<std::uint32_t>> reach(candidates.size());
    countedFor(candidates.size(), 16, progress, "candidates", [&](std::size_t c) {
        all.eachWithin(candidates[c], options.metres, [&](std::uint32_t place) {
            if (!reached[place]) reach[c].push_back(place);
        });
    });
    const auto gainOf = [&](std::size_t c) {
        std::int64_t gain = 0;
        for (const std::uint32_t n : reach[c]) gain += reached[n] ? 0 : demand[n].weight;
        return gain;
    };
    plan.after = plan.before;
    plan.mostPossible = plan.total;
    std::vector<std::int64_t> gains(candidates.size());
    for (std::size_t step = 0;; ++step) {
        progress.check();
        for (std::size_t c = 0; c < candidates.size(); ++c) gains[c] = gainOf(c);
        std::vector<std::int64_t> largest = gains;
        const std::size_t most = std::min(options.points, largest.size());
        std::ranges::partial_sort(largest, largest.begin() + std::ptrdiff_t(most), std::greater<>());
        plan.mostPossible = std::min(
            plan.mostPossible, std::accumulate(largest.begin(), largest.begin() + std::ptrdiff_t(most), plan.after));
        const auto best = std::ranges::max_element(gains);
        if (step == options.points || best == gains.end() || *best == 0) break;
        const auto candidate = std::uint32_t(best - gains.begin());
        plan.steps.push_back({candidate, *best});
        plan.after += *best;
        for (const std::uint32_t n : reach[candidate]) reached[n] = 1;
    }
    return plan;
}

}  // namespace xiangtu::query
