// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plain.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::bench {

namespace {

struct Vertex {
    float x, y;
};

void blendedLine(Vertex a, Vertex b, int width, int firstRow, int endRow, std::uint32_t* pixels) {
    const float dx = b.x - a.x, dy = b.y - a.y;
    const int steps = int(std::max(std::fabs(dx), std::fabs(dy))) + 1;
    const bool steep = std::fabs(dy) > std::fabs(dx);
    for (int j = 0; j < steps; ++j) {  // one step along the longer axis, two pixels a step
        const float x = a.x + dx * float(j) / float(steps), y = a.y + dy * float(j) / float(steps);
        const float fraction = steep ? x - std::floor(x) : y - std::floor(y);
        for (int o = 0; o < 2; ++o) {
            const int px = int(std::floor(x)) + (steep ? o : 0), py = int(std::floor(y)) + (steep ? 0 : o);
            if (px < 0 || px >= width || py < firstRow || py >= endRow) continue;
            const auto k = std::uint32_t(255 * (o ? fraction : 1 - fraction));
            std::uint32_t& d = pixels[std::size_t(py) * std::size_t(width) + std::size_t(px)];
            const std::uint32_t rb = (((d & 0xff00ff) * (256 - k) + 0x440044 * k) >> 8) & 0xff00ff;
            const std::uint32_t g = (((d & 0xff00) * (256 - k) + 0x4400 * k) >> 8) & 0xff00;
            d = 0xff000000u | rb | g;
        }
    }
}

}  // namespace

Flat::Flat(const geom::PolygonSet& shapes) {
    for (std::size_t f = 0; f < shapes.size(); ++f) {
        for (std::size_t r = shapes.firstRing(f); r < shapes.firstRing(f + 1); ++r) {
            const auto ring = shapes.ring(r);
            for (const geom::GridPoint p : ring) points.push_back({p.x / 1e7, p.y / 1e7});
            points.push_back({ring[0].x / 1e7, ring[0].y / 1e7});
        }
        start.push_back(std::uint32_t(points.size()));
    }
}

std::vector<Window> boxesOf(const Flat& flat) {
    std::vector<Window> boxes;
    for (std::size_t f = 0; f < flat.size(); ++f) {
        Window b{1e300, 1e300, -1e300, -1e300};
        for (std::uint32_t i = flat.start[f]; i < flat.start[f + 1]; ++i) {
            const Flat::Point p = flat.points[i];
            b = {std::min(b.x0, p.x), std::min(b.y0, p.y), std::max(b.x1, p.x), std::max(b.y1, p.y)};
        }
        boxes.push_back(b);
    }
    return boxes;
}

void drawPlain(const Flat& flat, std::span<const Window> boxes, std::span<const std::uint32_t> colours, const Window& w,
               int widthPx, int heightPx, int firstRow, int endRow, std::uint32_t* pixels) {
    const double sx = widthPx / (w.x1 - w.x0), sy = heightPx / (w.y1 - w.y0);
    std::fill(pixels + std::size_t(firstRow) * std::size_t(widthPx),
              pixels + std::size_t(endRow) * std::size_t(widthPx), 0xffffffffu);
    const double north = w.y1 - firstRow / sy, south = w.y1 - endRow / sy;
    std::vector<Vertex> v;
    float crossings[256];
    for (std::size_t f = 0; f < flat.size(); ++f) {
        const Window& c = boxes[f];
        if (c.x1 < w.x0 || c.x0 > w.x1 || c.y1 < south || c.y0 > north) continue;
        v.clear();
        Vertex last{-1e9f, -1e9f};
        float top = 1e9f, bottom = -1e9f;
        for (std::uint32_t i = flat.start[f]; i < flat.start[f + 1]; ++i) {
            const Flat::Point p = flat.points[i];
            const Vertex a{float((p.x - w.x0) * sx), float((w.y1 - p.y) * sy)};
            if (std::fabs(a.x - last.x) + std::fabs(a.y - last.y) < 0.7f && i + 1 < flat.start[f + 1]) continue;
            v.push_back(a);
            last = a;
            top = std::min(top, a.y);
            bottom = std::max(bottom, a.y);
        }
        const int y0 = std::max(firstRow, int(std::ceil(top - 0.5f)));
        const int y1 = std::min(endRow - 1, int(std::floor(bottom - 0.5f)));
        for (int y = y0; y <= y1; ++y) {
            const float centre = float(y) + 0.5f;
            int n = 0;
            for (std::size_t i = 0; i + 1 < v.size(); ++i) {
                if ((v[i].y > centre) != (v[i + 1].y > centre) && n < 256) {
                    crossings[n++] = v[i].x + (centre - v[i].y) * (v[i + 1].x - v[i].x) / (v[i + 1].y - v[i].y);
                }
            }
            std::sort(crossings, crossings + n);
            std::uint32_t* row = pixels + std::size_t(y) * std::size_t(widthPx);
            for (int i = 0; i + 1 < n; i += 2) {
                const int x0 = std::max(0, int(std::ceil(crossings[i] - 0.5f)));
                const int x1 = std::min(widthPx - 1, int(std::floor(crossings[i + 1] - 0.5f)));
                for (int x = x0; x <= x1; ++x) row[x] = colours[f];
            }
        }
        for (std::size_t i = 0; i + 1 < v.size(); ++i) blendedLine(v[i], v[i + 1], widthPx, firstRow, endRow, pixels);
    }
}

}  // namespace xiangtu::bench
