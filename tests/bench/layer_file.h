// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon_set.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <span>
#include <vector>

// Layers as flat arrays of numbers, little endian, for peers that know none of the program's formats. Polygons: the
// counts of features, rings and corners; where the rings of each feature begin, and behind them the end; the same of the
// corners of each ring; longitude and latitude of each corner, rings closed, outer ones counter-clockwise.
namespace xiangtu::bench {

struct LayerArrays {
    std::vector<std::uint64_t> rings{0}, corners{0};
    std::vector<geom::GeoPoint> points;

    template <class Ring, class ToDegrees>
    void ring(const Ring& ring, const ToDegrees& toDegrees) {
        for (const auto p : ring) points.push_back(toDegrees(p));
        if (!ring.empty()) points.push_back(toDegrees(ring.front()));
        corners.push_back(points.size());
    }
    void endFeature() { rings.push_back(corners.size() - 1); }
};

template <class T>
void put(std::ofstream& out, std::span<const T> numbers) {
    out.write(reinterpret_cast<const char*>(numbers.data()), std::streamsize(numbers.size_bytes()));
}

inline void write(const std::filesystem::path& path, const LayerArrays& layer) {
    std::ofstream out(path, std::ios::binary);
    const std::uint64_t head[] = {layer.rings.size() - 1, layer.corners.size() - 1, layer.points.size()};
    put(out, std::span<const std::uint64_t>(head));
    put(out, std::span<const std::uint64_t>(layer.rings));
    put(out, std::span<const std::uint64_t>(layer.corners));
    put(out, std::span<const geom::GeoPoint>(layer.points));
}

inline void writeLayer(const std::filesystem::path& path, const geom::PolygonSet& shapes) {
    LayerArrays layer;
    for (std::size_t f = 0; f < shapes.size(); ++f) {
        for (std::size_t r = shapes.firstRing(f); r < shapes.firstRing(f + 1); ++r) {
            layer.ring(shapes.ring(r), [](geom::GridPoint p) { return geom::toGeo(p); });
        }
        layer.endFeature();
    }
    write(path, layer);
}

inline void writeLayer(const std::filesystem::path& path, const std::vector<geom::GeoMultiPolygon>& shapes) {
    LayerArrays layer;
    const auto asItIs = [](geom::GeoPoint p) { return p; };
    for (const geom::GeoMultiPolygon& shape : shapes) {
        for (const geom::GeoPolygon& part : shape) {
            layer.ring(part.outer, asItIs);
            for (const geom::GeoRing& hole : part.holes) layer.ring(hole, asItIs);
        }
        layer.endFeature();
    }
    write(path, layer);
}

/// A count and so many 32-bit numbers.
inline void writeNumbers(const std::filesystem::path& path, const std::vector<std::uint32_t>& numbers) {
    std::ofstream out(path, std::ios::binary);
    const std::uint64_t count = numbers.size();
    put(out, std::span<const std::uint64_t>(&count, 1));
    put(out, std::span<const std::uint32_t>(numbers));
}

/// A count and so many longitudes and latitudes.
inline void writePoints(const std::filesystem::path& path, const std::vector<geom::GridPoint>& points) {
    std::ofstream out(path, std::ios::binary);
    const std::uint64_t count = points.size();
    put(out, std::span<const std::uint64_t>(&count, 1));
    std::vector<geom::GeoPoint> degrees;
    for (const geom::GridPoint p : points) degrees.push_back(geom::toGeo(p));
    put(out, std::span<const geom::GeoPoint>(degrees));
}

/// Lines of text.
inline void writePlaces(const std::filesystem::path& path, const std::vector<geom::GridPoint>& points) {
    std::ofstream out(path);
    out << std::fixed << std::setprecision(7);
    for (const geom::GridPoint p : points) out << geom::toGeo(p).lon << ' ' << geom::toGeo(p).lat << '\n';
}

inline void writeWindows(const std::filesystem::path& path, const std::vector<geom::GridBox>& windows) {
    std::ofstream out(path);
    out << std::fixed << std::setprecision(7);
    for (const geom::GridBox& box : windows) {
        const geom::GeoPoint low = geom::toGeo(box.min), high = geom::toGeo(box.max);
        out << low.lon << ' ' << low.lat << ' ' << high.lon << ' ' << high.lat << '\n';
    }
}

}  // namespace xiangtu::bench
