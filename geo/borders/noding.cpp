// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/noding.h"

#include "geom/grid_point.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::borders {

namespace {

constexpr int kMostRounds = 24;

/// Lattice units within which the end of a line was meant to lie on a border: a place on a segment, rounded.
constexpr double kReach = 0.75;

/// Of a point beside a segment; beyond its ends infinite.
double distance(const Edge& e, GridPoint p) {
    const double x = double(e.b.x) - e.a.x, y = double(e.b.y) - e.a.y;
    const double px = double(p.x) - e.a.x, py = double(p.y) - e.a.y;
    const double length = x * x + y * y, along = px * x + py * y;
    if (along <= 0 || along >= length) return HUGE_VAL;
    return std::abs(double(geom::cross(e.a, e.b, p))) / std::sqrt(length);
}

bool between(const Edge& e, GridPoint p) { return p != e.a && p != e.b && e.box().contains(p); }

/// num / den rounded to the nearest, den > 0.
std::int64_t rounded(__int128 num, __int128 den) {
    const __int128 twice = 2 * num + den, whole = twice / (2 * den);
    return std::int64_t(twice % (2 * den) < 0 ? whole - 1 : whole);
}

/// Nearest lattice point to where the segments cross; `c`, `d`: sides of first.a and first.b of the second.
GridPoint crossing(const Edge& first, __int128 c, __int128 d) {
    __int128 num = c, den = c - d;
    if (den < 0) {
        num = -num;
        den = -den;
    }
    const auto along = [&](std::int32_t from, std::int32_t to) {
        return std::int32_t(from + rounded(num * (std::int64_t(to) - from), den));
    };
    return {along(first.a.x, first.b.x), along(first.a.y, first.b.y)};
}

/// Puts points into one stretch of a line, in the order along it.
void put(GridLine& line, std::size_t stretch, std::vector<GridPoint> points) {
    const GridPoint a = line[stretch];
    const auto far = [&](GridPoint p) {
        const std::int64_t x = std::int64_t(p.x) - a.x, y = std::int64_t(p.y) - a.y;
        return __int128(x) * x + __int128(y) * y;
    };
    std::ranges::sort(points, [&](GridPoint p, GridPoint q) { return far(p) < far(q); });
    points.erase(std::ranges::unique(points).begin(), points.end());
    line.insert(line.begin() + std::ptrdiff_t(stretch) + 1, points.begin(), points.end());
}

geom::GridBox boxOf(const GridLine& line) {
    geom::GridBox box;
    for (const GridPoint p : line) box.extend(p);
    return box;
}

/// Puts into both lines the points where they meet. True when there was one.
bool meet(GridLine& first, GridLine& second) {
    if (!boxOf(first).intersects(boxOf(second))) return false;
    bool any = false;
    for (std::size_t i = 0; i + 1 < first.size(); ++i) {
        for (std::size_t j = 0; j + 1 < second.size();) {
            Meeting m = meetingOf({first[i], first[i + 1]}, {second[j], second[j + 1]});
            if (m.onFirst.empty() && m.onSecond.empty()) {
                ++j;
                continue;
            }
            any = true;  // and the same two stretches, shorter now, once more
            if (!m.onSecond.empty()) put(second, j, std::move(m.onSecond));
            if (!m.onFirst.empty()) put(first, i, std::move(m.onFirst));
        }
    }
    return any;
}

}  // namespace

Meeting meetingOf(const Edge& first, const Edge& second) {
    Meeting m;
    if (!first.box().intersects(second.box())) return m;
    const __int128 a = geom::cross(second.a, second.b, first.a), b = geom::cross(second.a, second.b, first.b);
    const __int128 c = geom::cross(first.a, first.b, second.a), d = geom::cross(first.a, first.b, second.b);
    if (c == 0 && between(first, second.a)) m.onFirst.push_back(second.a);
    if (d == 0 && between(first, second.b)) m.onFirst.push_back(second.b);
    if (a == 0 && between(second, first.a)) m.onSecond.push_back(first.a);
    if (b == 0 && between(second, first.b)) m.onSecond.push_back(first.b);
    if (a == 0 || b == 0 || c == 0 || d == 0 || (a > 0) == (b > 0) || (c > 0) == (d > 0)) return m;
    const GridPoint x = crossing(first, a, b);
    if (x != first.a && x != first.b) m.onFirst.push_back(x);
    if (x != second.a && x != second.b) m.onSecond.push_back(x);
    return m;
}

Noding::Noding(std::vector<Edge> borders) : m_borders(std::move(borders)), m_changed(m_borders.size(), 0) {
    m_bent.reserve(m_borders.size());
    for (const Edge& e : m_borders) m_bent.push_back({e.a, e.b});
}

bool Noding::add(const std::vector<GridLine>& lines) {
    m_lines.insert(m_lines.end(), lines.begin(), lines.end());
    for (const GridLine& line : lines) {
        if (line.front() == line.back()) continue;
        attach(line.front());
        attach(line.back());
    }
    return run();
}

void Noding::attach(GridPoint p) {
    std::size_t border = m_bent.size(), stretch = 0;
    double least = kReach;
    for (std::size_t i = 0; i < m_bent.size(); ++i) {
        for (std::size_t j = 0; j + 1 < m_bent[i].size(); ++j) {
            const Edge e{m_bent[i][j], m_bent[i][j + 1]};
            if (p == e.a || p == e.b) return;
            const double far = distance(e, p);
            if (far == 0 || far > least) continue;
            least = far;
            border = i;
            stretch = j;
        }
    }
    if (border == m_bent.size()) return;
    put(m_bent[border], stretch, {p});
    m_changed[border] = 1;
}

bool Noding::restart(const std::vector<GridLine>& kept) {
    std::unordered_set<GridPoint, geom::GridPointHash> wanted;
    for (const GridLine& line : kept) wanted.insert(line.begin(), line.end());
    for (std::size_t i = 0; i < m_bent.size(); ++i) {
        if (m_changed[i] == 0) continue;
        GridLine& line = m_bent[i];
        const GridPoint last = line.back();
        line.pop_back();
        std::erase_if(line, [&](GridPoint p) { return p != line.front() && !wanted.contains(p); });
        line.push_back(last);
        m_changed[i] = line.size() > 2;
    }
    m_lines = kept;
    return run();
}

bool Noding::run() {
    for (int i = 0; i < kMostRounds; ++i) {
        if (!round()) return true;
    }
    return false;
}

bool Noding::round() {
    bool any = false;
    for (GridLine& line : m_lines) {
        for (std::size_t j = 0; j < m_bent.size(); ++j) {
            if (!meet(line, m_bent[j])) continue;
            any = true;
            m_changed[j] = m_bent[j].size() > 2;
        }
    }
    // A bent border may have come to lie on another one.
    for (std::size_t i = 0; i < m_bent.size(); ++i) {
        if (m_changed[i] == 0) continue;
        for (std::size_t j = 0; j < m_bent.size(); ++j) {
            if (i == j || !meet(m_bent[i], m_bent[j])) continue;
            any = true;
            m_changed[j] = m_bent[j].size() > 2;
        }
    }
    return any;
}

Paths Noding::paths() const {
    Paths out;
    for (std::size_t i = 0; i < m_borders.size(); ++i) {
        if (m_changed[i] != 0) out.emplace(m_borders[i], m_bent[i]);
    }
    return out;
}

std::unordered_set<Edge, EdgeHash> Noding::segments() const {
    std::unordered_set<Edge, EdgeHash> out;
    for (const GridLine& line : m_bent) {
        for (std::size_t i = 1; i < line.size(); ++i) out.insert(Edge{line[i - 1], line[i]}.plain());
    }
    return out;
}

namespace {

geom::Ring bentRing(const geom::Ring& ring, const Paths& paths) {
    geom::Ring out;
    out.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const Edge e{ring[i], ring[(i + 1) % ring.size()]};
        out.push_back(e.a);
        const auto path = paths.find(e.plain());
        if (path == paths.end()) continue;
        const GridLine& points = path->second;
        if (e.a < e.b) {
            out.insert(out.end(), points.begin() + 1, points.end() - 1);
        } else {
            out.insert(out.end(), points.rbegin() + 1, points.rend() - 1);
        }
    }
    return out;
}

}  // namespace

geom::MultiPolygon bent(const geom::MultiPolygon& shape, const Paths& paths) {
    geom::MultiPolygon out;
    for (const geom::Polygon& part : shape) {
        geom::Polygon& made = out.emplace_back();
        made.outer = bentRing(part.outer, paths);
        for (const geom::Ring& hole : part.holes) made.holes.push_back(bentRing(hole, paths));
    }
    return out;
}

bool hasAny(const geom::MultiPolygon& shape, const Paths& paths) {
    geom::GridBox box;
    for (const auto& [edge, path] : paths) box.extend(edge.box());
    bool any = false;
    forEachEdge(shape, [&](const Edge& e) {
        if (!any && e.box().intersects(box)) any = paths.contains(e.plain());
    });
    return any;
}

std::optional<GridPoint> selfMeeting(const GridLine& line) {
    const std::size_t edges = line.size() - 1;
    const bool closed = line.front() == line.back();
    for (std::size_t i = 0; i < edges; ++i) {
        const Edge e{line[i], line[i + 1]};
        for (std::size_t j = i + 1; j < edges; ++j) {
            const Edge f{line[j], line[j + 1]};
            const bool next = j == i + 1, around = closed && i == 0 && j + 1 == edges;
            if (!e.box().intersects(f.box())) continue;
            const bool shared = e.b == f.b || e.a == f.a || (e.b == f.a && !next) || (e.a == f.b && !around);
            if (shared) return f.a == e.a || f.a == e.b ? f.a : f.b;
            const Meeting m = meetingOf(e, f);
            if (!m.onFirst.empty()) return m.onFirst.front();
            if (!m.onSecond.empty()) return m.onSecond.front();
            // A crossing may round to an end of both.
            const __int128 a = geom::cross(f.a, f.b, e.a), b = geom::cross(f.a, f.b, e.b);
            const __int128 c = geom::cross(e.a, e.b, f.a), d = geom::cross(e.a, e.b, f.b);
            if (((a > 0 && b < 0) || (a < 0 && b > 0)) && ((c > 0 && d < 0) || (c < 0 && d > 0))) return e.b;
        }
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
