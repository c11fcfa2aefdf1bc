// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transform.h"

#include "base/error.h"
#include "geodesy/shift.h"

#include <cmath>
#include <utility>

namespace xiangtu::exchange {

namespace {

struct Way {
    OGRCoordinateTransformation* transformation = nullptr;
    std::optional<double> metres;  ///< how exact it is; nothing = not known at all
};

/// The most exact way that reaches all of the datum's land. PROJ tells the accuracy of a way only by refusing it.
Way findWay(const OGRSpatialReference& from, const OGRSpatialReference& to) {
    for (const double metres : {0.1, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0}) {
        OGRCoordinateTransformationOptions options;
        options.SetBallparkAllowed(false);
        options.SetDesiredAccuracy(metres);
        if (auto* way = OGRCreateCoordinateTransformation(&from, &to, options)) return {way, metres};
    }
    OGRCoordinateTransformationOptions known;
    known.SetBallparkAllowed(false);
    if (auto* way = OGRCreateCoordinateTransformation(&from, &to, known)) return {way, 100.0};
    return {OGRCreateCoordinateTransformation(&from, &to), std::nullopt};
}

Finding inexact(const CrsChoice& choice, const std::optional<double>& metres) {
    Finding f;
    f.rule = Rule::crsInexact;
    f.severity = metres ? Severity::note : Severity::warning;
    f.message = "the shift from the datum of " + choice.label + " to CGCS2000 is " +
                (metres ? "good to about " + std::to_string(int(std::ceil(*metres))) + " m"
                        : std::string("not known exactly; positions can be off by some hundred metres")) +
                "; parameters of the county's survey office (--datum) make it exact";
    return f;
}

}  // namespace

Transform::Transform(const CrsChoice& choice, Shift shift, const std::optional<DatumShift>& local)
    : m_swap(choice.swapAxes), m_shift(shift) {
    if (choice.definition.empty()) return;
    GdalMessages messages;
    OGRSpatialReference from, to;
    // Local parameters lead to WGS 84, which agrees with CGCS2000 to centimetres.
    if (from.SetFromUserInput(choice.definition.c_str()) != OGRERR_NONE ||
        to.importFromEPSG(local ? 4326 : 4490) != OGRERR_NONE) {
        throw base::Error(base::Fault::crs, choice.label + ": " + messages.last());
    }
    if (local) {
        const auto& p = local->parameters;
        from.SetTOWGS84(p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
    }
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const Way way = local ? Way{OGRCreateCoordinateTransformation(&from, &to), 0.0} : findWay(from, to);
    m_projection.reset(way.transformation);
    if (!m_projection) {
        throw base::Error(base::Fault::crs, choice.label + ": no transformation to EPSG:4490: " + messages.last());
    }
    if (!way.metres || *way.metres > 1) m_finding = inexact(choice, way.metres);
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
