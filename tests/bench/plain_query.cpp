// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plain_query.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <functional>
#include <numbers>
#include <thread>

namespace xiangtu::bench {

namespace {

using P = Flat::Point;
constexpr double kE2 = 0.00669438002290, kRadians = std::numbers::pi / 180, kSemiMajor = 6378137;

void onThreads(int threads, std::size_t n, const std::function<void(std::size_t, std::size_t, int)>& work) {
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t) {
        const auto at = [&](int k) { return n * std::size_t(k) / std::size_t(threads); };
        all.emplace_back([&work, t, from = at(t), to = at(t + 1)] { work(from, to, t); });
    }
    for (auto& thread : all) thread.join();
}

bool inRing(const P* b, const P* e, double x, double y) {
    bool in = false;
    for (const P* p = b; p + 1 < e; ++p) {
        if ((p[0].y > y) != (p[1].y > y) && x < p[0].x + (y - p[0].y) * (p[1].x - p[0].x) / (p[1].y - p[0].y)) in = !in;
    }
    return in;
}

const P* begin(const Flat& f, std::size_t i) { return &f.points[f.start[i]]; }
const P* end(const Flat& f, std::size_t i) { return f.points.data() + f.start[i + 1]; }

bool apart(const Window& a, const Window& b) { return a.x1 < b.x0 || a.x0 > b.x1 || a.y1 < b.y0 || a.y0 > b.y1; }

struct Seg {
    double ax, ay, bx, by;
    bool fresh;
};

void gather(const Flat& a, std::size_t f, const Window& w, std::vector<Seg>& out) {
    out.clear();
    bool before = false;
    for (const P *p = begin(a, f), *e = end(a, f); p + 1 < e; ++p) {
        const bool hit = !(std::max(p[0].x, p[1].x) < w.x0 || std::min(p[0].x, p[1].x) > w.x1 ||
                           std::max(p[0].y, p[1].y) < w.y0 || std::min(p[0].y, p[1].y) > w.y1);
        if (hit) out.push_back({p[0].x, p[0].y, p[1].x, p[1].y, !before});
        before = hit;
    }
}

/// Green's sum along the parts of one boundary inside the other.
double half(const std::vector<Seg>& ea, const std::vector<Seg>& eb, const Flat& b, std::size_t fb, const Window& w) {
    double area = 0, ts[64];
    bool in = false;
    for (const Seg& s : ea) {
        if (s.fresh) {
            in = s.ax >= w.x0 && s.ax <= w.x1 && s.ay >= w.y0 && s.ay <= w.y1 &&
                 inRing(begin(b, fb), end(b, fb), s.ax, s.ay);
        }
        int n = 0;
        const double dx = s.bx - s.ax, dy = s.by - s.ay;
        const double x0 = std::min(s.ax, s.bx), x1 = std::max(s.ax, s.bx), y0 = std::min(s.ay, s.by),
                     y1 = std::max(s.ay, s.by);
        for (const Seg& o : eb) {
            if (std::max(o.ax, o.bx) < x0 || std::min(o.ax, o.bx) > x1 || std::max(o.ay, o.by) < y0 ||
                std::min(o.ay, o.by) > y1)
                continue;
            const double d0 = dx * (o.ay - s.ay) - dy * (o.ax - s.ax), d1 = dx * (o.by - s.ay) - dy * (o.bx - s.ax);
            if ((d0 > 0) == (d1 > 0)) continue;
            const double e0 = (o.bx - o.ax) * (s.ay - o.ay) - (o.by - o.ay) * (s.ax - o.ax);
            const double e1 = (o.bx - o.ax) * (s.by - o.ay) - (o.by - o.ay) * (s.bx - o.ax);
            if ((e0 > 0) == (e1 > 0)) continue;
            if (n < 62) ts[n++] = e0 / (e0 - e1);
        }
        if (n > 1) std::sort(ts, ts + n);
        ts[n] = 1;
        double t0 = 0;
        for (int i = 0; i <= n; ++i) {
            if (in) {
                const double px = s.ax + dx * t0 - w.x0, py = s.ay + dy * t0 - w.y0;
                const double qx = s.ax + dx * ts[i] - w.x0, qy = s.ay + dy * ts[i] - w.y0;
                area += (px * qy - qx * py) / 2;
            }
            t0 = ts[i];
            if (i < n) in = !in;
        }
    }
    return area;
}

std::size_t hashOf(const P& p) {
    std::uint64_t a, b;
    std::memcpy(&a, &p.x, 8);
    std::memcpy(&b, &p.y, 8);
    a = (a * 0x9E3779B97F4A7C15ull) ^ (b * 0xC2B2AE3D27D4EB4Full);
    return std::size_t(a ^ (a >> 29));
}

bool same(const P& a, const P& b) { return a.x == b.x && a.y == b.y; }

}  // namespace

Bins::Bins(std::span<const Window> boxes) {
    Window e{1e300, 1e300, -1e300, -1e300};
    for (const Window& b : boxes)
        e = {std::min(e.x0, b.x0), std::min(e.y0, b.y0), std::max(e.x1, b.x1), std::max(e.y1, b.y1)};
    columns = rows = std::max(1, int(std::sqrt(double(boxes.size()))));
    x0 = e.x0;
    y0 = e.y0;
    perX = columns / (e.x1 - e.x0) * (1 - 1e-12);
    perY = rows / (e.y1 - e.y0) * (1 - 1e-12);
    start.assign(std::size_t(columns) * std::size_t(rows) + 1, 0);
    for (const Window& b : boxes) each(b, [&](std::size_t k) { ++start[k + 1]; });
    for (std::size_t k = 1; k < start.size(); ++k) start[k] += start[k - 1];
    ids.resize(start.back());
    auto next = start;
    for (std::uint32_t i = 0; i < boxes.size(); ++i) each(boxes[i], [&](std::size_t k) { ids[next[k]++] = i; });
}
int Bins::column(double x) const noexcept { return std::max(0, std::min(columns - 1, int((x - x0) * perX))); }
int Bins::row(double y) const noexcept { return std::max(0, std::min(rows - 1, int((y - y0) * perY))); }

std::size_t plainJoin(const Flat& flat, std::span<const Window> boxes, const Bins& bins, std::span<const P> points,
                      int threads, std::vector<std::uint32_t>& counts) {
    std::vector<std::size_t> hits(std::size_t(threads), 0);
    onThreads(threads, points.size(), [&](std::size_t from, std::size_t to, int t) {
        std::size_t n = 0;
        for (std::size_t i = from; i < to; ++i) {
            const P p = points[i];
            const std::size_t c =
                std::size_t(bins.row(p.y)) * std::size_t(bins.columns) + std::size_t(bins.column(p.x));
            for (std::uint32_t j = bins.start[c]; j < bins.start[c + 1]; ++j) {
                const std::uint32_t f = bins.ids[j];
                const Window& b = boxes[f];
                if (p.x < b.x0 || p.x > b.x1 || p.y < b.y0 || p.y > b.y1) continue;
                if (inRing(begin(flat, f), end(flat, f), p.x, p.y)) {
                    ++n;
                    ++counts[flat.size() * std::size_t(t) + f];
                    break;
                }
            }
        }
        hits[std::size_t(t)] = n;
    });
    std::size_t all = 0;
    for (const std::size_t n : hits) all += n;
    return all;
}

PlainNear::PlainNear(const Flat& flat, std::span<const Window> boxes, const Bins& bins)
    : m_flat(flat), m_boxes(boxes), m_bins(bins), m_mark(flat.size(), 0) {}

std::size_t PlainNear::count(P c, double metres) {
    const double la = c.y * kRadians, s = std::sin(la), w2 = 1 - kE2 * s * s;
    const double my = kSemiMajor * (1 - kE2) / (w2 * std::sqrt(w2)) * kRadians;
    const double mx = kSemiMajor / std::sqrt(w2) * std::cos(la) * kRadians, k = -std::tan(la) * kRadians / 2;
    const Window w{c.x - metres / mx * 1.002, c.y - metres / my * 1.002, c.x + metres / mx * 1.002,
                   c.y + metres / my * 1.002};
    std::size_t n = 0;
    ++m_tick;
    m_bins.each(w, [&](std::size_t cell) {
        for (std::uint32_t j = m_bins.start[cell]; j < m_bins.start[cell + 1]; ++j) {
            const std::uint32_t f = m_bins.ids[j];
            if (m_mark[f] == m_tick) continue;
            m_mark[f] = m_tick;
            if (apart(m_boxes[f], w)) continue;
            double best = 1e300, px = 0, py = 0;
            bool first = true;
            const P* e = end(m_flat, f);
            for (const P* p = begin(m_flat, f); p < e; ++p) {
                const double dy = p->y - c.y, ax = (p->x - c.x) * mx * (1 + k * dy), ay = dy * my;
                if (!first) {
                    const double ux = ax - px, uy = ay - py, l = ux * ux + uy * uy;
                    const double h = std::max(0.0, std::min(1.0, l > 0 ? -(px * ux + py * uy) / l : 0));
                    const double qx = px + h * ux, qy = py + h * uy;
                    best = std::min(best, qx * qx + qy * qy);
                }
                px = ax;
                py = ay;
                first = false;
            }
            if (best <= metres * metres || inRing(begin(m_flat, f), e, c.x, c.y)) ++n;
        }
    });
    return n;
}

Flat equalArea(const Flat& flat) {
    Flat out = flat;
    const double e = std::sqrt(kE2);
    for (P& p : out.points) {
        const double s = std::sin(p.y * kRadians);
        const double z = (1 - kE2) * (s / (1 - kE2 * s * s) + std::atanh(e * s) / e);
        p = {p.x * kRadians * kSemiMajor, kSemiMajor * z / 2};
    }
    return out;
}

PlainOverlay plainOverlay(const Flat& a, std::span<const Window> boxesA, const Flat& b, std::span<const Window> boxesB,
                          const Bins& binsB, int threads) {
    std::vector<PlainOverlay> parts(std::size_t(threads), PlainOverlay{});
    onThreads(threads, a.size(), [&](std::size_t from, std::size_t to, int t) {
        PlainOverlay sum;
        std::vector<std::uint32_t> seen;
        std::vector<Seg> ea, eb;
        for (std::size_t i = from; i < to; ++i) {
            seen.clear();
            binsB.each(boxesA[i], [&](std::size_t c) {
                for (std::uint32_t j = binsB.start[c]; j < binsB.start[c + 1]; ++j) seen.push_back(binsB.ids[j]);
            });
            std::sort(seen.begin(), seen.end());
            seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
            for (const std::uint32_t f : seen) {
                const Window &p = boxesA[i], &q = boxesB[f];
                const Window w{std::max(p.x0, q.x0), std::max(p.y0, q.y0), std::min(p.x1, q.x1), std::min(p.y1, q.y1)};
                if (w.x0 >= w.x1 || w.y0 >= w.y1) continue;
                gather(a, i, w, ea);
                gather(b, f, w, eb);
                const double area = half(ea, eb, b, f, w) + half(eb, ea, a, i, w);
                if (area > 1e-3) {
                    ++sum.pairs;
                    sum.mu += area * 3 / 2000;
                }
            }
        }
        parts[std::size_t(t)] = sum;
    });
    PlainOverlay all;
    for (const PlainOverlay& part : parts) {
        all.pairs += part.pairs;
        all.mu += part.mu;
    }
    return all;
}

PlainDissolve plainDissolve(const Flat& g, std::span<const std::uint32_t> groupOf, std::uint32_t groups, int threads) {
    std::vector<std::uint32_t> order(g.size()), start(groups + 1, 0);
    for (const std::uint32_t v : groupOf) ++start[v + 1];
    for (std::uint32_t v = 0; v < groups; ++v) start[v + 1] += start[v];
    auto next = start;
    for (std::uint32_t i = 0; i < g.size(); ++i) order[next[groupOf[i]]++] = i;
    std::vector<PlainDissolve> parts(std::size_t(threads), PlainDissolve{});
    onThreads(threads, groups, [&](std::size_t from, std::size_t to, int t) {
        std::vector<const P*> table, alive, starts;
        std::vector<P> out;
        PlainDissolve sum;
        for (std::size_t v = from; v < to; ++v) {
            std::size_t segments = 0;
            for (std::uint32_t i = start[v]; i < start[v + 1]; ++i)
                segments += g.start[order[i] + 1] - g.start[order[i]] - 1;
            std::size_t cap = 64;
            while (cap < segments * 2) cap <<= 1;
            table.assign(cap, nullptr);
            const auto each = [&](auto&& visit) {
                for (std::uint32_t i = start[v]; i < start[v + 1]; ++i) {
                    for (const P* p = begin(g, order[i]); p + 1 < end(g, order[i]); ++p) visit(p);
                }
            };
            each([&](const P* p) {
                std::size_t s = hashOf(p[0]) & (cap - 1);
                while (table[s]) s = (s + 1) & (cap - 1);
                table[s] = p;
            });
            alive.clear();
            each([&](const P* p) {
                for (std::size_t s = hashOf(p[1]) & (cap - 1); table[s]; s = (s + 1) & (cap - 1)) {
                    if (same(table[s][0], p[1]) && same(table[s][1], p[0])) return;
                }
                alive.push_back(p);
            });
            std::size_t cap2 = 64;
            while (cap2 < alive.size() * 2) cap2 <<= 1;
            starts.assign(cap2, nullptr);
            for (const P* p : alive) {
                std::size_t s = hashOf(p[0]) & (cap2 - 1);
                while (starts[s]) s = (s + 1) & (cap2 - 1);
                starts[s] = p;
            }
            std::vector<char> used(cap2, 0);
            for (const P* p0 : alive) {
                std::size_t s = hashOf(p0[0]) & (cap2 - 1);
                while (starts[s] != p0) s = (s + 1) & (cap2 - 1);
                if (used[s]) continue;
                out.clear();
                for (const P* p = p0;;) {
                    used[s] = 1;
                    out.push_back(p[0]);
                    if (same(p[1], p0[0])) break;
                    std::size_t z = hashOf(p[1]) & (cap2 - 1);
                    while (starts[z] && !(same(starts[z][0], p[1]) && !used[z])) z = (z + 1) & (cap2 - 1);
                    if (!starts[z]) break;
                    p = starts[z];
                    s = z;
                }
                out.push_back(p0[0]);
                sum.points += out.size();
                ++sum.rings;
            }
        }
        parts[std::size_t(t)] = sum;
    });
    PlainDissolve all;
    for (const PlainDissolve& part : parts) {
        all.rings += part.rings;
        all.points += part.points;
    }
    return all;
}

}  // namespace xiangtu::bench
