// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace xiangtu::geodesy {

/// East first: longitude and latitude in degrees, or easting and northing in metres.
struct Ordinates {
    double x = 0;
    double y = 0;
    auto operator<=>(const Ordinates&) const = default;
};

/// CGCS2000 degrees to one of the systems data are handed on in, by PROJ. Any thread: each has transformations of its
/// own, made when first asked for (some milliseconds) and kept.
class Projector {
public:
    /// EPSG codes 4490 and 4326 (where nothing moves: both datums are equal within what a grid measures) and the
    /// CGCS2000 Gauss-Krueger zones 4491 … 4554. Throws Error{Fault::crs} for any other.
    explicit Projector(int epsg);

    [[nodiscard]] static bool known(int epsg) noexcept;
    [[nodiscard]] bool moves() const noexcept { return m_epsg != 4490 && m_epsg != 4326; }

    /// In place. Throws Error{Fault::crs} when a point has no place there.
    void forward(std::span<Ordinates> points) const;
    void inverse(std::span<Ordinates> points) const;

private:
    int m_epsg;
};

}  // namespace xiangtu::geodesy
