// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/same_land.h"

#include <algorithm>
#include <vector>

namespace xiangtu::project {

namespace {

using geom::GridPoint;
using geom::MultiPolygon;
using geom::Ring;

std::vector<const Ring*> ringsOf(const MultiPolygon& shape) {
    std::vector<const Ring*> rings;
    for (const geom::Polygon& part : shape) {
        rings.push_back(&part.outer);
        for (const Ring& hole : part.holes) rings.push_back(&hole);
    }
    return rings;
}

/// Not further than one step of the lattice from the segment.
bool liesOn(GridPoint p, GridPoint a, GridPoint b) {
    const double dx = double(b.x) - a.x, dy = double(b.y) - a.y;
    const double px = double(p.x) - a.x, py = double(p.y) - a.y;
    const double length = dx * dx + dy * dy, along = px * dx + py * dy;
    if (along < 0 || along > length) return false;
    const double off = px * dy - py * dx;
    return off * off <= length;
}

/// Whether `more` is `fewer` with vertices put in, from whichever vertex each begins.
bool isWithMore(const Ring& fewer, const Ring& more) {
    if (fewer.size() < 3 || more.size() < fewer.size()) return false;
    const auto start = std::ranges::find(more, fewer.front());
    if (start == more.end()) return false;
    const auto offset = std::size_t(start - more.begin());
    std::size_t at = 0;  // of `fewer`
    for (std::size_t i = 1; i <= more.size(); ++i) {
        const GridPoint p = more[(offset + i) % more.size()];
        const GridPoint next = fewer[(at + 1) % fewer.size()];
        if (p == next && (i == more.size() || at + 1 < fewer.size()))
            ++at;
        else if (!liesOn(p, fewer[at % fewer.size()], next))
            return false;
    }
    return at == fewer.size();
}

bool isWithMore(const std::vector<const Ring*>& fewer, std::vector<const Ring*> more) {
    for (const Ring* ring : fewer) {
        const auto found = std::ranges::find_if(more, [&](const Ring* r) { return isWithMore(*ring, *r); });
        if (found == more.end()) return false;
        more.erase(found);
    }
    return more.empty();
}

}  // namespace

bool sameLand(const MultiPolygon& a, const MultiPolygon& b) {
    const auto ofA = ringsOf(a), ofB = ringsOf(b);
    return ofA.size() == ofB.size() && (isWithMore(ofA, ofB) || isWithMore(ofB, ofA));
}

}  // namespace xiangtu::project
