// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/patch_arcs.h"

#include <algorithm>

namespace xiangtu::topology {

namespace {

using geom::GridPoint;

struct Piece {
    Side side;
    FaceSides faces;
    bool used = false;
};

FaceSides turned(const FaceSides& faces) {
    FaceSides out;
    out.left = faces.right;
    out.right = faces.left;
    return out;
}

/// The faces beside a piece walked from `from`.
FaceSides walkedFrom(const Piece& piece, GridPoint from) {
    return piece.side.a == from ? piece.faces : turned(piece.faces);
}

GridPoint otherEnd(const Piece& piece, GridPoint end) { return piece.side.a == end ? piece.side.b : piece.side.a; }

}  // namespace

std::vector<NewArc> chainSegments(const SegmentSides& segments,
                                  const std::unordered_set<GridPoint, geom::GridPointHash>& fixed) {
    std::vector<Piece> pieces;
    for (const auto& [side, faces] : segments) {
        if (faces.left != faces.right) pieces.push_back({side, faces});
    }
    std::ranges::sort(pieces, {}, &Piece::side);  // the same arcs in the same order on every run
    std::unordered_map<GridPoint, std::vector<std::size_t>, geom::GridPointHash> meeting;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        meeting[pieces[i].side.a].push_back(i);
        meeting[pieces[i].side.b].push_back(i);
    }
    const auto isNode = [&](GridPoint p) {
        const auto& at = meeting[p];
        if (fixed.contains(p) || at.size() != 2) return true;
        return walkedFrom(pieces[at[0]], p) != turned(walkedFrom(pieces[at[1]], p));
    };
    std::vector<NewArc> arcs;
    const auto walk = [&](std::size_t first, GridPoint start) {
        NewArc& arc = arcs.emplace_back(NewArc{{start}, walkedFrom(pieces[first], start)});
        for (std::size_t at = first;;) {
            pieces[at].used = true;
            const GridPoint end = otherEnd(pieces[at], arc.points.back());
            arc.points.push_back(end);
            if (end == start || isNode(end)) return;
            const auto& next = meeting[end];
            at = next[0] == at ? next[1] : next[0];
        }
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        for (const GridPoint start : {pieces[i].side.a, pieces[i].side.b}) {
            if (!pieces[i].used && isNode(start)) walk(i, start);
        }
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].used) walk(i, pieces[i].side.a);
    }
    return arcs;
}

}  // namespace xiangtu::topology
