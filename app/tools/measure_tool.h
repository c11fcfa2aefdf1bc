// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <optional>

namespace xiangtu::app {

/// Points set one after another, and the length or area they span on the ellipsoid. Degrees in,
/// metres and square metres out. Plain logic.
class MeasureTool {
public:
    enum class Kind { length, area };

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    /// Another kind starts anew.
    void setKind(Kind kind);
    /// Adds a point; after end() it begins a new measurement.
    void add(geom::GeoPoint point);
    /// Takes back the last point and continues.
    void undo();
    void clear();
    /// No more points follow; the figure stays.
    void end();
    /// The point under the pointer, which counts as the next one while measuring goes on.
    void setHover(std::optional<geom::GeoPoint> point);

    [[nodiscard]] const geom::GeoLine& points() const noexcept { return m_points; }
    [[nodiscard]] bool ended() const noexcept { return m_ended; }
    /// Set points plus the hovering one.
    [[nodiscard]] geom::GeoLine line() const;
    /// Length of the line; for areas, of the whole perimeter. 0 for fewer than two points.
    [[nodiscard]] double lengthM() const;
    /// 0 for lengths and for fewer than three points.
    [[nodiscard]] double areaM2() const;

private:
    Kind m_kind = Kind::length;
    geom::GeoLine m_points;
    std::optional<geom::GeoPoint> m_hover;
    bool m_ended = false;
};

}  // namespace xiangtu::app
