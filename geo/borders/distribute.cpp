// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"
#include "borders/work.h"

#include "geom/measure.h"

#include <algorithm>
#include <map>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

/// A part of a child that does not stay with it.
struct Leftover {
    Id child = kNone;
    std::size_t piece = 0;  ///< of the child's own pieces, where its owner goes
    Id parent = kNone;      ///< the unit it lies in now
};

/// A child that the new border crosses.
struct Crossed {
    Id child = kNone;
    std::vector<Id> below;
    std::vector<Piece> pieces;
};

/// Which unit of the same parent and level has the longest border with the land.
Id bestNeighbour(Sheet& sheet, Id parent, model::Level level, const MultiPolygon& land,
                 const std::vector<Id>& excluded) {
    Id best = kNone;
    double longest = 0;
    for (const Id other : sheet.children(parent)) {
        if (sheet[other].level != level || std::ranges::find(excluded, other) != excluded.end()) continue;
        const double metres = sharedBorder(sheet[other].shape, land);
        if (metres <= longest) continue;
        best = other;
        longest = metres;
    }
    return best;
}

/// The parts of a child as the lands' owners have them, by owner; nothing when they do not fit the lands.
std::optional<std::map<Id, MultiPolygon>> partsByOwner(const MultiPolygon& shape, const Edges& own,
                                                       const Finder& finder, const std::vector<Piece>& pieces,
                                                       std::vector<__int128>& filled) {
    std::map<Id, MultiPolygon> parts;
    std::vector<Polygon> faces;
    if (own.empty()) {
        const auto piece = finder.find(shape);
        if (!piece) return std::nullopt;
        filled[*piece] += geom::twiceArea(shape);
        parts.emplace(pieces[*piece].owner, shape);
        return parts;
    }
    auto cut = facesOf(shape, own);
    if (!cut) return std::nullopt;
    for (Polygon& face : *cut) {
        const MultiPolygon land{std::move(face)};
        const auto piece = finder.find(land);
        if (!piece) return std::nullopt;
        filled[*piece] += geom::twiceArea(land);
        auto sum = joined(parts[pieces[*piece].owner], land);
        if (!sum) return std::nullopt;
        parts[pieces[*piece].owner] = std::move(*sum);
    }
    return parts;
}

}  // namespace

Refused Work::distribute(Id from, const std::vector<Id>& children, const std::vector<Piece>& pieces,
                         const Edges& inner) {
    if (children.empty()) return std::nullopt;
    if (pieces.size() == 1) {
        for (const Id child : children) sheet[child].parent = pieces.front().owner;
        return std::nullopt;
    }
    std::vector<MultiPolygon> lands;
    for (const Piece& piece : pieces) lands.push_back(piece.land);
    const Finder finder(lands);
    std::map<model::Level, std::vector<__int128>> filled;
    std::vector<Crossed> crossed;
    std::vector<Leftover> leftovers;
    for (const Id child : children) {
        if (sheet[child].shape.empty()) continue;
        const Edges own = edgesInside(sheet[child].shape, inner);
        auto& sums = filled.try_emplace(sheet[child].level, pieces.size(), 0).first->second;
        auto parts = partsByOwner(sheet[child].shape, own, finder, pieces, sums);
        if (!parts) {
            return refuse(Reason::dirty, "a unit does not lie wholly in the one above; mend this first", {child, from},
                          placeIn(sheet[child].shape));
        }
        const auto largest = std::ranges::max_element(
            *parts, [](const auto& a, const auto& b) { return geom::twiceArea(a.second) < geom::twiceArea(b.second); });
        sheet[child].parent = largest->first;
        if (parts->size() == 1) continue;
        Crossed& it = crossed.emplace_back(Crossed{child, sheet.children(child), {}});
        sheet[child].shape = largest->second;
        for (auto& [owner, land] : *parts) {
            const bool stays = owner == largest->first;
            if (stays) {
                it.pieces.push_back({std::move(land), child});
                continue;
            }
            // Each connected part goes its own way.
            for (Polygon& part : land) {
                leftovers.push_back({child, it.pieces.size(), owner});
                it.pieces.push_back({{std::move(part)}, kNone});
            }
        }
    }
    for (const auto& [level, sums] : filled) {
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (sums[i] == 0 || sums[i] == geom::twiceArea(pieces[i].land)) continue;
            return refuse(Reason::dirty,
                          "the units below do not fill their unit without gap or overlap; mend this first", {from},
                          placeIn(pieces[i].land));
        }
    }
    const auto pieceOf = [&](const Leftover& left) -> Piece& {
        return std::ranges::find(crossed, left.child, &Crossed::child)->pieces[left.piece];
    };
    std::ranges::stable_sort(leftovers, [&](const Leftover& a, const Leftover& b) {
        return geom::twiceArea(pieceOf(a).land) > geom::twiceArea(pieceOf(b).land);
    });
    std::vector<Id> made;
    for (const Leftover& left : leftovers) {
        Piece& piece = pieceOf(left);
        const model::Level level = sheet[left.child].level;
        Id owner = bestNeighbour(sheet, left.parent, level, piece.land, made);
        // A sliver goes to a new unit beside it rather than becoming one itself.
        if (owner == kNone && isSliver(piece.land, options())) {
            owner = bestNeighbour(sheet, left.parent, level, piece.land, {});
        }
        if (owner == kNone) made.push_back(owner = sheet.add(level, left.parent, left.child));
        auto grown = joined(sheet[owner].shape, piece.land);
        if (!grown) {
            return refuse(Reason::dirty, "the borders do not fit together here; mend this first", {left.child, owner},
                          placeIn(piece.land));
        }
        sheet[owner].shape = std::move(*grown);
        sheet[owner].grown = true;
        piece.owner = owner;
        sheet.passed.push_back({left.child, owner, piece.land});
    }
    for (const Crossed& it : crossed) {
        if (auto refused = distribute(it.child, it.below, it.pieces, inner)) return refused;
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
