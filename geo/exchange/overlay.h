// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geom/polygon.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Polygon operations by GEOS, asked through GDAL. Lattice shapes are handed over in lattice units,
/// which doubles hold exactly; results are rounded back to the lattice. Thread-safe on distinct
/// shapes. A failing operation throws Error{Fault::geometry}.

struct ShapeProblem {
    std::string reason;  ///< "Self-intersection", "Hole lies outside shell", …
    std::optional<geom::GeoPoint> place;
};
/// What is wrong with a shape as it was drawn (before rounding to the lattice), if anything.
[[nodiscard]] std::optional<ShapeProblem> problemOf(const geom::GeoMultiPolygon& shape);

struct LatticeShape {
    geom::MultiPolygon shape;
    bool mendedAfterRounding = false;  ///< fine as drawn, but 1 cm rounding made rings touch
    bool stillInvalid = false;         ///< mending did not settle; the shape is kept as it is
};
/// Rounds to the lattice; `drawnInvalid` shapes are made valid first. Only areas are kept.
enum class Drawn { valid, invalid };
[[nodiscard]] LatticeShape toLattice(const geom::GeoMultiPolygon& shape, Drawn drawn);

/// A lattice point inside the largest part (on its border when no lattice point is inside).
[[nodiscard]] geom::GridPoint pointInside(const geom::MultiPolygon& shape);

[[nodiscard]] geom::MultiPolygon commonPart(const geom::MultiPolygon& a, const geom::MultiPolygon& b);
[[nodiscard]] geom::MultiPolygon without(const geom::MultiPolygon& a, const geom::MultiPolygon& b);
/// One shape covering what any of them covers.
[[nodiscard]] geom::MultiPolygon united(std::span<const geom::MultiPolygon* const> shapes);

/// One large shape asked about many others.
class Container {
public:
    explicit Container(const geom::MultiPolygon& shape);
    ~Container();
    Container(Container&&) noexcept;
    /// Wholly inside, borders may touch. One thread at a time.
    [[nodiscard]] bool covers(const geom::MultiPolygon& other) const;

private:
    struct Prepared;
    std::unique_ptr<Prepared> m_prepared;
};

}  // namespace xiangtu::exchange
