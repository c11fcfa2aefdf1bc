// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "borders/operation.h"
#include "index/unit_index.h"
#include "model/snapshot.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::borders {

/// Why a border edit is not proposed. Closed, so that the client can translate it.
enum class Reason : std::uint8_t {
    badInput,     ///< not finite, not on the globe, too few points
    unknownUnit,  ///< no such unit, or it has no polygon
    nothingToDo,  ///< the borders would stay as they are
    noVertex,     ///< no vertex, or no segment, within reach of the place
    lineCrossesItself,
    doesNotCross,    ///< the line does not cut the unit
    notNeighbours,   ///< no common segment
    crossesBorder,   ///< a vertex would be dragged over another border, or onto it
    junction,        ///< a vertex where borders meet cannot be taken out
    leavesParent,    ///< the parents would have to follow (ParentPolicy)
    outerBorder,     ///< the outermost border would have to move (OuterPolicy)
    wouldVanish,     ///< a unit would lose all its land
    fallsIntoParts,  ///< a unit would come out in more parts (PartsPolicy)
    sliver,          ///< a piece smaller or thinner than Options allow
    dirty,           ///< borders that gap or overlap here must be mended first
    noFreeCode,
    passedOn,      ///< land to be given back belongs to somebody else by now
    tooIntricate,  ///< the lattice is too coarse for what was drawn
};
[[nodiscard]] std::string_view reasonName(Reason reason) noexcept;

struct Refusal {
    Reason reason = Reason::badInput;
    std::string detail;  ///< English sentence for the command line
    std::vector<UnitName> units;
    std::optional<geom::GeoPoint> place;
    /// The same request mended (a line lengthened, a vertex moved less far, a policy changed), where a mend
    /// is obvious. Proposing it succeeds or says what else is wrong.
    std::optional<Request> offer;
};

/// One unit before and after. Every unit an edit touches on any level is listed once.
struct UnitChange {
    model::Level level = model::Level::grid;
    std::optional<model::UnitRef> ref;  ///< in the snapshot the proposal was made from; nothing = a new unit
    model::Code codeBefore;             ///< not valid() = a new unit
    model::Code codeAfter;              ///< not valid() = gone (merged away)
    UnitName parentBefore;              ///< code not valid() = none
    UnitName parentAfter;
    /// Whether the polygon differs. Only then the shapes and areas below are filled in; also for new and gone.
    bool reshaped = false;
    geom::MultiPolygon shapeBefore;  ///< empty for a new unit
    geom::MultiPolygon shapeAfter;   ///< empty for one that is gone
    double areaBefore = 0;           ///< m² on the ellipsoid
    double areaAfter = 0;

    [[nodiscard]] bool isNew() const noexcept { return !codeBefore.valid(); }
    [[nodiscard]] bool isGone() const noexcept { return !codeAfter.valid(); }
    [[nodiscard]] bool recoded() const noexcept { return !isNew() && !isGone() && codeBefore != codeAfter; }
    [[nodiscard]] bool reparented() const noexcept { return parentBefore != parentAfter; }
};

/// Land that passed from a unit to another of its level, or a unit that goes on under another code.
struct Descent {
    enum class Kind : std::uint8_t {
        split,   ///< `to` is new and was cut out of `from`
        merge,   ///< `from` is gone and all of it is in `to` now
        piece,   ///< a part of `from` went to `to`; both stay
        recode,  ///< the same unit under another code
    };
    Kind kind = Kind::piece;
    model::Level level = model::Level::grid;
    model::Code from;  ///< code before
    model::Code to;    ///< code after
    double area = 0;   ///< m² that passed; 0 for a recode
};

/// What an edit would do. Nothing is changed by making one.
struct Proposal {
    Request request;
    std::vector<UnitChange> units;  ///< largest level first, then by code (the one before, else the one after)
    std::vector<Descent> lineage;   ///< in the same order, by `from`
    geom::GridBox box;              ///< everything that differs lies in it
    /// Twice the lattice area of all units of a level after, less before: the same on every level that has units
    /// on both sides of what moved. Zero unless the outermost border was moved (OuterPolicy) or got a new vertex,
    /// which bends it by less than a lattice unit, or SnapToParent closed gaps.
    [[nodiscard]] __int128 latticeChange(model::Level level) const;
};

/// What a proposal is made from: the county as it is, and the index over it.
struct Ground {
    const model::Snapshot& snapshot;
    const index::UnitIndex& index;
    /// Codes not to be given to new units although no unit of the snapshot has them (of former units);
    /// empty = none.
    std::function<bool(model::Level, model::Code)> taken{};
};

/// Decides what a border edit would change. Pure; its cost depends on the units touched, not on the county.
[[nodiscard]] base::Result<Proposal, Refusal> propose(const Ground& ground, const Request& request);

}  // namespace xiangtu::borders
