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

/// A unit in pieces, with the children to be given to the owners of its pieces.
struct Job {
    Id from = kNone;
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
    // A unit of several parts may lie in several lands without a line crossing it.
    auto cut = own.empty() ? std::optional(std::vector<Polygon>(shape)) : facesOf(shape, own);
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

/// One generation: the children of some units, all cut before the first part goes to a neighbour.
class Generation {
public:
    Generation(Work& work, const Edges& inner) : m_work(work), m_sheet(work.sheet), m_inner(inner) {}

    Refused run(const std::vector<Job>& jobs) {
        for (const Job& job : jobs) {
            if (auto refused = cutChildren(job)) return refused;
        }
        std::ranges::stable_sort(m_leftovers, [&](const Leftover& a, const Leftover& b) {
            return geom::twiceArea(pieceOf(a).land) > geom::twiceArea(pieceOf(b).land);
        });
        for (const Leftover& left : m_leftovers) {
            if (auto refused = settle(left)) return refused;
        }
        return std::nullopt;
    }
    /// The children that were cut, for the next generation.
    [[nodiscard]] std::vector<Job> crossed() && { return std::move(m_crossed); }

private:
    Piece& pieceOf(const Leftover& left) {
        return std::ranges::find(m_crossed, left.child, &Job::from)->pieces[left.piece];
    }

    Refused cutChildren(const Job& job) {
        std::vector<MultiPolygon> lands;
        for (const Piece& piece : job.pieces) lands.push_back(piece.land);
        const Finder finder(lands);
        std::map<model::Level, std::vector<__int128>> filled;
        for (const Id child : job.below) {
            if (m_sheet[child].shape.empty()) continue;
            auto& sums = filled.try_emplace(m_sheet[child].level, lands.size(), 0).first->second;
            const Edges own = edgesInside(m_sheet[child].shape, m_inner);
            auto parts = partsByOwner(m_sheet[child].shape, own, finder, job.pieces, sums);
            if (!parts) {
                return m_work.refuse(Reason::dirty, "a unit does not lie wholly in the one above; mend this first",
                                     {child, job.from}, placeIn(m_sheet[child].shape));
            }
            take(child, *parts);
        }
        for (const auto& [level, sums] : filled) {
            for (std::size_t i = 0; i < lands.size(); ++i) {
                if (sums[i] == 0 || sums[i] == geom::twiceArea(lands[i])) continue;
                return m_work.refuse(Reason::dirty,
                                     "the units below do not fill their unit without gap or overlap; mend this first",
                                     {job.from}, placeIn(lands[i]));
            }
        }
        return std::nullopt;
    }

    /// The child goes where its largest part lies; each connected part elsewhere goes its own way.
    void take(Id child, std::map<Id, MultiPolygon>& parts) {
        const auto largest = std::ranges::max_element(
            parts, [](const auto& a, const auto& b) { return geom::twiceArea(a.second) < geom::twiceArea(b.second); });
        m_sheet[child].parent = largest->first;
        if (parts.size() == 1) return;
        Job& job = m_crossed.emplace_back(Job{child, m_sheet.children(child), {}});
        m_sheet[child].shape = largest->second;
        for (auto& [owner, land] : parts) {
            if (owner == largest->first) {
                job.pieces.push_back({std::move(land), child});
                continue;
            }
            for (Polygon& part : land) {
                m_leftovers.push_back({child, job.pieces.size(), owner});
                job.pieces.push_back({{std::move(part)}, kNone});
            }
        }
    }

    Refused settle(const Leftover& left) {
        Piece& piece = pieceOf(left);
        const model::Level level = m_sheet[left.child].level;
        Id owner = bestNeighbour(m_sheet, left.parent, level, piece.land, m_made);
        // A sliver goes to a new unit beside it rather than becoming one itself.
        if (owner == kNone && isSliver(piece.land, m_work.options())) {
            owner = bestNeighbour(m_sheet, left.parent, level, piece.land, {});
        }
        if (owner == kNone) m_made.push_back(owner = m_sheet.add(level, left.parent, left.child));
        auto grown = joined(m_sheet[owner].shape, piece.land);
        if (!grown) {
            return m_work.refuse(Reason::dirty, "the borders do not fit together here; mend this first",
                                 {left.child, owner}, placeIn(piece.land));
        }
        m_sheet[owner].shape = std::move(*grown);
        m_sheet[owner].grown = true;
        piece.owner = owner;
        m_sheet.passed.push_back({left.child, owner, piece.land});
        return std::nullopt;
    }

    Work& m_work;
    Sheet& m_sheet;
    const Edges& m_inner;
    std::vector<Job> m_crossed;
    std::vector<Leftover> m_leftovers;
    std::vector<Id> m_made;
};

}  // namespace

Refused Work::distribute(Id from, const std::vector<Id>& children, const std::vector<Piece>& pieces,
                         const Edges& inner) {
    if (pieces.size() == 1) {
        for (const Id child : children) sheet[child].parent = pieces.front().owner;
        return std::nullopt;
    }
    for (std::vector<Job> jobs{{from, children, pieces}}; !jobs.empty();) {
        Generation generation(*this, inner);
        if (auto refused = generation.run(jobs)) return refused;
        jobs = std::move(generation).crossed();
    }
    return std::nullopt;
}

}  // namespace xiangtu::borders
