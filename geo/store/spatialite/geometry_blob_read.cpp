// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/geometry_blob.h"

#include "geom/measure.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace xiangtu::store::spatialite {

namespace {

static_assert(std::endian::native == std::endian::little);

enum : std::uint32_t { kPoint = 1, kLine = 2, kPolygon = 3, kMultiLine = 5, kMultiPolygon = 6 };

[[noreturn]] void damaged(const std::string& reason) { throw base::Error(base::Fault::damaged, "geometry: " + reason); }

/// Reads the body front to back; every access is checked against the end.
class Cursor {
public:
    explicit Cursor(Blob blob) {
        constexpr std::size_t kHead = 39;  // up to and with the 7C
        if (blob.size() < kHead + 5) damaged("only " + std::to_string(blob.size()) + " bytes");
        const auto byte = [&](std::size_t i) { return std::to_integer<int>(blob[i]); };
        if (byte(0) != 0x00 || byte(38) != 0x7C || byte(blob.size() - 1) != 0xFE) damaged("its marks are missing");
        if (byte(1) > 1) damaged("unknown byte order");
        m_swap = byte(1) == 0;
        m_at = blob.data() + 2;
        m_end = blob.data() + blob.size() - 1;
        if (const auto srid = int(u32()); srid != kSrid) damaged("SRID " + std::to_string(srid) + " instead of 4490");
        m_at = blob.data() + kHead;
    }

    std::uint32_t u32() {
        need(4);
        std::uint32_t value;
        std::memcpy(&value, m_at, 4);
        m_at += 4;
        return m_swap ? __builtin_bswap32(value) : value;
    }

    geom::GeoPoint point() {
        need(16);
        const geom::GeoPoint p{f64(), f64()};
        // Written so that NaN fails too.
        if (!(std::abs(p.lon) <= 180.0 && std::abs(p.lat) <= 90.0)) damaged("a coordinate is no place on Earth");
        return p;
    }

    /// A count of things that take at least `size` bytes each.
    std::uint32_t count(std::size_t size) {
        const std::uint32_t n = u32();
        if (n > std::size_t(m_end - m_at) / size) damaged("it ends too early");
        return n;
    }

    void entityMark() {
        need(1);
        if (std::to_integer<int>(*m_at++) != 0x69) damaged("a part's mark is missing");
    }

    void finish() const {
        if (m_at != m_end) damaged("bytes are left over");
    }

private:
    void need(std::size_t n) const {
        if (std::size_t(m_end - m_at) < n) damaged("it ends too early");
    }
    double f64() noexcept {
        std::uint64_t bits;
        std::memcpy(&bits, m_at, 8);
        m_at += 8;
        return std::bit_cast<double>(m_swap ? __builtin_bswap64(bits) : bits);
    }

    const std::byte* m_at = nullptr;
    const std::byte* m_end = nullptr;
    bool m_swap = false;
};

std::uint32_t partType(Cursor& in, std::uint32_t expected) {
    in.entityMark();
    const std::uint32_t type = in.u32();
    if (type != expected) damaged("a part of type " + std::to_string(type));
    return type;
}

/// Calls visit(cursor) once per part; a single geometry counts as one part.
template <class Visit>
void forEachPart(Cursor& in, std::uint32_t single, std::uint32_t multi, std::uint32_t type, Visit visit) {
    if (type == single) return visit(in);
    const std::uint32_t parts = in.count(9);
    for (std::uint32_t i = 0; i < parts; ++i) {
        partType(in, multi == kMultiPolygon ? kPolygon : kLine);
        visit(in);
    }
}

geom::GeoLine readLine(Cursor& in) {
    const std::uint32_t n = in.count(16);
    geom::GeoLine line(n);
    for (auto& p : line) p = in.point();
    return line;
}

geom::GeoRing readRing(Cursor& in) {
    geom::GeoRing ring = readLine(in);
    if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    return ring;
}

geom::GeoPolygon readPolygon(Cursor& in) {
    geom::GeoPolygon polygon;
    const std::uint32_t rings = in.count(4);
    for (std::uint32_t i = 0; i < rings; ++i) {
        geom::GeoRing ring = readRing(in);
        if (i == 0)
            polygon.outer = std::move(ring);
        else
            polygon.holes.push_back(std::move(ring));
    }
    return polygon;
}

/// Reads one ring onto the lattice; left empty when nothing remains of it.
void readGridRing(Cursor& in, std::vector<geom::GridPoint>& ring) {
    ring.clear();
    const std::uint32_t n = in.count(16);
    for (std::uint32_t i = 0; i < n; ++i) {
        const geom::GridPoint p = geom::snapToGrid(in.point());
        if (ring.empty() || ring.back() != p) ring.push_back(p);
    }
    while (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
    if (ring.size() < 3) ring.clear();
}

}  // namespace

void ShapeReader::appendTo(geom::PolygonSet& set, Blob blob) {
    set.beginFeature();
    if (blob.empty()) return set.endFeature();
    Cursor in(blob);
    const std::uint32_t type = in.u32();
    if (type != kPolygon && type != kMultiPolygon) damaged("type " + std::to_string(type) + " instead of a polygon");
    forEachPart(in, kPolygon, kMultiPolygon, type, [&](Cursor& part) {
        const std::uint32_t rings = part.count(4);
        bool hasOuter = false;
        for (std::uint32_t i = 0; i < rings; ++i) {
            readGridRing(part, m_ring);
            const __int128 area = geom::twiceArea(m_ring);
            if (area == 0 || (i > 0 && !hasOuter)) continue;
            if ((area > 0) != (i == 0)) std::ranges::reverse(m_ring);
            set.addRing(m_ring);
            if (i == 0) hasOuter = true;
        }
    });
    in.finish();
    set.endFeature();
}

geom::GeoShape readShape(Blob blob) {
    if (blob.empty()) return {};
    Cursor in(blob);
    const std::uint32_t type = in.u32();
    geom::GeoShape shape;
    switch (type) {
    case kPoint: shape = in.point(); break;
    case kLine:
    case kMultiLine: {
        geom::GeoMultiLine lines;
        forEachPart(in, kLine, kMultiLine, type, [&](Cursor& part) { lines.push_back(readLine(part)); });
        shape = std::move(lines);
        break;
    }
    case kPolygon:
    case kMultiPolygon: {
        geom::GeoMultiPolygon polygons;
        forEachPart(in, kPolygon, kMultiPolygon, type, [&](Cursor& part) { polygons.push_back(readPolygon(part)); });
        geom::orient(polygons);
        shape = std::move(polygons);
        break;
    }
    default: damaged("type " + std::to_string(type));
    }
    in.finish();
    return shape;
}

}  // namespace xiangtu::store::spatialite
