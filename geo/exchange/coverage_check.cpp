// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/coverage_check.h"

#include "base/error.h"
#include "base/parallel.h"
#include "base/parallel_sort.h"
#include "exchange/ogr_shapes.h"
#include "geodesy/area.h"
#include "index/box_tree.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>
#include <unordered_map>

namespace xiangtu::exchange {

namespace {

using geom::GridPoint;
using geom::PolygonSet;

constexpr double kRoundingM2 = 0.01;

struct Edge {
    GridPoint lo, hi;
    std::uint32_t unit;
    bool forward;
    auto operator<=>(const Edge&) const = default;
};

/// Edges that one neighbour draws forward and another backward bound neither gap nor overlap.
std::vector<Edge> disagreedEdges(const PolygonSet& set) {
    std::vector<Edge> edges;
    edges.reserve(set.pointCount());
    for (std::uint32_t f = 0; f < set.size(); ++f) {
        for (std::size_t r = set.firstRing(f); r < set.firstRing(f + 1); ++r) {
            const auto ring = set.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                if (ring[j] != ring[i])
                    edges.push_back({std::min(ring[j], ring[i]), std::max(ring[j], ring[i]), f, ring[j] < ring[i]});
            }
        }
    }
    base::parallelSort(edges);
    std::vector<Edge> left;
    for (std::size_t i = 0; i < edges.size();) {
        std::size_t j = i;
        while (j < edges.size() && edges[j].lo == edges[i].lo && edges[j].hi == edges[i].hi) ++j;
        const bool agreed = j - i == 2 && edges[i].forward != edges[i + 1].forward;
        if (!agreed) left.insert(left.end(), edges.begin() + std::ptrdiff_t(i), edges.begin() + std::ptrdiff_t(j));
        i = j;
    }
    return left;
}

/// The faces the edges cut the plane into, without the outside. Coordinates in lattice units.
std::vector<OGRGeometryUniquePtr> faces(const std::vector<Edge>& edges) {
    const GdalMessages messages;
    // Every distinct edge once, in two halves: their union cuts all edges at all crossings.
    OGRMultiLineString half[2];
    std::size_t n = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i > 0 && edges[i].lo == edges[i - 1].lo && edges[i].hi == edges[i - 1].hi) continue;
        auto* line = new OGRLineString;
        line->setNumPoints(2, FALSE);
        line->setPoint(0, edges[i].lo.x, edges[i].lo.y);
        line->setPoint(1, edges[i].hi.x, edges[i].hi.y);
        half[n++ % 2].addGeometryDirectly(line);
    }
    if (n < 3) return {};
    const OGRGeometryUniquePtr noded(half[0].Union(&half[1]));
    const OGRGeometryUniquePtr polygons(noded ? noded->Polygonize() : nullptr);
    if (!polygons)
        throw base::Error(base::Fault::geometry,
                          "cutting the borders of the level into faces failed: " + messages.last());
    std::vector<OGRGeometryUniquePtr> result;
    for (const auto* face : *polygons->toGeometryCollection()) result.emplace_back(face->clone());
    return result;
}

/// Sum of all areas by the cylindrical equal-area projection of the ellipsoid: one sine per corner. For
/// edges of some hundred metres it is the geodesic area to a millionth, enough for a sum that
/// percentages refer to. Formula: Snyder, Map Projections: A Working Manual (1987), 3-12 and 10-14.
double totalArea(const PolygonSet& set) {
    constexpr double kSemiMajor = 6378137.0, kFlattening = 1 / 298.257222101;
    const double e2 = kFlattening * (2 - kFlattening), e = std::sqrt(e2);
    const double perGrid = std::numbers::pi / 180 / geom::kGridPerDegree;
    const auto q = [&](std::int32_t y) {
        const double s = std::sin(y * perGrid);
        return (1 - e2) * (s / (1 - e2 * s * s) + std::atanh(e * s) / e) * kSemiMajor * kSemiMajor / 2;
    };
    double sum = 0;
    for (std::size_t r = 0; r < set.ringCount(); ++r) {
        const auto ring = set.ring(r);
        if (ring.empty()) continue;
        const double x0 = ring[0].x;  // near the ring, so that large terms do not swallow the area
        double own = 0, before = q(ring.back().y);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double now = q(ring[i].y);
            own += ((ring[j].x - x0) + (ring[i].x - x0)) / 2 * (now - before);
            before = now;
        }
        sum += own * perGrid;
    }
    return sum;
}

/// Even-odd over all rings of a unit, in doubles: faces can be thinner than the lattice.
bool covers(const PolygonSet& set, std::uint32_t unit, double x, double y) {
    bool inside = false;
    for (std::size_t r = set.firstRing(unit); r < set.firstRing(unit + 1); ++r) {
        const auto ring = set.ring(r);
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const double yi = ring[i].y, yj = ring[j].y;
            if ((yi > y) != (yj > y) && x < (double(ring[j].x) - ring[i].x) * (y - yi) / (yj - yi) + ring[i].x)
                inside = !inside;
        }
    }
    return inside;
}

geom::GridBox boxOf(const OGREnvelope& e) {
    return {{std::int32_t(std::floor(e.MinX)), std::int32_t(std::floor(e.MinY))},
            {std::int32_t(std::ceil(e.MaxX)), std::int32_t(std::ceil(e.MaxY))}};
}

/// Polygons that can be asked who covers a point.
class Plan {
public:
    explicit Plan(const PolygonSet& set) : m_set(set) {
        std::vector<index::BoxTree::Item> items;
        for (std::uint32_t f = 0; f < set.size(); ++f) {
            if (set.hasShape(f)) items.push_back({set.box(f), f});
        }
        m_tree = index::BoxTree(items);
    }
    [[nodiscard]] const PolygonSet& set() const noexcept { return m_set; }
    [[nodiscard]] std::vector<std::uint32_t> near(const OGREnvelope& box) const { return m_tree.meeting(boxOf(box)); }
    [[nodiscard]] std::vector<std::uint32_t> covering(double x, double y) const {
        OGREnvelope at;
        at.Merge(x, y);
        auto units = near(at);
        std::erase_if(units, [&](std::uint32_t unit) { return !covers(m_set, unit, x, y); });
        return units;
    }

private:
    const PolygonSet& m_set;
    index::BoxTree m_tree;
};

class Judge {
public:
    Judge(const PolygonSet& level, const PolygonSet& parents, const std::vector<Edge>& edges)
        : m_units(level), m_parents(parents) {
        for (const Edge& e : edges) {
            m_owners.emplace(e.lo, e.unit);
            m_owners.emplace(e.hi, e.unit);
        }
    }

    /// Nothing for faces claimed by exactly one unit, for land that is nobody's to claim and for mere rounding.
    std::optional<CoverageSpot> judge(const OGRGeometry& face) const {
        geom::GeoMultiPolygon shape;
        takePolygons(face, shape);
        toDegrees(shape);
        const double area = geodesy::area(shape);
        if (area < kRoundingM2) return std::nullopt;
        const auto inner = innerPoint(face);
        if (!inner) return std::nullopt;
        CoverageSpot spot;
        spot.areaM2 = area;
        spot.place = {inner->lon / geom::kGridPerDegree, inner->lat / geom::kGridPerDegree};
        spot.units = m_units.covering(inner->lon, inner->lat);
        if (spot.units.size() == 1) return std::nullopt;
        if (spot.units.size() > 1) {
            spot.fault = CoverageFault::overlap;
            addFurtherClaims(*face.toPolygon(), area, spot.units);
            return spot;
        }
        spot.fault = CoverageFault::gap;
        if (m_parents.set().size() > 0) {
            const auto parents = m_parents.covering(inner->lon, inner->lat);
            if (parents.empty()) return std::nullopt;
            spot.parent = parents.front();
        }
        spot.units = bordering(*face.toPolygon());
        return spot;
    }

private:
    std::vector<std::uint32_t> bordering(const OGRPolygon& face) const {
        std::vector<std::uint32_t> units;
        for (const auto* ring : face) {
            for (int i = 0; i < ring->getNumPoints(); ++i) {
                const double x = ring->getX(i), y = ring->getY(i);
                if (x != std::floor(x) || y != std::floor(y)) continue;
                const auto [from, to] = m_owners.equal_range(GridPoint{std::int32_t(x), std::int32_t(y)});
                for (auto it = from; it != to; ++it) units.push_back(it->second);
            }
        }
        std::ranges::sort(units);
        units.erase(std::unique(units.begin(), units.end()), units.end());
        return units;
    }

    /// Inside an overlap the claiming units can change across borders both neighbours agree on (a
    /// village drawn over its grids): all that share a noticeable part of the face are named.
    void addFurtherClaims(const OGRPolygon& face, double area, std::vector<std::uint32_t>& units) const {
        OGREnvelope box;
        face.getEnvelope(&box);
        for (const std::uint32_t unit : m_units.near(box)) {
            if (std::ranges::find(units, unit) != units.end()) continue;
            const OGRGeometryUniquePtr common(toOgr(m_units.set().feature(unit))->Intersection(&face));
            if (!common) continue;
            geom::GeoMultiPolygon shape;
            takePolygons(*common, shape);
            toDegrees(shape);
            if (geodesy::area(shape) > std::max(kRoundingM2, area * 1e-3)) units.push_back(unit);
        }
        std::ranges::sort(units);
    }

    Plan m_units;
    Plan m_parents;
    std::unordered_multimap<GridPoint, std::uint32_t, geom::GridPointHash> m_owners;
};

}  // namespace

bool everySideTwice(const PolygonSet& shapes) { return disagreedEdges(shapes).empty(); }

CoverageReport checkCoverage(const PolygonSet& level, const PolygonSet& parents, double leastM2,
                             const base::Progress& progress) {
    startGdal();
    CoverageReport report;
    report.totalM2 = totalArea(level);
    const auto own = disagreedEdges(level);
    auto cuts = disagreedEdges(parents);
    cuts.insert(cuts.end(), own.begin(), own.end());
    std::ranges::sort(cuts);
    progress.check();
    const auto all = faces(cuts);
    progress.check();
    const Judge judge(level, parents, own);
    std::vector<std::optional<CoverageSpot>> judged(all.size());
    base::parallelFor(all.size(), 64, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) judged[i] = judge.judge(*all[i]);
    });
    for (auto& spot : judged) {
        if (!spot) continue;
        const bool overlap = spot->fault == CoverageFault::overlap;
        if (spot->areaM2 >= leastM2) {
            report.spots.push_back(std::move(*spot));
        } else {
            ++(overlap ? report.smallOverlaps : report.smallGaps);
            (overlap ? report.smallOverlapM2 : report.smallGapM2) += spot->areaM2;
        }
    }
    std::ranges::stable_sort(report.spots, std::greater{}, &CoverageSpot::areaM2);
    return report;
}

}  // namespace xiangtu::exchange
