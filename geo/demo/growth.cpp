// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/growth.h"

#include <algorithm>
#include <utility>

namespace xiangtu::demo {

namespace {

/// Dial's queue: efforts are small whole numbers, so buckets in a circle do what a heap would.
class Growth {
public:
    /// `region`: kNone where there is still room.
    Growth(const Ground& ground, std::span<const std::uint32_t> scope, std::span<const std::uint32_t> region)
        : m_ground(ground), m_cells(ground.size()), m_buckets(Ground::kMaxCost + 1) {
        for (std::size_t v = 0; v < m_cells.size(); ++v) {
            m_cells[v] = {scope[v], region.empty() ? kNone : region[v], INT32_MAX};
        }
    }

    std::vector<std::uint32_t> run(std::span<const Start> starts) {
        std::vector<std::uint32_t> order;
        for (std::uint32_t s = 0; s < starts.size(); ++s) {
            if (starts[s].point != kNone && m_cells[starts[s].point].region == kNone) order.push_back(s);
        }
        m_begun.assign(starts.size(), 0);
        std::ranges::stable_sort(order, [&](auto a, auto b) { return starts[a].ahead > starts[b].ahead; });
        for (const std::uint32_t s : order) claim(starts[s].point, s);
        std::size_t next = 0;
        std::int32_t now = order.empty() ? 0 : -starts[order[0]].ahead;
        while (next < order.size() || m_waiting > 0) {
            if (m_waiting == 0) now = std::max(now, -starts[order[next]].ahead);
            while (next < order.size() && -starts[order[next]].ahead <= now) {
                const std::uint32_t s = order[next++];
                begin(starts[s].point, s, now);
            }
            auto& bucket = m_buckets[std::size_t(now & Ground::kMaxCost)];
            for (const auto [v, s] : bucket) {
                --m_waiting;
                if (m_cells[v].region == s) begin(v, s, now);
                if (m_cells[v].region != kNone) continue;
                claim(v, s);
                spreadAll(v, s, now);
            }
            bucket.clear();
            ++now;
        }
        std::vector<std::uint32_t> region(m_cells.size());
        for (std::size_t v = 0; v < region.size(); ++v) region[v] = m_cells[v].region;
        return region;
    }

private:
    struct Entry {
        std::uint32_t point, region;
    };
    /// What is asked about a point, side by side in memory.
    struct Cell {
        std::uint32_t scope, region;
        std::int32_t soonest;  ///< when it will be reached, as far as known
    };

    void begin(std::uint32_t v, std::uint32_t s, std::int32_t now) {
        if (!std::exchange(m_begun[s], 1)) spreadAll(v, s, now);
    }
    void claim(std::uint32_t v, std::uint32_t s) {
        std::uint32_t w = v;
        do {
            m_cells[w].region = s;
            w = m_ground.tiedTo(w);
        } while (w != v);
    }
    void spreadAll(std::uint32_t v, std::uint32_t s, std::int32_t now) {
        const std::uint32_t scope = m_cells[v].scope;
        std::uint32_t w = v;
        do {
            for (const auto& step : m_ground.steps(w)) {
                Cell& cell = m_cells[step.to];
                const std::int32_t then = now + step.cost;
                if (cell.scope != scope || then >= cell.soonest) continue;
                // A start reached by another region before its time begins at once, or it would be walled in.
                if (cell.region != kNone && (cell.region == s || m_begun[cell.region])) continue;
                cell.soonest = then;
                m_buckets[std::size_t(then & Ground::kMaxCost)].push_back(
                    {step.to, cell.region == kNone ? s : cell.region});
                ++m_waiting;
            }
            w = m_ground.tiedTo(w);
        } while (w != v);
    }

    const Ground& m_ground;
    std::vector<Cell> m_cells;
    std::vector<std::vector<Entry>> m_buckets;
    std::vector<char> m_begun;
    std::size_t m_waiting = 0;
};

static_assert((Ground::kMaxCost & (Ground::kMaxCost + 1)) == 0, "the circle of buckets is a power of two");

}  // namespace

std::vector<std::uint32_t> grow(const Ground& ground, std::span<const std::uint32_t> scope,
                                std::span<const Start> starts) {
    return Growth(ground, scope, {}).run(starts);
}

std::vector<std::uint32_t> regrow(const Ground& ground, std::span<const std::uint32_t> scope,
                                  std::span<const Start> starts, std::vector<std::uint32_t> region,
                                  const std::vector<char>& again) {
    for (std::size_t v = 0; v < region.size(); ++v) {
        if (again[scope[v]]) region[v] = kNone;
    }
    return Growth(ground, scope, region).run(starts);
}

std::vector<std::uint32_t> pieces(const Ground& ground, std::span<const std::uint32_t> scope, std::uint32_t& count) {
    std::vector<std::uint32_t> piece(ground.size(), kNone), stack;
    count = 0;
    for (std::uint32_t first = 0; first < piece.size(); ++first) {
        if (piece[first] != kNone) continue;
        piece[first] = count;
        stack.push_back(first);
        while (!stack.empty()) {
            const std::uint32_t v = stack.back();
            stack.pop_back();
            const auto take = [&](std::uint32_t w) {
                if (piece[w] != kNone || scope[w] != scope[v]) return;
                piece[w] = count;
                stack.push_back(w);
            };
            for (const auto& step : ground.steps(v)) take(step.to);
            take(ground.tiedTo(v));
        }
        ++count;
    }
    return piece;
}

}  // namespace xiangtu::demo
