// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "index/box_tree.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace xiangtu::query {

/// Half the way round the earth: no distance is larger.
inline constexpr double kFurthestMetres = 20003932;

/// A lattice box that holds everything within `metres` of a place.
[[nodiscard]] geom::GridBox boxAround(geom::GeoPoint place, double metres) noexcept;

/// Places to be near to or far from (points, lines, polygons) behind one index. Distances are geodesic metres to the
/// nearest point of a shape (geodesy::distance): 0 inside a polygon. Immutable; may be asked from any thread.
class Places {
public:
    struct Hit {
        std::uint32_t place = 0;  ///< position in shapes()
        double metres = 0;
        auto operator<=>(const Hit&) const = default;
    };

    /// Shapes without any point are never near.
    explicit Places(std::vector<geom::GeoShape> shapes);

    [[nodiscard]] const std::vector<geom::GeoShape>& shapes() const noexcept { return m_shapes; }
    /// Nearest first, equal ones by position; at most `count` and none further than `mostMetres`.
    [[nodiscard]] std::vector<Hit> nearest(geom::GeoPoint from, std::size_t count,
                                           double mostMetres = kFurthestMetres) const;
    /// All within `metres`, nearest first.
    [[nodiscard]] std::vector<Hit> within(geom::GeoPoint from, double metres) const;
    /// The same ones in no particular order and without their distances, of which most need not be measured then.
    void eachWithin(geom::GeoPoint from, double metres, const std::function<void(std::uint32_t place)>& found) const;
    /// Whether any is within `metres`.
    [[nodiscard]] bool anyWithin(geom::GeoPoint from, double metres) const;

private:
    /// Calls found(place) for those within `metres` until it returns false.
    template <class Found>
    void visitWithin(geom::GeoPoint from, double metres, Found&& found) const;

    std::vector<geom::GeoShape> m_shapes;
    index::BoxTree m_tree;
    double m_firstReach = 0;  ///< metres in which some are to be expected
};

}  // namespace xiangtu::query
