// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/coordinate_system.h"
#include "exchange/gdal_library.h"
#include "geom/polygon.h"

#include <memory>

namespace xiangtu::exchange {

/// Brings raw source coordinates to EPSG:4490 degrees. One thread at a time.
class Transform {
public:
    /// Throws Error{Fault::crs} when GDAL finds no way. With local parameters the datum's own known ways are left
    /// aside.
    Transform(const CrsChoice& choice, Shift shift, const std::optional<DatumShift>& local = {});

    /// Nothing when the point has no place in degrees. Coordinates stay off the poles and inside
    /// ±180° after a successful call.
    [[nodiscard]] std::optional<geom::GeoPoint> operator()(double x, double y) const;

    /// Set when the datum shift is only known to some ten or hundred metres.
    [[nodiscard]] const std::optional<Finding>& finding() const noexcept { return m_finding; }

private:
    struct Destroy {
        void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
    };
    bool m_swap;
    Shift m_shift;
    std::unique_ptr<OGRCoordinateTransformation, Destroy> m_projection;
    std::optional<Finding> m_finding;
};

}  // namespace xiangtu::exchange
