// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/work.h"

#include "geom/measure.h"

#include <unordered_map>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using model::Level;

std::unordered_set<Edge, EdgeHash> edgeSet(const MultiPolygon& shape) {
    std::unordered_set<Edge, EdgeHash> out;
    forEachEdge(shape, [&](const Edge& e) { out.insert(e); });
    return out;
}

geom::GridBox boxOf(const MultiPolygon& shape) {
    geom::GridBox box;
    forEachEdge(shape, [&](const Edge& e) { box.extend(e.a); });
    return box;
}

}  // namespace

Refused Work::dirtyAlong(Id unit, const MultiPolygon& land) {
    const Level level = sheet[unit].level;
    const auto own = edgeSet(sheet[unit].shape);
    // Who else has which side of the land's old border.
    std::unordered_map<Edge, Id, EdgeHash> across;
    const std::vector<Id> near = sheet.near(level, boxOf(land));
    Refused refused;
    for (const Id other : near) {
        if (other == unit || sheet[other].gone) continue;
        forEachEdge(sheet[other].shape, [&](const Edge& e) {
            if (!refused && own.contains(e)) {
                refused =
                    refuse(Reason::dirty, "two units claim the same land here; mend this first", {unit, other}, e.a);
            }
            if (own.contains(e.turned())) across[e.turned()] = other;
        });
    }
    if (refused) return refused;
    const Id parent = sheet[unit].parent;
    std::optional<std::unordered_set<Edge, EdgeHash>> above;
    forEachEdge(land, [&](const Edge& e) {
        if (refused || !own.contains(e) || across.contains(e)) return;
        for (const Id other : near) {
            if (other == unit || sheet[other].gone || !middleInside(sheet[other].shape, e)) continue;
            refused = refuse(Reason::dirty, "two units overlap here; mend this first", {unit, other}, e.a);
            return;
        }
        if (parent == kNone || sheet[parent].shape.empty()) return;
        if (!above) above = edgeSet(sheet[parent].shape);
        if (!above->contains(e)) {
            refused = refuse(Reason::dirty, "there is a gap beside the unit here; mend this first", {unit}, e.a);
            Request snap{SnapToParent{sheet.name(parent)}, request.options};
            if (sheet[parent].codeBefore.valid()) refused->offer = std::move(snap);
        }
    });
    return refused;
}

Refused Work::pass(Id from, const std::vector<Piece>& pieces) {
    const Level level = sheet[from].level;
    const auto spoiled = [&](Id a, Id b, const MultiPolygon& land) {
        return refuse(Reason::dirty, "the borders do not fit together here; mend this first", {a, b}, placeIn(land));
    };
    MultiPolygon stays;
    for (const Piece& piece : pieces) {
        if (piece.owner == from) {
            auto sum = joined(stays, piece.land);
            if (!sum) return spoiled(from, from, piece.land);
            stays = std::move(*sum);
            continue;
        }
        auto grown = joined(sheet[piece.owner].shape, piece.land);
        if (!grown) return spoiled(from, piece.owner, piece.land);
        sheet[piece.owner].shape = std::move(*grown);
        sheet[piece.owner].grown = true;
        sheet.passed.push_back({from, piece.owner, piece.land});
        for (std::size_t l = indexOf(level); l-- > 0;) {
            const Id giver = sheet.ancestor(from, model::kLevels[l]);
            const Id taker = sheet.ancestor(piece.owner, model::kLevels[l]);
            if (giver == taker) continue;
            if (options().parents == ParentPolicy::refuse) {
                Refusal refusal = refuse(Reason::leavesParent, "the land would leave the unit above",
                                         {from, giver, taker}, placeIn(piece.land));
                refusal.offer = with([](Options& o) { o.parents = ParentPolicy::follow; });
                return refusal;
            }
            if (giver != kNone && !sheet[giver].shape.empty()) {
                auto rest = without(sheet[giver].shape, piece.land);
                if (!rest) return spoiled(from, giver, piece.land);
                sheet[giver].shape = std::move(*rest);
            }
            if (taker != kNone && !sheet[taker].shape.empty()) {
                auto more = joined(sheet[taker].shape, piece.land);
                if (!more) return spoiled(piece.owner, taker, piece.land);
                sheet[taker].shape = std::move(*more);
                sheet[taker].grown = true;
            }
            if (giver != kNone && taker != kNone) sheet.passed.push_back({giver, taker, piece.land});
        }
    }
    sheet[from].shape = std::move(stays);
    return std::nullopt;
}

}  // namespace xiangtu::borders
