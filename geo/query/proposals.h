// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "query/places.h"

#include <cstdint>
#include <span>
#include <vector>

namespace xiangtu::query {

/// Households (or what else is to be reached) at a place.
struct Demand {
    geom::GeoPoint place;
    std::int64_t weight = 1;
};

/// Where to put new points so that most of what is not reached yet is reached within `metres`.
struct CoverageOptions {
    double metres = 500;
    std::size_t points = 3;
};
struct CoveragePlan {
    struct Step {
        std::uint32_t candidate = 0;
        std::int64_t gain = 0;  ///< weight it reaches that nothing before it did
    };
    std::vector<Step> steps;        ///< best first; fewer than asked for when nothing is left to gain
    std::int64_t total = 0;         ///< of all demand
    std::int64_t before = 0;        ///< reached by what is there
    std::int64_t after = 0;         ///< … and by the plan
    std::int64_t mostPossible = 0;  ///< no choice of so many candidates reaches more
};
/// Greedy by largest gain, of equal gains the first candidate: at least 1 - 1/e of what the best choice adds
/// (Nemhauser, Wolsey, Fisher, Mathematical Programming 14, 1978). mostPossible is that paper's bound on this very
/// case: what a state of the plan reaches and the largest gains still to be had there, the least over all states.
[[nodiscard]] CoveragePlan planCoverage(std::span<const Demand> demand, const Places& existing,
                                        std::span<const geom::GeoPoint> candidates, const CoverageOptions& options,
                                        const base::Progress& progress = {});

/// Groups of neighbours around leaders.
struct GroupOptions {
    std::size_t size = 5;      ///< members at most
    double mostMetres = 1000;  ///< nobody is put to a leader further away
};
struct Grouping {
    static constexpr std::uint32_t kNone = UINT32_MAX;
    std::vector<std::uint32_t> leaderOf;  ///< per household; kNone = in no group
    std::vector<double> metres;           ///< to that leader; 0 without
    double total = 0;                     ///< sum of metres
    double leastPossible = 0;  ///< sum to the nearest leader of everyone grouped: no grouping of them is shorter
};
/// Shortest ways first while the group has room; then members change places while that shortens the ways.
[[nodiscard]] Grouping groupAround(const Places& leaders, std::span<const geom::GeoPoint> households,
                                   const GroupOptions& options, const base::Progress& progress = {});

/// Order of stops with a short way: the shortest there is up to kExactStops, beyond that nearest first, then improved
/// until no turning round of a stretch and no moving of a stop shortens it. Starts at stop `first`, ends anywhere.
inline constexpr std::size_t kExactStops = 11;
[[nodiscard]] std::vector<std::uint32_t> shortTour(std::span<const geom::GeoPoint> stops, std::uint32_t first,
                                                   const base::Progress& progress = {});

}  // namespace xiangtu::query
