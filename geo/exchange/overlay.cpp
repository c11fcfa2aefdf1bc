// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/overlay.h"

#include "base/error.h"
#include "exchange/ogr_shapes.h"
#include "geom/inside_point.h"
#include "geom/measure.h"
#include "geom/simple_ring.h"

#include <algorithm>
#include <cstdlib>

namespace xiangtu::exchange {

namespace {

using geom::MultiPolygon;

OGRGeometryUniquePtr checked(OGRGeometry* result, const GdalMessages& messages, const char* operation) {
    if (!result) throw base::Error(base::Fault::geometry, std::string(operation) + " failed: " + messages.last());
    return OGRGeometryUniquePtr(result);
}

/// "Self-intersection at or near point 120.1 30.2 …" as GEOS words it.
ShapeProblem readProblem(const std::string& message) {
    ShapeProblem problem;
    const std::string marker = " at or near point ";
    const auto at = message.find(marker);
    problem.reason = message.substr(0, at);
    if (problem.reason.starts_with("GEOS: ")) problem.reason.erase(0, 6);
    if (at != std::string::npos) {
        const char* text = message.c_str() + at + marker.size();
        char* end = nullptr;
        const double x = std::strtod(text, &end);
        if (end != text) problem.place = geom::GeoPoint{x, std::strtod(end, nullptr)};
    }
    return problem;
}

OGRGeometryUniquePtr madeValid(const OGRGeometry& shape) {
    const GdalMessages messages;
    // "structure" keeps what rings enclose; the default could turn lobes of a crossing inside out.
    const char* const options[] = {"METHOD=STRUCTURE", nullptr};
    OGRGeometryUniquePtr result(shape.MakeValid(options));
    if (!result) result.reset(shape.MakeValid());
    return result;
}

/// One simple ring, as nearly all units are: no need to ask GEOS.
template <class P>
bool plainlyGood(const geom::BasicMultiPolygon<P>& shape) {
    return shape.size() == 1 && shape.front().holes.empty() && geom::surelySimple(shape.front().outer);
}

bool valid(const OGRGeometry& shape) {
    const GdalMessages quiet;
    return shape.IsValid();
}

}  // namespace

std::optional<ShapeProblem> problemOf(const geom::GeoMultiPolygon& shape) {
    if (plainlyGood(shape)) return std::nullopt;
    for (const auto& part : shape) {
        if (part.outer.size() < 3) {
            return ShapeProblem{"Ring of fewer than three points",
                                part.outer.empty() ? std::nullopt : std::optional(part.outer[0])};
        }
    }
    const GdalMessages messages;
    if (toOgr(shape)->IsValid()) return std::nullopt;
    return readProblem(messages.all().empty() ? "Not a valid area" : messages.all().front());
}

LatticeShape toLattice(const geom::GeoMultiPolygon& drawn, Drawn state) {
    LatticeShape result;
    if (state == Drawn::valid) {
        result.shape = geom::snapToGrid(drawn);
        if (plainlyGood(result.shape)) return result;
    } else if (const auto mended = madeValid(*toOgr(drawn))) {
        geom::GeoMultiPolygon areas;
        takePolygons(*mended, areas);
        result.shape = geom::snapToGrid(areas);
    }
    // Rounding moves crossings, so it takes a few rounds until rounded and valid agree.
    constexpr int kRounds = 6;
    for (int round = 0; round < kRounds; ++round) {
        const auto ogr = toOgr(result.shape);
        if (valid(*ogr)) return result;
        result.mendedAfterRounding = true;
        const auto mended = madeValid(*ogr);
        if (!mended) break;
        result.shape = latticeFromOgr(mended.get());
    }
    result.stillInvalid = !valid(*toOgr(result.shape));
    return result;
}

geom::GridPoint pointInside(const MultiPolygon& shape) {
    const auto larger = [](const geom::Polygon& a, const geom::Polygon& b) {
        const __int128 x = geom::twiceArea(a.outer), y = geom::twiceArea(b.outer);
        return (x < 0 ? -x : x) < (y < 0 ? -y : y);
    };
    const auto largest = std::ranges::max_element(shape, larger);
    if (largest == shape.end() || largest->outer.empty())
        throw base::Error(base::Fault::geometry, "an empty shape has no inside");
    geom::PolygonSet alone;
    alone.add({*largest});
    if (const auto inside = geom::insidePoint(alone, 0)) return *inside;
    const auto ogr = toOgr(MultiPolygon{*largest});
    const auto point = ogr->IsEmpty() ? std::nullopt : innerPoint(*ogr);
    if (!point) return largest->outer.front();
    return {std::int32_t(std::llround(point->lon)), std::int32_t(std::llround(point->lat))};
}

MultiPolygon commonPart(const MultiPolygon& a, const MultiPolygon& b) {
    const GdalMessages messages;
    return latticeFromOgr(checked(toOgr(a)->Intersection(toOgr(b).get()), messages, "intersection").get());
}

MultiPolygon without(const MultiPolygon& a, const MultiPolygon& b) {
    const GdalMessages messages;
    return latticeFromOgr(checked(toOgr(a)->Difference(toOgr(b).get()), messages, "difference").get());
}

MultiPolygon united(std::span<const MultiPolygon* const> shapes) {
    const GdalMessages messages;
    OGRMultiPolygon all;
    for (const MultiPolygon* shape : shapes) {
        const auto parts = toOgr(*shape);
        for (const auto* part : *parts) all.addGeometry(part);
    }
    if (all.IsEmpty()) return {};
    return latticeFromOgr(checked(all.UnionCascaded(), messages, "union").get());
}

struct Container::Prepared {
    explicit Prepared(const MultiPolygon& outline)
        : shape(toOgr(outline)), prepared(OGRCreatePreparedGeometry(OGRGeometry::ToHandle(shape.get()))) {}
    ~Prepared() { OGRDestroyPreparedGeometry(prepared); }
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    std::unique_ptr<OGRMultiPolygon> shape;
    OGRPreparedGeometryH prepared;
};

Container::Container(const MultiPolygon& shape) : m_prepared(std::make_unique<Prepared>(shape)) {}
Container::~Container() = default;
Container::Container(Container&&) noexcept = default;

bool Container::covers(const MultiPolygon& other) const {
    const GdalMessages quiet;
    return OGRPreparedGeometryContains(m_prepared->prepared, OGRGeometry::ToHandle(toOgr(other).get()));
}

}  // namespace xiangtu::exchange
