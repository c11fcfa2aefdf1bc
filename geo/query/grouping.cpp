// SPDX-License-Identifier: GPL-3.0-or-later
#include "geodesy/distance.h"
#include "query/counted.h"
#include "query/proposals.h"

#include <algorithm>

namespace xiangtu::query {

namespace {

/// From a spot where households live, one after the other in their order.
struct Way {
    double metres;
    std::uint32_t spot, leader;
    auto operator<=>(const Way&) const = default;
};

/// Households one after the other that live at the same place (all of a grid's do where nobody knows better) have the
/// same ways; those are looked for once.
struct Spots {
    std::vector<std::uint32_t> of;     ///< per household
    std::vector<std::uint32_t> first;  ///< household of each spot, and one past the last
    std::vector<std::vector<Places::Hit>> near;

    explicit Spots(std::span<const geom::GeoPoint> households) {
        for (std::uint32_t h = 0; h < households.size(); ++h) {
            if (h == 0 || households[h] != households[h - 1]) first.push_back(h);
            of.push_back(std::uint32_t(first.size() - 1));
        }
        near.resize(first.size());
        first.push_back(std::uint32_t(households.size()));
    }
    [[nodiscard]] const std::vector<Places::Hit>& nearTo(std::uint32_t household) const { return near[of[household]]; }
};

/// Members change places: two of different groups swap, or one moves to a nearer group with room.
void improve(Grouping& grouping, std::vector<std::size_t>& room, const Spots& spots) {
    std::vector<std::vector<std::uint32_t>> members(room.size());
    for (std::uint32_t h = 0; h < grouping.leaderOf.size(); ++h) {
        if (grouping.leaderOf[h] != Grouping::kNone) members[grouping.leaderOf[h]].push_back(h);
    }
    const auto metresTo = [&](std::uint32_t household, std::uint32_t leader) {
        for (const Places::Hit& hit : spots.nearTo(household)) {
            if (hit.place == leader) return hit.metres;
        }
        return -1.0;  // too far
    };
    const auto move = [&](std::uint32_t household, std::uint32_t leader, double metres) {
        auto& old = members[grouping.leaderOf[household]];
        old.erase(std::ranges::find(old, household));
        members[leader].push_back(household);
        grouping.leaderOf[household] = leader;
        grouping.metres[household] = metres;
    };
    constexpr int kRounds = 20;
    bool changed = true;
    for (int round = 0; round < kRounds && changed; ++round) {
        changed = false;
        for (std::uint32_t h = 0; h < grouping.leaderOf.size(); ++h) {
            const std::uint32_t own = grouping.leaderOf[h];
            if (own == Grouping::kNone) continue;
            for (const Places::Hit& hit : spots.nearTo(h)) {
                if (hit.metres >= grouping.metres[h]) break;
                if (room[hit.place] > 0) {
                    --room[hit.place];
                    ++room[own];
                    move(h, hit.place, hit.metres);
                    changed = true;
                    break;
                }
                std::uint32_t best = Grouping::kNone;
                double saved = 1e-6, there = 0;
                for (const std::uint32_t other : members[hit.place]) {
                    const double metres = metresTo(other, own);
                    if (metres < 0) continue;
                    const double saving = grouping.metres[h] + grouping.metres[other] - hit.metres - metres;
                    if (saving > saved) {
                        saved = saving;
                        best = other;
                        there = metres;
                    }
                }
                if (best == Grouping::kNone) continue;
                move(best, own, there);
                move(h, hit.place, hit.metres);
                changed = true;
                break;
            }
        }
    }
}

}  // namespace

Grouping groupAround(const Places& leaders, std::span<const geom::GeoPoint> households, const GroupOptions& options,
                     const base::Progress& progress) {
    const std::size_t count = households.size();
    Grouping grouping{std::vector<std::uint32_t>(count, Grouping::kNone), std::vector<double>(count, 0), 0, 0};
    std::vector<std::size_t> room(leaders.shapes().size(), options.size);
    Spots spots(households);
    // More leaders are looked at for those whom the nearest ones have no room for.
    constexpr std::size_t kFirstLook = 8, kLastLook = 512;
    for (std::size_t look = kFirstLook; look <= kLastLook; look *= 4) {
        std::vector<std::uint32_t> left;
        for (std::uint32_t h = 0; h < count; ++h) {
            const std::uint32_t spot = spots.of[h];
            const bool all = look > kFirstLook && spots.near[spot].size() < look / 4;  // there are no more
            if (grouping.leaderOf[h] != Grouping::kNone || all) continue;
            if (left.empty() || left.back() != spot) left.push_back(spot);
        }
        if (left.empty()) break;
        countedFor(left.size(), 64, progress, "distances", [&](std::size_t i) {
            spots.near[left[i]] = leaders.nearest(households[spots.first[left[i]]], look, options.mostMetres);
        });
        std::vector<Way> ways;
        for (const std::uint32_t spot : left) {
            for (const Places::Hit& hit : spots.near[spot]) ways.push_back({hit.metres, spot, hit.place});
        }
        std::ranges::sort(ways);
        for (const Way& way : ways) {
            for (std::uint32_t h = spots.first[way.spot]; h < spots.first[way.spot + 1] && room[way.leader] > 0; ++h) {
                if (grouping.leaderOf[h] != Grouping::kNone) continue;
                --room[way.leader];
                grouping.leaderOf[h] = way.leader;
                grouping.metres[h] = way.metres;
            }
        }
    }
    improve(grouping, room, spots);
    for (std::uint32_t h = 0; h < count; ++h) {
        if (grouping.leaderOf[h] == Grouping::kNone) continue;
        grouping.total += grouping.metres[h];
        grouping.leastPossible += spots.nearTo(h).front().metres;
    }
    return grouping;
}

}  // namespace xiangtu::query
