// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "model/code.h"
#include "model/level.h"

#include <compare>
#include <optional>
#include <variant>
#include <vector>

namespace xiangtu::borders {

/// A unit by level and code: a code alone may stand on several levels.
struct UnitName {
    model::Level level = model::Level::grid;
    model::Code code;
    auto operator<=>(const UnitName&) const = default;
};

// Places and lines are degrees, EPSG:4490, as they were drawn; they are put on the border lattice first.

/// Moves the border vertex at `from` (nearest within Options::reach) to `to`. Every border that has it follows.
struct MoveVertex {
    geom::GeoPoint from;
    geom::GeoPoint to;
    bool operator==(const MoveVertex&) const = default;
};

/// Puts a vertex into the border segment nearest to `at` (within Options::reach), standing at `to`.
struct InsertVertex {
    geom::GeoPoint at;
    geom::GeoPoint to;
    bool operator==(const InsertVertex&) const = default;
};

/// Takes the vertex at `at` out of the border. Only where exactly two segments meet.
struct DeleteVertex {
    geom::GeoPoint at;
    bool operator==(const DeleteVertex&) const = default;
};

/// Cuts a unit along a line. Every piece becomes a unit; the largest stays the unit itself.
struct Split {
    UnitName unit;
    geom::GeoLine line;
    bool operator==(const Split&) const = default;
};

/// Joins units of one level. `into` stays; nothing = the largest. Each must reach it through shared segments.
struct Merge {
    model::Level level = model::Level::grid;
    std::vector<model::Code> units;
    std::optional<model::Code> into;
    bool operator==(const Merge&) const = default;
};

/// Cuts `from` along a line and hands one piece to `to`: the one that has `piece` in it, or the smallest that
/// shares a border with `to` and is not the largest.
struct GivePiece {
    model::Level level = model::Level::grid;
    model::Code from;
    model::Code to;
    geom::GeoLine line;
    std::optional<geom::GeoPoint> piece;
    bool operator==(const GivePiece&) const = default;
};

/// Hands what of `from` lies in the ring to `to`.
struct GiveArea {
    model::Level level = model::Level::grid;
    model::Code from;
    model::Code to;
    geom::GeoRing area;
    bool operator==(const GiveArea&) const = default;
};

/// Draws a stretch of a unit's border anew. Where the line runs outside, the unit takes what lies between;
/// where it runs inside, it gives the smaller piece cut off to `neighbour`, or to the unit with which that
/// piece shares the longest border.
struct Reshape {
    UnitName unit;
    geom::GeoLine line;
    std::optional<model::Code> neighbour;
    bool operator==(const Reshape&) const = default;
};

/// Fits the children of a unit into it where their borders miss its border by no more than `tolerance` metres.
struct SnapToParent {
    UnitName parent;
    double tolerance = 2;
    bool operator==(const SnapToParent&) const = default;
};

/// Gives a unit the land it had, on the borders of today: what it lost is taken from those who took it, what it got
/// goes back. A unit that is no more is made anew under its code.
struct RestoreLand {
    UnitName unit;
    geom::GeoMultiPolygon shape;  ///< its land as it was
    /// How other units of today were then; land goes back to the one in whose land it lay.
    struct Former {
        model::Code unit;
        geom::GeoMultiPolygon shape;
        bool operator==(const Former&) const = default;
    };
    std::vector<Former> others;
    std::vector<model::Code> takers;  ///< who may have what it lost; a taker that came out of it may end
    bool operator==(const RestoreLand&) const = default;
};

using Operation = std::variant<MoveVertex, InsertVertex, DeleteVertex, Split, Merge, GivePiece, GiveArea, Reshape,
                               SnapToParent, RestoreLand>;

/// What becomes of a child that a new border of its parent crosses: cut it, or give it whole to where most of
/// it lies, so that the new border runs along the children's borders.
enum class ChildPolicy { cut, whole };
/// What becomes of the parents when land passes between units of different parents.
enum class ParentPolicy { refuse, follow };
/// May a unit come out in more parts than it had?
enum class PartsPolicy { refuse, allow };
/// May the outermost border move, where there is no neighbour to give to or to take from?
enum class OuterPolicy { refuse, follow };
/// Does the code of a unit (and of all below it) follow when it gets another parent?
enum class CodePolicy { follow, keep };

struct Options {
    ChildPolicy children = ChildPolicy::cut;
    ParentPolicy parents = ParentPolicy::refuse;
    PartsPolicy parts = PartsPolicy::refuse;
    OuterPolicy outer = OuterPolicy::refuse;
    CodePolicy codes = CodePolicy::follow;
    double reach = 1e-5;         ///< degrees: how far from a vertex or segment a place may be to mean it (about 1 m)
    double smallestArea = 1;     ///< m²: a unit or a piece handed over must not be smaller …
    double smallestWidth = 0.1;  ///< m: … nor thinner (twice its area by its perimeter)
    bool operator==(const Options&) const = default;
};

/// A border edit as asked for.
struct Request {
    Operation operation;
    Options options{};
    bool operator==(const Request&) const = default;
};

}  // namespace xiangtu::borders
