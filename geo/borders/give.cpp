// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"
#include "borders/splitting.h"
#include "borders/work.h"

#include "geom/contains.h"
#include "geom/measure.h"

#include <algorithm>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

/// Both units, or why not.
Refused bothUnits(Work& work, model::Level level, model::Code fromCode, model::Code toCode, Id& from, Id& to) {
    from = work.sheet.find({level, fromCode});
    if (from == kNone) return work.refuseUnknown({level, fromCode});
    to = work.sheet.find({level, toCode});
    if (to == kNone) return work.refuseUnknown({level, toCode});
    if (from == to) return work.refuse(Reason::nothingToDo, "a unit cannot give land to itself", {from}, {});
    return std::nullopt;
}

/// Land is given when group 1 of the grouping has some.
Refused give(Work& work, Id from, Id to, const GridLine& line, const Grouping& grouping) {
    std::vector<MultiPolygon> lands;
    Edges inner;
    if (auto refused = groupsAlong(work, from, line, grouping, lands, inner)) return refused;
    if (lands.size() < 2 || lands[1].empty()) {
        return work.refuse(Reason::nothingToDo, "nothing would be handed over", {from, to}, line.front());
    }
    if (lands[0].empty()) {
        Refusal refusal = work.refuse(Reason::wouldVanish, "the unit would lose all its land", {from},
                                      placeIn(work.sheet[from].shape));
        const UnitName a = work.sheet.name(from), b = work.sheet.name(to);
        refusal.offer = Request{Merge{a.level, {a.code, b.code}, b.code}, work.options()};
        return refusal;
    }
    if (sharedBorder(work.sheet[to].shape, lands[1]) == 0) {
        return work.refuse(Reason::notNeighbours, "the piece has no common segment with the unit it is to go to",
                           {from, to}, placeIn(lands[1]));
    }
    if (isSliver(lands[1], work.options())) {
        return work.refuse(Reason::sliver, "the piece is smaller or thinner than allowed", {from, to},
                           placeIn(lands[1]));
    }
    return handOver(work, from, {{lands[0], from}, {lands[1], to}}, inner);
}

}  // namespace

Refused handOver(Work& work, Id from, const std::vector<Piece>& pieces, const Edges& inner) {
    for (const Piece& piece : pieces) {
        if (piece.owner == from) continue;
        if (auto refused = work.dirtyAlong(from, piece.land)) return refused;
    }
    const std::vector<Id> children = work.sheet.children(from);
    if (auto refused = work.pass(from, pieces)) return refused;
    return work.distribute(from, children, pieces, inner);
}

Refused plan(Work& work, const GivePiece& op) {
    Id from = kNone, to = kNone;
    if (auto refused = bothUnits(work, op.level, op.from, op.to, from, to)) return refused;
    GridLine line;
    if (auto refused = work.line(op.line, line)) return refused;
    GridPoint inPiece;
    if (op.piece) {
        if (auto refused = work.place(*op.piece, inPiece)) return refused;
    }
    bool nothingBeside = false;
    const auto chosen = [&](const Faces& given) {
        const std::vector<Polygon>& faces = given.faces;
        const MultiPolygon taker = bent(work.sheet[to].shape, given.paths);
        std::vector<std::size_t> groups(faces.size(), 0);
        std::size_t best = faces.size();
        // The bulk of a unit is only handed over by pointing at it.
        const auto bulk =
            std::size_t(std::ranges::max_element(
                            faces, {}, [](const Polygon& face) { return geom::twiceArea(MultiPolygon{face}); }) -
                        faces.begin());
        for (std::size_t f = 0; f < faces.size(); ++f) {
            const MultiPolygon face{faces[f]};
            if (op.piece) {
                if (geom::contains(face, inPiece)) best = f;
                continue;
            }
            if (f == bulk) continue;
            if (best != faces.size() && geom::twiceArea(face) >= geom::twiceArea(MultiPolygon{faces[best]})) continue;
            if (touches(face, taker)) best = f;
        }
        if (best != faces.size()) groups[best] = 1;
        nothingBeside = best == faces.size() && faces.size() > 1 && !op.piece;
        return groups;
    };
    Refused refused = give(work, from, to, line, chosen);
    if (refused && nothingBeside) {
        refused->reason = Reason::notNeighbours;
        refused->detail = "no piece cut off has a common segment with the unit it is to go to";
        refused->units = {work.sheet.name(from), work.sheet.name(to)};
    } else if (refused && refused->reason == Reason::doesNotCross) {
        if (auto longer = lengthened(work.sheet[from].shape, line)) {
            GivePiece mended = op;
            mended.line = std::move(*longer);
            refused->offer = Request{std::move(mended), work.options()};
        }
    }
    return refused;
}

Refused plan(Work& work, const GiveArea& op) {
    Id from = kNone, to = kNone;
    if (auto refused = bothUnits(work, op.level, op.from, op.to, from, to)) return refused;
    geom::GeoLine drawn = op.area;
    if (!drawn.empty() && drawn.front() != drawn.back()) drawn.push_back(drawn.front());
    GridLine ring;
    if (auto refused = work.line(drawn, ring)) return refused;
    if (ring.size() < 4 || ring.front() != ring.back()) {
        return work.refuse(Reason::badInput, "the area needs three different points", {from}, ring.front());
    }
    if (geom::twiceArea(geom::Ring(ring.begin(), ring.end() - 1)) < 0) std::ranges::reverse(ring);
    const geom::Ring area(ring.begin(), ring.end() - 1);
    const auto within = [&](const Faces& given) {
        const std::vector<Polygon>& faces = given.faces;
        const std::unordered_set<Edge, EdgeHash> on(given.lines.begin(), given.lines.end());
        std::vector<std::size_t> groups(faces.size(), 0);
        for (std::size_t f = 0; f < faces.size(); ++f) {
            bool in = false, out = false;
            forEachEdge(MultiPolygon{faces[f]}, [&](const Edge& e) {
                in = in || on.contains(e);
                out = out || on.contains(e.turned());
            });
            if (!in && !out) in = middleInside(area, {faces[f].outer[0], faces[f].outer[1]});
            groups[f] = in ? 1 : 0;
        }
        return groups;
    };
    auto refused = give(work, from, to, ring, within);
    if (refused && refused->reason == Reason::doesNotCross) {
        const geom::Ring& outer = work.sheet[from].shape.front().outer;
        if (middleInside(area, {outer[0], outer[1]})) {
            refused->reason = Reason::wouldVanish;
            refused->detail = "the unit would lose all its land";
            refused->offer = Request{Merge{op.level, {op.from, op.to}, op.to}, work.options()};
        }
    }
    return refused;
}

}  // namespace xiangtu::borders
