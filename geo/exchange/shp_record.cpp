// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/shp_record.h"

#include <bit>
#include <cstring>

namespace xiangtu::exchange {

static_assert(std::endian::native == std::endian::little);

namespace {

std::uint32_t shapeCode(GeometryKind kind) noexcept {
    switch (kind) {
    case GeometryKind::none: return 0;
    case GeometryKind::point: return 1;
    case GeometryKind::line: return 3;
    case GeometryKind::polygon: return 5;
    }
    return 0;
}

class Bytes {
public:
    explicit Bytes(char* at) : m_at(at) {}
    template <class T>
    Bytes& put(T value) {
        std::memcpy(m_at, &value, sizeof value);
        m_at += sizeof value;
        return *this;
    }
    Bytes& big(std::uint32_t n) { return put(__builtin_bswap32(n)); }

private:
    char* m_at;
};

}  // namespace

std::size_t shpContentBytes(const RowSource::ShapeSize& size) noexcept {
    switch (size.kind) {
    case GeometryKind::none: return 4;
    case GeometryKind::point: return 20;
    case GeometryKind::line: return 44 + 4 * size.parts + 16 * size.points;
    case GeometryKind::polygon: return 44 + 4 * size.parts + 16 * (size.points + size.parts);
    }
    return 4;
}

void appendShpRecord(std::string& to, std::uint32_t number, const FlatShape& shape, ShpBounds& bounds) {
    const bool rings = shape.kind == GeometryKind::polygon;
    const std::size_t parts = shape.starts.size();
    const std::size_t content = shpContentBytes({shape.kind, parts, shape.points.size()});
    const std::size_t begin = to.size();
    to.resize(begin + 8 + content);
    Bytes out(to.data() + begin);
    out.big(number).big(std::uint32_t(content / 2)).put(shapeCode(shape.kind));
    if (shape.kind == GeometryKind::none) return;
    if (shape.kind == GeometryKind::point) {
        out.put(shape.points[0].x).put(shape.points[0].y);
        bounds.extend(shape.points[0]);
        return;
    }
    ShpBounds box;
    for (const auto p : shape.points) box.extend(p);
    bounds.extend(box);
    out.put(box.minX).put(box.minY).put(box.maxX).put(box.maxY);
    out.put(std::uint32_t(parts)).put(std::uint32_t(shape.points.size() + (rings ? parts : 0)));
    // The ring's first point stands again at its end.
    for (std::size_t i = 0; i < parts; ++i) out.put(std::uint32_t(shape.starts[i] + (rings ? i : 0)));
    for (std::size_t part = 0; part < parts; ++part) {
        const std::size_t from = shape.starts[part], end = shape.partEnd(part);
        if (!rings) {
            for (std::size_t i = from; i < end; ++i) out.put(shape.points[i]);
            continue;
        }
        // Outer rings go clockwise here, holes the other way.
        out.put(shape.points[from]);
        for (std::size_t i = end; i-- > from + 1;) out.put(shape.points[i]);
        out.put(shape.points[from]);
    }
}

std::string shpHeader(GeometryKind kind, std::uint64_t fileBytes, const ShpBounds& bounds) {
    std::string text(100, '\0');
    Bytes(text.data()).big(9994);
    Bytes(text.data() + 24).big(std::uint32_t(fileBytes / 2)).put(std::uint32_t(1000)).put(shapeCode(kind));
    if (bounds.any()) Bytes(text.data() + 36).put(bounds.minX).put(bounds.minY).put(bounds.maxX).put(bounds.maxY);
    return text;
}

void appendShxEntry(std::string& to, std::uint64_t offset, std::size_t contentBytes) {
    const std::size_t begin = to.size();
    to.resize(begin + 8);
    Bytes(to.data() + begin).big(std::uint32_t(offset / 2)).big(std::uint32_t(contentBytes / 2));
}

}  // namespace xiangtu::exchange
