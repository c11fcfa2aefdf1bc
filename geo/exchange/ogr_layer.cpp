// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/ogr_layer.h"

#include "exchange/shape_text.h"

#include <algorithm>
#include <cstdio>

namespace xiangtu::exchange {

Found lookThrough(const WriterTask& task) {
    const auto& columns = task.source.about().columns;
    Found out{0, std::vector<std::int64_t>(columns.size()), std::vector<bool>(columns.size())};
    ExportRow row;
    for (std::size_t i = 0; i < task.source.size(); ++i) {
        if ((i & 1023) == 0) task.progress.check();
        out.kinds |= 1u << int(task.source.shapeSize(i).kind);
        task.source.cells(i, row);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (row.cells[c].index() == 0) out.nulls[c] = true;
            if (const auto* n = std::get_if<std::int64_t>(&row.cells[c]))
                out.largest[c] = std::max(out.largest[c], *n < 0 ? -(*n + 1) : *n);
        }
    }
    return out;
}

OGRwkbGeometryType layerType(unsigned kinds, bool mapInfo) {
    kinds &= ~(1u << int(GeometryKind::none));
    if (kinds == 0) return wkbNone;
    if (mapInfo) return wkbUnknown;
    if (kinds == 1u << int(GeometryKind::point)) return wkbPoint;
    if (kinds == 1u << int(GeometryKind::line)) return wkbMultiLineString;
    if (kinds == 1u << int(GeometryKind::polygon)) return wkbMultiPolygon;
    return wkbUnknown;
}

std::unique_ptr<OGRGeometry> geometryOf(const FlatShape& shape) {
    const auto fill = [&](OGRSimpleCurve& line, std::size_t part, std::size_t closing) {
        const std::size_t begin = shape.starts[part], n = shape.partEnd(part) - begin;
        line.setNumPoints(int(n + closing), FALSE);
        for (std::size_t i = 0; i < n + closing; ++i) {
            const auto& p = shape.points[begin + i % n];
            line.setPoint(int(i), p.x, p.y);
        }
    };
    switch (shape.kind) {
    case GeometryKind::none: return nullptr;
    case GeometryKind::point: return std::make_unique<OGRPoint>(shape.points[0].x, shape.points[0].y);
    case GeometryKind::line: {
        auto out = std::make_unique<OGRMultiLineString>();
        for (std::size_t part = 0; part < shape.starts.size(); ++part) {
            auto line = std::make_unique<OGRLineString>();
            fill(*line, part, 0);
            out->addGeometryDirectly(line.release());
        }
        return out;
    }
    case GeometryKind::polygon: {
        auto out = std::make_unique<OGRMultiPolygon>();
        for (const auto& [first, end] : polygonsOf(shape)) {
            auto polygon = std::make_unique<OGRPolygon>();
            for (std::size_t part = first; part < end; ++part) {
                auto ring = std::make_unique<OGRLinearRing>();
                fill(*ring, part, 1);
                polygon->addRingDirectly(ring.release());
            }
            out->addGeometryDirectly(polygon.release());
        }
        return out;
    }
    }
    return nullptr;
}

std::string boundsText(const WriterTask& task) {
    RowSource::Bounds b = task.bounds;
    if (b.west > b.east) return {};
    std::vector<geodesy::Ordinates> corners;
    for (int i = 0; i <= 8; ++i) {
        const double x = b.west + (b.east - b.west) * i / 8;
        corners.insert(corners.end(), {{x, b.south}, {x, b.north}});
    }
    geodesy::Projector(task.crs.epsg).forward(corners);
    RowSource::Bounds out;
    for (const auto p : corners) out.extend(p);
    const double margin =
        std::max({out.east - out.west, out.north - out.south, task.crs.geographic ? 1e-4 : 10.0}) / 50;
    char text[160];
    std::snprintf(text, sizeof text, "BOUNDS=%.9f,%.9f,%.9f,%.9f", out.west - margin, out.south - margin,
                  out.east + margin, out.north + margin);
    return text;
}

}  // namespace xiangtu::exchange
