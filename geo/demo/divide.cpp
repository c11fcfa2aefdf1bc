// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/divide.h"

#include "demo/rng.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace xiangtu::demo {

namespace {

class Divider {
public:
    Divider(const Ground& ground, const std::vector<std::uint32_t>& parent,
            const std::vector<std::vector<Wish>>& wishes, const DivideOptions& options)
        : m_ground(ground), m_parent(parent), m_wishes(wishes), m_options(options) {
        m_first.push_back(0);
        for (const auto& list : wishes) m_first.push_back(m_first.back() + std::uint32_t(list.size()));
        m_starts.resize(m_first.back());
        m_share.resize(m_first.back());
        m_fixed.assign(m_first.back(), 0);
        m_piece = pieces(ground, parent, m_pieceCount);
    }

    std::vector<std::uint32_t> run() {
        placeStarts();
        std::vector<std::uint32_t> region = grow(m_ground, m_parent, m_starts);
        for (int round = 0; round < m_options.rounds; ++round) {
            adjust(region);
            region = grow(m_ground, m_parent, m_starts);
        }
        for (int extra = 0; extra < 4; ++extra) {
            const std::vector<char> again = moveStarved(region);
            if (std::ranges::find(again, 1) == again.end()) break;
            region = regrow(m_ground, m_parent, m_starts, std::move(region), again);
        }
        adopt(region);
        return region;
    }

private:
    struct Run {
        std::uint32_t begin, end;  // into m_order
    };

    /// Points piece after piece; within each in mesh order, which follows a Hilbert curve.
    void sortPoints() {
        m_runs.assign(m_pieceCount, {0, 0});
        for (const std::uint32_t p : m_piece) ++m_runs[p].end;
        for (std::uint32_t p = 0, at = 0; p < m_pieceCount; ++p) {
            const std::uint32_t count = m_runs[p].end;
            m_runs[p] = {at, at};
            at += count;
        }
        m_order.resize(m_piece.size());
        for (std::uint32_t v = 0; v < m_piece.size(); ++v) m_order[m_runs[m_piece[v]].end++] = v;
    }

    void placeStarts() {
        sortPoints();
        std::vector<std::vector<std::uint32_t>> piecesOf(m_wishes.size());
        for (std::uint32_t p = 0; p < m_pieceCount; ++p) piecesOf[m_parent[m_order[m_runs[p].begin]]].push_back(p);
        for (std::uint32_t p = 0; p < m_wishes.size(); ++p) placeChildren(p, piecesOf[p]);
    }

    [[nodiscard]] std::uint32_t sizeOf(std::uint32_t piece) const { return m_runs[piece].end - m_runs[piece].begin; }

    /// Shares a parent's children out among its pieces, largest piece last so that it takes the rest.
    void placeChildren(std::uint32_t parent, std::vector<std::uint32_t>& own) {
        std::ranges::stable_sort(own, [&](auto a, auto b) { return sizeOf(a) < sizeOf(b); });
        std::size_t points = 0;
        for (const std::uint32_t piece : own) points += sizeOf(piece);
        std::vector<std::uint32_t> left(m_wishes[parent].size());
        std::iota(left.begin(), left.end(), m_first[parent]);
        for (std::size_t i = 0; i < own.size() && !left.empty(); ++i) {
            std::size_t count = left.size();
            if (i + 1 < own.size()) {
                count = std::size_t(double(m_wishes[parent].size()) * sizeOf(own[i]) / double(points) + 0.5);
                if (m_options.apart == Apart::ownChild) count = std::max<std::size_t>(count, 1);
                count = std::min(count, left.size() - 1);
            }
            // The last ones of the list: a parent's first child is its seat and stays in the main piece.
            const std::span<const std::uint32_t> here(left.data() + left.size() - count, count);
            spread(parent, m_runs[own[i]], here);
            left.resize(left.size() - count);
        }
    }

    /// Starts of some children along the curve through one piece, each about in the middle of its share.
    void spread(std::uint32_t parent, Run run, std::span<const std::uint32_t> children) {
        double total = 0, passed = 0;
        for (const std::uint32_t c : children) total += wish(parent, c).size;
        const double points = run.end - run.begin;
        for (const std::uint32_t c : children) {
            const double size = wish(parent, c).size / total * points;
            m_share[c] = float(size);
            Random random(mix(m_options.seed, c));
            const double at = passed + size * random.between(0.3, 0.7);
            passed += size;
            m_fixed[c] = wish(parent, c).at != kNone;
            const std::uint32_t point = m_fixed[c] ? wish(parent, c).at : m_order[run.begin + std::uint32_t(at)];
            settle(c, point, run);
        }
    }

    /// Gives child c a start at `point`, or at the next free point of the piece.
    void settle(std::uint32_t c, std::uint32_t point, Run run) {
        if (m_taken.empty()) m_taken.assign(m_ground.size(), 0);
        std::uint32_t i = run.begin;
        while (m_taken[point] && i < run.end) point = m_order[i++];
        if (m_taken[point]) return;  // fewer points than children: the caller's counts prevent it
        m_starts[c].point = point;
        mark(point, 1);
    }
    void mark(std::uint32_t point, char value) {
        std::uint32_t w = point;
        do {
            m_taken[w] = value;
            w = m_ground.tiedTo(w);
        } while (w != point);
    }

    [[nodiscard]] const Wish& wish(std::uint32_t parent, std::uint32_t child) const {
        return m_wishes[parent][child - m_first[parent]];
    }

    /// Moves each start to the middle of its region and gives small regions a lead.
    void adjust(const std::vector<std::uint32_t>& region) {
        const Mesh& mesh = m_ground.mesh();
        struct Sum {
            Metres at{};
            double count = 0;
        };
        std::vector<Sum> sums(m_starts.size());
        for (std::uint32_t v = 0; v < region.size(); ++v) {
            if (region[v] == kNone) continue;
            Sum& s = sums[region[v]];
            s.at = s.at + mesh.metres(v);
            ++s.count;
        }
        std::vector<double> best(m_starts.size(), 1e300);
        std::vector<std::uint32_t> middle(m_starts.size(), kNone);
        for (std::uint32_t v = 0; v < region.size(); ++v) {
            if (region[v] == kNone) continue;
            const Sum& s = sums[region[v]];
            const Metres d = mesh.metres(v) - s.at * (1 / s.count);
            if (dot(d, d) < best[region[v]]) {
                best[region[v]] = dot(d, d);
                middle[region[v]] = v;
            }
        }
        for (std::uint32_t c = 0; c < m_starts.size(); ++c) {
            if (middle[c] == kNone) continue;
            if (!m_fixed[c]) m_starts[c].point = middle[c];
            const double lack = std::sqrt(m_share[c] / 3.1416) - std::sqrt(sums[c].count / 3.1416);
            setLead(c, m_starts[c].ahead + 0.6 * lack * Ground::kStep);
        }
    }

    /// A lead beyond the way from the middle to the edge would wall others in.
    void setLead(std::uint32_t c, double ahead) {
        const double most = 0.7 * std::sqrt(m_share[c] / 3.1416) * Ground::kStep;
        m_starts[c].ahead = std::int32_t(std::clamp(ahead, -most, most));
    }

    /// A region that was cut off from room starts anew at the far end of its largest sibling. Marks the
    /// parents in which that happened.
    std::vector<char> moveStarved(const std::vector<std::uint32_t>& region) {
        const Mesh& mesh = m_ground.mesh();
        std::vector<std::uint32_t> count(m_starts.size(), 0), far(m_starts.size(), kNone);
        std::vector<double> reach(m_starts.size(), -1);
        for (std::uint32_t v = 0; v < region.size(); ++v) {
            const std::uint32_t c = region[v];
            if (c == kNone) continue;
            ++count[c];
            const Metres d = mesh.metres(v) - mesh.metres(m_starts[c].point);
            if (dot(d, d) > reach[c]) {
                reach[c] = dot(d, d);
                far[c] = v;
            }
        }
        std::vector<char> moved(m_wishes.size(), 0);
        for (std::uint32_t p = 0; p + 1 < m_first.size(); ++p) {
            for (std::uint32_t c = m_first[p]; c < m_first[p + 1]; ++c) {
                if (m_starts[c].point == kNone || float(count[c]) >= 0.3f * m_share[c]) continue;
                std::uint32_t donor = kNone;
                for (std::uint32_t d = m_first[p]; d < m_first[p + 1]; ++d) {
                    if (m_starts[d].point == kNone || m_piece[m_starts[d].point] != m_piece[m_starts[c].point])
                        continue;
                    if (donor == kNone || float(count[d]) * m_share[donor] > float(count[donor]) * m_share[d])
                        donor = d;
                }
                if (donor == c || far[donor] == kNone || far[donor] == m_starts[donor].point) continue;
                if (!m_fixed[c]) m_starts[c].point = std::exchange(far[donor], kNone);
                setLead(c, m_starts[donor].ahead + (m_fixed[c] ? 2.0 * Ground::kStep : 0.0));
                count[donor] /= 2;
                moved[p] = 1;
            }
        }
        return moved;
    }

    /// Pieces without a start go to the nearest child of the same parent.
    void adopt(std::vector<std::uint32_t>& region) const {
        const Mesh& mesh = m_ground.mesh();
        std::vector<std::uint32_t> taker(m_pieceCount, kNone);
        for (std::uint32_t v = 0; v < region.size(); ++v) {
            if (region[v] != kNone) continue;
            std::uint32_t& to = taker[m_piece[v]];
            double nearest = 1e300;
            for (std::uint32_t c = m_first[m_parent[v]]; to == kNone && c < m_first[m_parent[v] + 1]; ++c) {
                if (m_starts[c].point == kNone) continue;
                nearest = std::min(nearest, distance(mesh.metres(v), mesh.metres(m_starts[c].point)));
            }
            for (std::uint32_t c = m_first[m_parent[v]]; to == kNone && c < m_first[m_parent[v] + 1]; ++c) {
                if (m_starts[c].point == kNone) continue;
                if (distance(mesh.metres(v), mesh.metres(m_starts[c].point)) <= nearest) to = c;
            }
            assert(to != kNone);
            region[v] = to;
        }
    }

    const Ground& m_ground;
    const std::vector<std::uint32_t>& m_parent;
    const std::vector<std::vector<Wish>>& m_wishes;
    const DivideOptions& m_options;
    std::vector<std::uint32_t> m_first, m_piece, m_order;
    std::uint32_t m_pieceCount = 0;
    std::vector<Run> m_runs;
    std::vector<Start> m_starts;
    std::vector<float> m_share;
    std::vector<char> m_fixed, m_taken;
};

}  // namespace

std::vector<std::uint32_t> divide(const Ground& ground, const std::vector<std::uint32_t>& parent,
                                  const std::vector<std::vector<Wish>>& wishes, const DivideOptions& options) {
    return Divider(ground, parent, wishes, options).run();
}

std::vector<std::uint32_t> sizesOf(const std::vector<std::uint32_t>& region, std::size_t count) {
    std::vector<std::uint32_t> sizes(count, 0);
    for (const std::uint32_t r : region) ++sizes[r];
    return sizes;
}

}  // namespace xiangtu::demo
