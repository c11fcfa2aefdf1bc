// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/edge.h"

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace xiangtu::borders {

// Used inside this folder only.

/// How segments (smaller end first) run after noding: all their points from the smaller to the larger end.
/// Segments that stay as they are have no entry.
using Paths = std::unordered_map<Edge, GridLine, EdgeHash>;

/// Where two segments meet; no point at all, or the lattice point nearest to it. A common end is no meeting.
struct Meeting {
    std::vector<GridPoint> onFirst;  ///< new points strictly between its ends
    std::vector<GridPoint> onSecond;
};
[[nodiscard]] Meeting meetingOf(const Edge& first, const Edge& second);

/// Lines drawn over border segments until they meet in vertices only. Meetings are rounded to the lattice, so
/// that a segment is bent by less than one lattice unit (about a centimetre); what that brings about is noded again.
class Noding {
public:
    /// `borders`: the segments near the lines, smaller end first, each once, meeting each other in vertices only.
    explicit Noding(std::vector<Edge> borders);

    /// False when there is no end to it (the lattice is too coarse for this drawing).
    [[nodiscard]] bool add(const std::vector<GridLine>& lines);
    /// Forgets the lines and every node on borders that is not a vertex of `kept`, and adds those instead.
    [[nodiscard]] bool restart(const std::vector<GridLine>& kept);

    [[nodiscard]] const std::vector<GridLine>& lines() const noexcept { return m_lines; }
    [[nodiscard]] Paths paths() const;
    /// All border segments as they run now, smaller end first.
    [[nodiscard]] std::unordered_set<Edge, EdgeHash> segments() const;

private:
    /// Leads the nearest border through the end of a line that was meant to lie on it.
    void attach(GridPoint end);
    [[nodiscard]] bool run();
    [[nodiscard]] bool round();

    std::vector<Edge> m_borders;
    std::vector<GridLine> m_bent;  ///< per border its points now
    std::vector<std::uint8_t> m_changed;
    std::vector<GridLine> m_lines;
};

/// The shape with its segments run along the paths.
[[nodiscard]] geom::MultiPolygon bent(const geom::MultiPolygon& shape, const Paths& paths);
[[nodiscard]] bool hasAny(const geom::MultiPolygon& shape, const Paths& paths);

/// Where a line meets itself otherwise than by closing; nothing when it does not.
[[nodiscard]] std::optional<GridPoint> selfMeeting(const GridLine& line);

}  // namespace xiangtu::borders
