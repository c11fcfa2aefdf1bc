// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/sheet.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::borders {

// The parts of propose(); used inside this folder only.

using Refused = std::optional<Refusal>;

/// A part of a unit and the unit that gets it (itself included).
struct Piece {
    geom::MultiPolygon land;
    Id owner = kNone;
};

/// A unit cut along lines: its faces and the edges between them, in the shapes of the sheet.
struct Cut {
    std::vector<geom::Polygon> faces;
    Edges inner;
    Paths paths;
};

/// A unit as lines cut it.
struct Faces {
    const std::vector<geom::Polygon>& faces;
    const Edges& lines;  ///< the noded edges of the lines that were used, in their direction
    const Paths& paths;  ///< how borders run then
};

/// Decides for every face to which group it goes, numbers from 0. Asked again when lines that part no groups have
/// been taken away.
using Grouping = std::function<std::vector<std::size_t>(const Faces&)>;

struct Work {
    const Request& request;
    Sheet sheet;
    bool movesOuter = false;  ///< the operation may move the outermost border other than by bending it to the lattice

    Work(const Ground& ground, const Request& asked) : request(asked), sheet(ground) {}

    [[nodiscard]] const Options& options() const noexcept { return request.options; }
    [[nodiscard]] Refusal refuse(Reason reason, std::string detail, std::span<const Id> units,
                                 std::optional<GridPoint> place) const;
    [[nodiscard]] Refusal refuse(Reason reason, std::string detail, std::initializer_list<Id> units,
                                 std::optional<GridPoint> place) const {
        return refuse(reason, std::move(detail), std::span<const Id>(units.begin(), units.size()), place);
    }
    /// The same request under other options.
    [[nodiscard]] Request with(const std::function<void(Options&)>& change) const;

    [[nodiscard]] Refusal refuseUnknown(UnitName name) const;

    // lines.cpp
    [[nodiscard]] Refused place(geom::GeoPoint p, GridPoint& out) const;
    [[nodiscard]] Refused line(const geom::GeoLine& drawn, GridLine& out) const;

    // cutting.cpp
    /// Cuts the unit along what of the lines lies in it and bends every border the lines meet there.
    [[nodiscard]] Refused cut(Id unit, const std::vector<GridLine>& lines, const Grouping& grouping, Cut& out);
    /// The unit's children by the faces most of them lies in, one group of units each; nothing when it has none
    /// or they do not fill it. Bends nothing.
    [[nodiscard]] Refused wholeChildren(Id unit, const std::vector<GridLine>& lines, const Grouping& grouping,
                                        std::optional<std::vector<std::vector<Id>>>& out);

    // passing.cpp
    /// Refuses when along the unit's border that the land has, another unit of the level overlaps or the land
    /// beyond belongs to nobody although the unit's parent has it.
    [[nodiscard]] Refused dirtyAlong(Id unit, const geom::MultiPolygon& land);
    /// Gives parts of a unit to others: shapes of the unit, of the new owners and of those above both.
    /// The part that stays is listed with the unit itself as owner.
    [[nodiscard]] Refused pass(Id from, const std::vector<Piece>& pieces);
    /// Gives the children of a unit to the owners of its pieces, cutting those the inner edges cross.
    [[nodiscard]] Refused distribute(Id from, const std::vector<Id>& children, const std::vector<Piece>& pieces,
                                     const Edges& inner);

    // codes.cpp
    [[nodiscard]] Refused giveCodes();
    // finish.cpp
    [[nodiscard]] base::Result<Proposal, Refusal> finish();
};

/// A vertex of the shape.
[[nodiscard]] std::optional<GridPoint> placeIn(const geom::MultiPolygon& shape);
/// Metres of border that two shapes have in common (same segments, opposite directions).
[[nodiscard]] double sharedBorder(const geom::MultiPolygon& a, const geom::MultiPolygon& b);
/// Whether there is such a border.
[[nodiscard]] bool touches(const geom::MultiPolygon& a, const geom::MultiPolygon& b);
/// Edges of `lines` strictly inside the shape and not on its border.
[[nodiscard]] Edges edgesInside(const geom::MultiPolygon& shape, const Edges& lines);
/// Area in m² and twice the area by the perimeter in m.
[[nodiscard]] bool isSliver(const geom::MultiPolygon& shape, const Options& options);

// One per operation.
[[nodiscard]] Refused plan(Work& work, const MoveVertex& op);
[[nodiscard]] Refused plan(Work& work, const InsertVertex& op);
[[nodiscard]] Refused plan(Work& work, const DeleteVertex& op);
[[nodiscard]] Refused plan(Work& work, const Split& op);
[[nodiscard]] Refused plan(Work& work, const Merge& op);
[[nodiscard]] Refused plan(Work& work, const GivePiece& op);
[[nodiscard]] Refused plan(Work& work, const GiveArea& op);
[[nodiscard]] Refused plan(Work& work, const Reshape& op);
[[nodiscard]] Refused plan(Work& work, const SnapToParent& op);
[[nodiscard]] Refused plan(Work& work, const RestoreLand& op);

}  // namespace xiangtu::borders
