// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transform.h"

#include "base/error.h"
#include "geodesy/shift.h"

#include <cmath>
#include <utility>

namespace xiangtu::exchange {

Transform::Transform(const CrsChoice& choice, Shift shift) : m_swap(choice.swapAxes), m_shift(shift) {
    if (choice.definition.empty()) return;
    GdalMessages messages;
    OGRSpatialReference from, to;
    if (from.SetFromUserInput(choice.definition.c_str()) != OGRERR_NONE || to.importFromEPSG(4490) != OGRERR_NONE) {
        throw base::Error(base::Fault::crs, choice.label + ": " + messages.last());
    }
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRCoordinateTransformationOptions exactOnly;
    exactOnly.SetBallparkAllowed(false);
    m_projection.reset(OGRCreateCoordinateTransformation(&from, &to, exactOnly));
    if (m_projection) return;
    m_projection.reset(OGRCreateCoordinateTransformation(&from, &to));
    if (!m_projection) {
        throw base::Error(base::Fault::crs, choice.label + ": no transformation to EPSG:4490: " + messages.last());
    }
    Finding f;
    f.rule = Rule::crsInexact;
    f.message = "the shift from the datum of " + choice.label +
                " to CGCS2000 is not known exactly; positions can be off by some hundred metres";
    m_finding = f;
}

std::optional<geom::GeoPoint> Transform::operator()(double x, double y) const {
    if (m_swap) std::swap(x, y);
    if (m_projection) {
        double z = 0;
        int good = 0;
        if (!m_projection->Transform(1, &x, &y, &z, &good) || !good) return std::nullopt;
    }
    if (!std::isfinite(x) || !std::isfinite(y) || std::abs(x) > 180.5 || std::abs(y) > 90.5) return std::nullopt;
    const geom::GeoPoint p{std::clamp(x, -180.0, 180.0), std::clamp(y, -90.0, 90.0)};
    return m_shift == Shift::gcj02 ? geodesy::wgs84FromGcj02(p) : p;
}

}  // namespace xiangtu::exchange
