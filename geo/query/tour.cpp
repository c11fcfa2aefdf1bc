// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/area.h"
#include "query/proposals.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace xiangtu::query {

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

/// Metres between all stops.
struct Ways {
    explicit Ways(std::span<const geom::GeoPoint> stops) : count(stops.size()), metres(count * count, 0) {
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = i + 1; j < count; ++j) {
                metres[i * count + j] = metres[j * count + i] = geodesy::distance(stops[i], stops[j]);
            }
        }
    }
    [[nodiscard]] double operator()(std::size_t a, std::size_t b) const { return metres[a * count + b]; }
    std::size_t count;
    std::vector<double> metres;
};

/// Held and Karp (1962): the shortest way through every set of stops that ends at every one of them.
std::vector<std::uint32_t> shortest(const Ways& ways, std::uint32_t first) {
    const std::size_t n = ways.count, sets = std::size_t(1) << n;
    std::vector<double> best(sets * n, kFar);
    std::vector<std::uint32_t> from(sets * n, 0);
    best[(std::size_t(1) << first) * n + first] = 0;
    for (std::size_t set = 0; set < sets; ++set) {
        for (std::size_t end = 0; end < n; ++end) {
            const double here = best[set * n + end];
            if (here == kFar) continue;
            for (std::size_t next = 0; next < n; ++next) {
                if (set >> next & 1) continue;
                const std::size_t with = (set | std::size_t(1) << next) * n + next;
                if (here + ways(end, next) < best[with]) {
                    best[with] = here + ways(end, next);
                    from[with] = std::uint32_t(end);
                }
            }
        }
    }
    std::size_t set = sets - 1, end = 0;
    for (std::size_t e = 1; e < n; ++e) {
        if (best[set * n + e] < best[set * n + end]) end = e;
    }
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < n; ++i) {
        order.push_back(std::uint32_t(end));
        const std::size_t before = from[set * n + end];
        set &= ~(std::size_t(1) << end);
        end = before;
    }
    std::ranges::reverse(order);
    return order;
}

std::vector<std::uint32_t> nearestFirst(const Ways& ways, std::uint32_t first) {
    std::vector<std::uint32_t> left(ways.count);
    std::iota(left.begin(), left.end(), 0u);
    std::swap(left[0], left[first]);
    for (std::size_t i = 1; i < left.size(); ++i) {
        const auto next = std::min_element(left.begin() + std::ptrdiff_t(i), left.end(),
                                           [&](auto a, auto b) { return ways(left[i - 1], a) < ways(left[i - 1], b); });
        std::iter_swap(left.begin() + std::ptrdiff_t(i), next);
    }
    return left;
}

/// Turns one stretch round where that shortens the way; the first stop stays.
bool turn(const Ways& ways, std::vector<std::uint32_t>& order) {
    const std::size_t n = order.size();
    for (std::size_t i = 1; i + 1 < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
            const double after = j + 1 < n ? ways(order[i], order[j + 1]) : 0;
            const double was = ways(order[i - 1], order[i]) + (j + 1 < n ? ways(order[j], order[j + 1]) : 0);
            if (ways(order[i - 1], order[j]) + after < was - 1e-6) {
                std::reverse(order.begin() + std::ptrdiff_t(i), order.begin() + std::ptrdiff_t(j) + 1);
                return true;
            }
        }
    }
    return false;
}

/// Puts one stop elsewhere where that shortens the way.
bool shift(const Ways& ways, std::vector<std::uint32_t>& order) {
    const std::size_t n = order.size();
    for (std::size_t i = 1; i < n; ++i) {
        const std::uint32_t stop = order[i];
        const double saved =
            ways(order[i - 1], stop) + (i + 1 < n ? ways(stop, order[i + 1]) - ways(order[i - 1], order[i + 1]) : 0);
        for (std::size_t j = 0; j < n; ++j) {  // behind order[j]
            if (j == i || j + 1 == i) continue;
            const double costs =
                ways(order[j], stop) + (j + 1 < n ? ways(stop, order[j + 1]) - ways(order[j], order[j + 1]) : 0);
            if (costs >= saved - 1e-6) continue;
            order.erase(order.begin() + std::ptrdiff_t(i));
            order.insert(order.begin() + std::ptrdiff_t(j > i ? j : j + 1), stop);
            return true;
        }
    }
    return false;
}

}  // namespace

std::vector<std::uint32_t> shortTour(std::span<const geom::GeoPoint> stops, std::uint32_t first,
                                     const base::Progress& progress) {
    if (stops.empty()) return {};
    const Ways ways(stops);
    if (stops.size() <= kExactStops) return shortest(ways, first);
    std::vector<std::uint32_t> order = nearestFirst(ways, first);
    while (turn(ways, order) || shift(ways, order)) progress.check();
    return order;
}

}  // namespace xiangtu::query
