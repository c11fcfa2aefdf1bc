// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/splitting.h"
#include "borders/work.h"

#include "geom/measure.h"

#include <algorithm>
#include <unordered_map>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

/// Every face a group of its own, the largest first; parts that no line touches belong to the largest.
std::vector<std::size_t> eachItsOwn(const Faces& given) {
    const std::vector<Polygon>& faces = given.faces;
    std::unordered_map<Edge, std::size_t, EdgeHash> faceOf;
    std::vector<__int128> areas;
    for (std::size_t f = 0; f < faces.size(); ++f) {
        areas.push_back(geom::twiceArea(MultiPolygon{faces[f]}));
        forEachEdge(MultiPolygon{faces[f]}, [&](const Edge& e) { faceOf[e] = f; });
    }
    std::vector<bool> cut(faces.size(), false);
    for (const auto& [edge, face] : faceOf) {
        if (faceOf.contains(edge.turned())) cut[face] = true;
    }
    const auto largest = std::size_t(std::ranges::max_element(areas) - areas.begin());
    std::vector<std::size_t> groups(faces.size(), 0);
    std::size_t next = 0;
    for (std::size_t f = 0; f < faces.size(); ++f) {
        if (cut[f] && f != largest) groups[f] = ++next;
    }
    return groups;
}

/// The lands of groups of faces; each face is one polygon and no two of a group share a segment.
std::vector<MultiPolygon> landsOf(std::vector<Polygon>& faces, const std::vector<std::size_t>& groups) {
    std::vector<MultiPolygon> lands(*std::ranges::max_element(groups) + 1);
    for (std::size_t f = 0; f < faces.size(); ++f) lands[groups[f]].push_back(std::move(faces[f]));
    return lands;
}

/// The union of whole units; nothing when their borders do not fit.
std::optional<MultiPolygon> unionOf(Sheet& sheet, const std::vector<Id>& units) {
    Edges edges;
    for (const Id unit : units) {
        const Edges more = edgesOf(sheet[unit].shape);
        edges.insert(edges.end(), more.begin(), more.end());
    }
    return polygonsOf(edges);
}

}  // namespace

Refused groupsAlong(Work& work, Id unit, const GridLine& line, const Grouping& grouping,
                    std::vector<MultiPolygon>& lands, Edges& inner) {
    if (work.options().children == ChildPolicy::whole) {
        std::optional<std::vector<std::vector<Id>>> groups;
        if (auto refused = work.wholeChildren(unit, {line}, grouping, groups)) return refused;
        if (groups) {
            inner.clear();
            for (const auto& group : *groups) {
                auto land = unionOf(work.sheet, group);
                if (!land) {
                    return work.refuse(Reason::dirty, "the units below do not fit together; mend this first", {unit},
                                       placeIn(work.sheet[unit].shape));
                }
                lands.push_back(std::move(*land));
            }
            return std::nullopt;
        }
    }
    Cut cut;
    if (auto refused = work.cut(unit, {line}, grouping, cut)) return refused;
    lands = landsOf(cut.faces, grouping({cut.faces, cut.inner, cut.paths}));
    inner = std::move(cut.inner);
    return std::nullopt;
}

Refused plan(Work& work, const Split& op) {
    Sheet& sheet = work.sheet;
    const Id unit = sheet.find(op.unit);
    if (unit == kNone) return work.refuseUnknown(op.unit);
    GridLine line;
    if (auto refused = work.line(op.line, line)) return refused;
    std::vector<MultiPolygon> lands;
    Edges inner;
    auto refused = groupsAlong(work, unit, line, eachItsOwn, lands, inner);
    if (refused && refused->reason == Reason::doesNotCross) {
        if (auto longer = lengthened(sheet[unit].shape, line)) {
            Split mended = op;
            mended.line = std::move(*longer);
            refused->offer = Request{std::move(mended), work.options()};
        }
    }
    if (refused) return refused;
    std::erase_if(lands, [](const MultiPolygon& land) { return land.empty(); });
    if (lands.size() < 2) {
        return work.refuse(Reason::doesNotCross, "no unit below lies mostly on the other side of the line", {unit},
                           line.front());
    }
    std::ranges::stable_sort(
        lands, [](const MultiPolygon& a, const MultiPolygon& b) { return geom::twiceArea(a) > geom::twiceArea(b); });
    const std::vector<Id> children = sheet.children(unit);
    std::vector<Piece> pieces;
    for (MultiPolygon& land : lands) {
        const Id owner = pieces.empty() ? unit : sheet.add(sheet[unit].level, sheet[unit].parent, unit);
        pieces.push_back({std::move(land), owner});
    }
    if (auto no = work.pass(unit, pieces)) return no;
    return work.distribute(unit, children, pieces, inner);
}

}  // namespace xiangtu::borders
