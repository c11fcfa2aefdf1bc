// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/edge.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace xiangtu::borders {

// Used inside this folder only.

/// Finds in which of some lands a part lies. Lands do not overlap; a part lies wholly in one of them and has the
/// same vertices where their borders are one.
class Finder {
public:
    /// The lands must outlive the finder.
    explicit Finder(const std::vector<geom::MultiPolygon>& lands);
    [[nodiscard]] std::optional<std::size_t> find(const geom::MultiPolygon& part) const;

private:
    const std::vector<geom::MultiPolygon>& m_lands;
    std::vector<geom::GridBox> m_boxes;
    std::unordered_map<Edge, std::size_t, EdgeHash> m_landOf;
};

/// The edges of lines, one line after the other.
[[nodiscard]] Edges edgesOf(const std::vector<GridLine>& lines);
/// The stretches of noded lines that run inside the shape from border to border; a closed line that lies
/// inside altogether is one, too. Loose ends are left out.
[[nodiscard]] std::vector<GridLine> chainsInside(const geom::MultiPolygon& shape, const std::vector<GridLine>& lines);

}  // namespace xiangtu::borders
