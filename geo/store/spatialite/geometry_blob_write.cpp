// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/geometry_blob.h"

#include "base/overloaded.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>

namespace xiangtu::store::spatialite {

namespace {

static_assert(std::endian::native == std::endian::little);

constexpr std::size_t kBoxAt = 6;

class Writer {
public:
    explicit Writer(std::vector<std::byte>& out) : m_out(out) {
        m_out.clear();
        u8(0x00);
        u8(0x01);
        u32(kSrid);
        m_out.resize(m_out.size() + 32);  // the box, known at the end
        u8(0x7C);
    }

    void u8(int value) { m_out.push_back(std::byte(value)); }
    void u32(std::size_t value) {
        const auto narrow = std::uint32_t(value);
        raw(&narrow, 4);
    }
    void point(geom::GeoPoint p) {
        const double xy[2]{p.lon, p.lat};
        raw(xy, 16);
        m_box = {std::min(m_box.minX, p.lon), std::min(m_box.minY, p.lat), std::max(m_box.maxX, p.lon),
                 std::max(m_box.maxY, p.lat)};
    }
    void point(geom::GridPoint p) { point(geom::toGeo(p)); }

    template <class P>
    void polygon(const geom::BasicPolygon<P>& polygon) {
        u32(1 + polygon.holes.size());
        ring(polygon.outer);
        for (const auto& hole : polygon.holes) ring(hole);
    }

    template <class P>
    void polygons(const geom::BasicMultiPolygon<P>& shape) {
        u32(6);
        u32(shape.size());
        for (const auto& part : shape) {
            u8(0x69);
            u32(3);
            polygon(part);
        }
    }

    void lines(const geom::GeoMultiLine& shape) {
        u32(5);
        u32(shape.size());
        for (const auto& line : shape) {
            u8(0x69);
            u32(2);
            u32(line.size());
            for (const geom::GeoPoint p : line) point(p);
        }
    }

    void finish() {
        u8(0xFE);
        const double box[4]{m_box.minX, m_box.minY, m_box.maxX, m_box.maxY};
        std::memcpy(m_out.data() + kBoxAt, box, 32);
    }

private:
    template <class P>
    void ring(const std::vector<P>& ring) {
        u32(ring.size() + 1);
        for (const P p : ring) point(p);
        point(ring.front());
    }
    void raw(const void* data, std::size_t n) {
        const auto* bytes = static_cast<const std::byte*>(data);
        m_out.insert(m_out.end(), bytes, bytes + n);
    }

    std::vector<std::byte>& m_out;
    static constexpr double kFar = std::numeric_limits<double>::infinity();
    DegreeBox m_box{kFar, kFar, -kFar, -kFar};
};

/// Parts without an outer ring cannot be written; callers hand in none, damaged input might.
template <class P>
geom::BasicMultiPolygon<P> withoutEmptyParts(const geom::BasicMultiPolygon<P>& shape) {
    geom::BasicMultiPolygon<P> kept;
    for (const auto& part : shape) {
        if (part.outer.empty()) continue;
        auto& copy = kept.emplace_back(part);
        std::erase_if(copy.holes, [](const auto& hole) { return hole.empty(); });
    }
    return kept;
}

template <class P>
void writePolygons(const geom::BasicMultiPolygon<P>& shape, std::vector<std::byte>& out) {
    const auto broken = [](const auto& part) {
        return part.outer.empty() || std::ranges::any_of(part.holes, [](const auto& hole) { return hole.empty(); });
    };
    if (std::ranges::any_of(shape, broken)) return writePolygons(withoutEmptyParts(shape), out);
    out.clear();
    if (shape.empty()) return;
    Writer writer(out);
    writer.polygons(shape);
    writer.finish();
}

}  // namespace

void writeShape(const geom::MultiPolygon& shape, std::vector<std::byte>& out) { writePolygons(shape, out); }

void writeShape(const geom::GeoShape& shape, std::vector<std::byte>& out) {
    std::visit(base::Overloaded{
                   [&](std::monostate) { out.clear(); },
                   [&](const geom::GeoPoint& p) {
                       Writer writer(out);
                       writer.u32(1);
                       writer.point(p);
                       writer.finish();
                   },
                   [&](const geom::GeoMultiLine& lines) {
                       out.clear();
                       if (lines.empty()) return;
                       Writer writer(out);
                       writer.lines(lines);
                       writer.finish();
                   },
                   [&](const geom::GeoMultiPolygon& polygons) { writePolygons(polygons, out); },
               },
               shape);
}

DegreeBox boxOf(Blob blob) noexcept {
    double box[4];
    std::memcpy(box, blob.data() + kBoxAt, 32);
    return {box[0], box[1], box[2], box[3]};
}

}  // namespace xiangtu::store::spatialite
