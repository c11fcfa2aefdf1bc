// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/counted.h"
#include "geodesy/distance.h"
#include "query/proposals.h"

#include <algorithm>

namespace xiangtu::query {

namespace {

struct Way {
    double metres;
    std::uint32_t household, leader;
    auto operator<=>(const Way&) const = default;
};

/// Members change places: two of different groups swap, or one moves to a nearer group with room.
void improve(Grouping& grouping, std::vector<std::size_t>& room, const std::vector<std::vector<Places::Hit>>& near) {
    std::vector<std::vector<std::uint32_t>> members(room.size());
    for (std::uint32_t h = 0; h < grouping.leaderOf.size(); ++h) {
        if (grouping.leaderOf[h] != Grouping::kNone) members[grouping.leaderOf[h]].push_back(h);
    }
    const auto metresTo = [&](std::uint32_t household, std::uint32_t leader) {
        for (const Places::Hit& hit : near[household]) {
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
            for (const Places::Hit& hit : near[h]) {
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
    std::vector<std::vector<Places::Hit>> near(count);
    // More leaders are looked at for those whom the nearest ones have no room for.
    constexpr std::size_t kFirstLook = 8, kLastLook = 512;
    for (std::size_t look = kFirstLook; look <= kLastLook; look *= 4) {
        std::vector<std::uint32_t> left;
        for (std::uint32_t h = 0; h < count; ++h) {
            const bool all = look > kFirstLook && near[h].size() < look / 4;  // there are no more
            if (grouping.leaderOf[h] == Grouping::kNone && !all) left.push_back(h);
        }
        if (left.empty()) break;
        countedFor(left.size(), 64, progress, "distances", [&](std::size_t i) {
            near[left[i]] = leaders.nearest(households[left[i]], look, options.mostMetres);
        });
        std::vector<Way> ways;
        for (const std::uint32_t h : left) {
            for (const Places::Hit& hit : near[h]) ways.push_back({hit.metres, h, hit.place});
        }
        std::ranges::sort(ways);
        for (const Way& way : ways) {
            if (grouping.leaderOf[way.household] != Grouping::kNone || room[way.leader] == 0) continue;
            --room[way.leader];
            grouping.leaderOf[way.household] = way.leader;
            grouping.metres[way.household] = way.metres;
        }
    }
    improve(grouping, room, near);
    for (std::uint32_t h = 0; h < count; ++h) {
        if (grouping.leaderOf[h] == Grouping::kNone) continue;
        grouping.total += grouping.metres[h];
        grouping.leastPossible += near[h].front().metres;
    }
    return grouping;
}

}  // namespace xiangtu::query
