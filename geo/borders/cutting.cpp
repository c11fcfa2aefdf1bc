// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"
#include "borders/work.h"

#include "geom/measure.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

geom::GridBox boxOf(const MultiPolygon& shape) {
    geom::GridBox box;
    forEachEdge(shape, [&](const Edge& e) { box.extend(e.a); });
    return box;
}

/// The parts of the chains that have different groups on their sides, as whole chains.
std::vector<GridLine> partingChains(const std::vector<GridLine>& chains, const std::vector<Polygon>& faces,
                                    const std::vector<std::size_t>& groups) {
    std::unordered_map<Edge, std::size_t, EdgeHash> groupOf;
    for (std::size_t f = 0; f < faces.size(); ++f) {
        forEachEdge(MultiPolygon{faces[f]}, [&](const Edge& e) { groupOf[e] = groups[f]; });
    }
    std::vector<GridLine> out;
    for (const GridLine& chain : chains) {
        bool parts = false;
        for (std::size_t i = 1; i < chain.size() && !parts; ++i) {
            const Edge e{chain[i - 1], chain[i]};
            const auto left = groupOf.find(e), right = groupOf.find(e.turned());
            parts = left != groupOf.end() && right != groupOf.end() && left->second != right->second;
        }
        if (parts) out.push_back(chain);
    }
    return out;
}

/// Twice the area of a shape's part in each group.
std::vector<__int128> areasByGroup(const MultiPolygon& shape, const Edges& inner, const Finder& finder,
                                   const std::vector<std::size_t>& groups, std::size_t count) {
    std::vector<__int128> areas(count, 0);
    const auto parts = facesOf(shape, edgesInside(shape, inner));
    if (!parts) return areas;
    for (const Polygon& part : *parts) {
        if (const auto face = finder.find({part})) areas[groups[*face]] += geom::twiceArea(MultiPolygon{part});
    }
    return areas;
}

}  // namespace

Edges edgesOf(const std::vector<GridLine>& lines) {
    Edges out;
    for (const GridLine& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) out.push_back({line[i - 1], line[i]});
    }
    return out;
}

std::vector<GridLine> chainsInside(const MultiPolygon& shape, const std::vector<GridLine>& lines) {
    std::unordered_set<GridPoint, geom::GridPointHash> border;
    forEachEdge(shape, [&](const Edge& e) { border.insert(e.a); });
    std::vector<GridLine> out;
    for (GridLine line : lines) {
        const bool closed = line.front() == line.back();
        if (closed) {  // begin on the border, so that no chain runs through the line's end
            line.pop_back();
            const auto on = std::ranges::find_if(line, [&](GridPoint p) { return border.contains(p); });
            if (on != line.end()) std::ranges::rotate(line, on);
            line.push_back(line.front());
        }
        Edges all = edgesOf(std::vector<GridLine>{line});
        const Edges in = edgesInside(shape, all);
        const std::unordered_set<Edge, EdgeHash> inside(in.begin(), in.end());
        GridLine chain;
        const auto close = [&] {
            const bool island = closed && chain.size() == line.size();
            while (!island && !chain.empty() && !border.contains(chain.back())) chain.pop_back();
            // There and back again along one segment: a tip that the lattice has no room for.
            const bool folded = chain.size() == 3 && chain.front() == chain.back();
            if (chain.size() >= 2 && !folded) out.push_back(chain);
            chain.clear();
        };
        for (const Edge& e : all) {
            if (!inside.contains(e)) {
                close();
                continue;
            }
            const bool island = closed && in.size() == all.size() && !border.contains(line.front());
            if (chain.empty() && (island || border.contains(e.a))) chain.push_back(e.a);
            if (!chain.empty()) chain.push_back(e.b);
        }
        close();
    }
    return out;
}

Refused Work::cut(Id unit, const std::vector<GridLine>& lines, const Grouping& grouping, Cut& out) {
    const auto nothing = [&] {
        return refuse(Reason::doesNotCross, "the line does not cut the unit", {unit}, lines.front().front());
    };
    const auto intricate = [&] {
        return refuse(Reason::tooIntricate, "the line cannot be put on the lattice here", {unit},
                      lines.front().front());
    };
    Noding noding(sheet.bordersNear(lines, boxOf(sheet[unit].shape)));
    if (!noding.add(lines)) return intricate();
    const MultiPolygon shape = bent(sheet[unit].shape, noding.paths());
    const auto chains = chainsInside(shape, noding.lines());
    if (chains.empty()) return nothing();
    const auto drawn = facesOf(shape, edgesOf(chains));
    if (!drawn) return intricate();
    const auto kept = partingChains(chains, *drawn, grouping({*drawn, edgesOf(chains), noding.paths()}));
    if (kept.empty()) return nothing();
    if (!noding.restart(kept)) return intricate();
    out.paths = noding.paths();
    sheet.bend(out.paths);
    for (const GridLine& line : noding.lines()) {
        if (const auto at = selfMeeting(line)) {
            return refuse(Reason::lineCrossesItself, "the line comes too close to itself", {unit}, *at);
        }
    }
    out.inner = edgesInside(sheet[unit].shape, edgesOf(noding.lines()));
    auto faces = facesOf(sheet[unit].shape, out.inner);
    if (!faces) return intricate();
    out.faces = std::move(*faces);
    return std::nullopt;
}

Refused Work::wholeChildren(Id unit, const std::vector<GridLine>& lines, const Grouping& grouping,
                            std::optional<std::vector<std::vector<Id>>>& out) {
    out.reset();
    const std::vector<Id> children = sheet.children(unit);
    __int128 sum = 0;
    for (const Id child : children) sum += geom::twiceArea(sheet[child].shape);
    if (sum != geom::twiceArea(sheet[unit].shape)) return std::nullopt;
    Noding noding(sheet.bordersNear(lines, boxOf(sheet[unit].shape)));
    if (!noding.add(lines)) {
        return refuse(Reason::tooIntricate, "the line cannot be put on the lattice here", {unit},
                      lines.front().front());
    }
    const Paths paths = noding.paths();
    const MultiPolygon shape = bent(sheet[unit].shape, paths);
    const Edges inner = edgesOf(chainsInside(shape, noding.lines()));
    const auto faces = facesOf(shape, inner);
    if (inner.empty() || !faces) {
        return refuse(Reason::doesNotCross, "the line does not cut the unit", {unit}, lines.front().front());
    }
    const std::vector<std::size_t> groups = grouping({*faces, inner, paths});
    const std::size_t count = *std::ranges::max_element(groups) + 1;
    std::vector<MultiPolygon> lands;
    for (const Polygon& face : *faces) lands.push_back({face});
    const Finder finder(lands);
    out.emplace(count);
    for (const Id child : children) {
        const auto areas = areasByGroup(bent(sheet[child].shape, paths), inner, finder, groups, count);
        const auto most = std::ranges::max_element(areas) - areas.begin();
        (*out)[std::size_t(most)].push_back(child);
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
