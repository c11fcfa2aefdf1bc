// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/proposals.h"

#include "geodesy/area.h"
#include "geodesy/distance.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <set>

namespace xiangtu::query {
namespace {

std::vector<geom::GeoPoint> randomPoints(unsigned seed, int count, double spread = 0.03) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> at(0, spread);
    std::vector<geom::GeoPoint> out;
    for (int i = 0; i < count; ++i) out.push_back({110 + at(random), 36 + at(random)});
    return out;
}

std::vector<geom::GeoShape> shapes(const std::vector<geom::GeoPoint>& points) { return {points.begin(), points.end()}; }

/// What a choice of candidates reaches besides the existing ones.
std::int64_t reachedBy(const std::vector<Demand>& demand, const std::vector<geom::GeoPoint>& existing,
                       const std::vector<geom::GeoPoint>& chosen, double metres) {
    std::int64_t sum = 0;
    for (const Demand& d : demand) {
        const auto near = [&](geom::GeoPoint p) { return geodesy::distance(d.place, p) <= metres; };
        if (std::ranges::any_of(existing, near) || std::ranges::any_of(chosen, near)) sum += d.weight;
    }
    return sum;
}

TEST(PlanCoverage, ReachesWhatItSaysAndTheBestChoiceLiesUnderItsBound) {
    for (unsigned seed = 0; seed < 5; ++seed) {
        std::vector<Demand> demand;
        for (const auto p : randomPoints(seed, 80)) demand.push_back({p, 1 + std::int64_t(demand.size() % 7)});
        const auto existing = randomPoints(seed + 100, 2), candidates = randomPoints(seed + 200, 12);
        const CoveragePlan plan = planCoverage(demand, Places(shapes(existing)), candidates, {700, 3});
        std::vector<geom::GeoPoint> chosen;
        for (const auto& step : plan.steps) chosen.push_back(candidates[step.candidate]);
        EXPECT_EQ(plan.before, reachedBy(demand, existing, {}, 700));
        EXPECT_EQ(plan.after, reachedBy(demand, existing, chosen, 700));
        std::int64_t best = 0;
        for (std::size_t a = 0; a < candidates.size(); ++a) {
            for (std::size_t b = a; b < candidates.size(); ++b) {
                for (std::size_t c = b; c < candidates.size(); ++c) {
                    best =
                        std::max(best, reachedBy(demand, existing, {candidates[a], candidates[b], candidates[c]}, 700));
                }
            }
        }
        EXPECT_LE(best, plan.mostPossible);
        EXPECT_LE(plan.after, best);
        EXPECT_GE(double(plan.after - plan.before), (1 - 1 / std::exp(1.0)) * double(best - plan.before));
    }
}

TEST(PlanCoverage, StopsWhenNothingIsLeftToGain) {
    const std::vector<Demand> demand{{{110, 36}, 4}};
    const CoveragePlan plan =
        planCoverage(demand, Places({}), std::vector<geom::GeoPoint>{{110, 36}, {110.001, 36}}, {500, 5});
    EXPECT_EQ(plan.steps.size(), 1u);
    EXPECT_EQ(plan.after, 4);
    EXPECT_EQ(plan.mostPossible, 4);
    EXPECT_TRUE(planCoverage({}, Places({}), {}, {500, 5}).steps.empty());
}

TEST(GroupAround, GroupsAreNotTooLargeNorMembersTooFar) {
    for (unsigned seed = 0; seed < 10; ++seed) {
        const auto leaders = randomPoints(seed, 12), households = randomPoints(seed + 50, 70);
        const Grouping grouping = groupAround(Places(shapes(leaders)), households, {5, 900});
        std::vector<std::size_t> sizes(leaders.size(), 0);
        double total = 0;
        for (std::size_t h = 0; h < households.size(); ++h) {
            const std::uint32_t leader = grouping.leaderOf[h];
            if (leader == Grouping::kNone) continue;
            ++sizes[leader];
            const double metres = geodesy::distance(households[h], geom::GeoShape(leaders[leader]));
            EXPECT_DOUBLE_EQ(grouping.metres[h], metres);
            EXPECT_LE(metres, 900);
            total += metres;
        }
        for (const std::size_t size : sizes) EXPECT_LE(size, 5u);
        EXPECT_NEAR(grouping.total, total, 1e-6);
        EXPECT_LE(grouping.leastPossible, grouping.total + 1e-6);
        // Nobody stays out while a leader within reach has room.
        for (std::size_t h = 0; h < households.size(); ++h) {
            if (grouping.leaderOf[h] != Grouping::kNone) continue;
            for (std::size_t l = 0; l < leaders.size(); ++l) {
                EXPECT_FALSE(sizes[l] < 5 && geodesy::distance(households[h], geom::GeoShape(leaders[l])) <= 900);
            }
        }
    }
}

TEST(GroupAround, IsTheShortestWhereSmallEnoughToTryAll) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const auto leaders = randomPoints(seed, 3, 0.004), households = randomPoints(seed + 70, 6, 0.004);
        const Grouping grouping = groupAround(Places(shapes(leaders)), households, {2, 5000});
        double best = HUGE_VAL;
        for (int code = 0; code < 729; ++code) {  // 3^6 ways to choose leaders
            std::array<int, 3> sizes{};
            double sum = 0;
            int rest = code;
            for (const auto& h : households) {
                const auto l = std::size_t(rest % 3);
                rest /= 3;
                ++sizes[l];
                sum += geodesy::distance(h, geom::GeoShape(leaders[l]));
            }
            if (std::ranges::max(sizes) <= 2) best = std::min(best, sum);
        }
        EXPECT_GE(grouping.total, best - 1e-6);
        // Swaps of two do not always reach the best; they come close.
        EXPECT_LE(grouping.total, 1.1 * best);
    }
}

double lengthOf(const std::vector<geom::GeoPoint>& stops, const std::vector<std::uint32_t>& order) {
    double sum = 0;
    for (std::size_t i = 1; i < order.size(); ++i) sum += geodesy::distance(stops[order[i - 1]], stops[order[i]]);
    return sum;
}

TEST(ShortTour, OfFewStopsIsTheShortest) {
    for (unsigned seed = 0; seed < 8; ++seed) {
        const auto stops = randomPoints(seed, 7);
        std::vector<std::uint32_t> order(stops.size());
        std::iota(order.begin(), order.end(), 0u);
        double best = HUGE_VAL;
        do best = std::min(best, lengthOf(stops, order));
        while (std::next_permutation(order.begin() + 1, order.end()));
        const auto found = shortTour(stops, 0);
        EXPECT_EQ(found.front(), 0u);
        EXPECT_NEAR(lengthOf(stops, found), best, 1e-6);
    }
}

TEST(ShortTour, OfManyVisitsEachOnceAndIsShorterThanNearestFirst) {
    for (const int count : {12, 60, 150}) {
        const auto stops = randomPoints(unsigned(count), count);
        const auto order = shortTour(stops, 3);
        EXPECT_EQ(order.front(), 3u);
        EXPECT_EQ(std::set<std::uint32_t>(order.begin(), order.end()).size(), stops.size());
        std::vector<std::uint32_t> greedy{3};
        while (greedy.size() < stops.size()) {
            std::uint32_t best = 0;
            double least = HUGE_VAL;
            for (std::uint32_t s = 0; s < stops.size(); ++s) {
                const double d = geodesy::distance(stops[greedy.back()], stops[s]);
                if (std::ranges::find(greedy, s) == greedy.end() && d < least) {
                    least = d;
                    best = s;
                }
            }
            greedy.push_back(best);
        }
        EXPECT_LE(lengthOf(stops, order), lengthOf(stops, greedy) + 1e-6);
    }
}

TEST(ShortTour, OfNoneOrOneIsItself) {
    EXPECT_TRUE(shortTour({}, 0).empty());
    EXPECT_EQ(shortTour(randomPoints(1, 1), 0).size(), 1u);
}

}  // namespace
}  // namespace xiangtu::query
