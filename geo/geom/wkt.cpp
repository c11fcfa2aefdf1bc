// SPDX-License-Identifier: GPL-3.0-or-later
#include "geom/wkt.h"

#include "base/error.h"
#include "geom/measure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>

namespace xiangtu::geom {

namespace {

constexpr std::size_t kMostPoints = 10'000'000;

void put(std::string& out, double n) {
    char text[32];
    out.append(text, std::to_chars(text, text + sizeof text, n).ptr);
}

void put(std::string& out, GeoPoint p) {
    put(out, p.lon);
    out += ' ';
    put(out, p.lat);
}

template <class List, class Each>
void putList(std::string& out, const List& list, Each&& each) {
    out += '(';
    bool first = true;
    for (const auto& item : list) {
        if (!first) out += ',';
        first = false;
        each(item);
    }
    out += ')';
}

void putRing(std::string& out, GeoRing ring) {
    if (!ring.empty()) ring.push_back(ring.front());
    putList(out, ring, [&](GeoPoint p) { put(out, p); });
}

void putPolygon(std::string& out, const GeoPolygon& polygon) {
    std::vector<GeoRing> rings{polygon.outer};
    rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
    putList(out, rings, [&](const GeoRing& ring) { putRing(out, ring); });
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    GeoShape whole() {
        GeoShape shape = any();
        skipSpace();
        if (m_at < m_text.size()) fail("is not expected here");
        return shape;
    }

private:
    [[noreturn]] void fail(const std::string& reason) const {
        throw base::Error(base::Fault::format, "WKT, character " + std::to_string(m_at + 1) + ": \"" +
                                                   std::string(m_text.substr(m_at, 20)) + "\" " + reason);
    }
    void skipSpace() noexcept {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t')) ++m_at;
    }
    bool take(char c) {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != c) return false;
        ++m_at;
        return true;
    }
    void need(char c) {
        if (!take(c)) fail(std::string("stands where \"") + c + "\" is expected");
    }
    std::string word() {
        skipSpace();
        std::string out;
        const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        for (; m_at < m_text.size() && letter(m_text[m_at]); ++m_at) out += char(m_text[m_at] & ~0x20);
        return out;
    }
    double number() {
        skipSpace();
        double n = 0;
        const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), n);
        if (error != std::errc() || !std::isfinite(n)) fail("is not a number");
        m_at = std::size_t(end - m_text.data());
        return n;
    }
    GeoPoint point() {
        if (++m_points > kMostPoints) fail("has too many points before it");
        const double lon = number();
        return {lon, number()};
    }
    template <class Item, class Each>
    std::vector<Item> list(Each&& each) {
        need('(');
        std::vector<Item> items;
        do items.push_back(each());
        while (take(','));
        need(')');
        return items;
    }
    GeoLine line() {
        return list<GeoPoint>([&] { return point(); });
    }
    GeoPolygon polygon() {
        std::vector<GeoRing> rings = list<GeoRing>([&] { return ring(); });
        GeoPolygon out;
        out.outer = std::move(rings.front());
        out.holes.assign(std::move_iterator(rings.begin() + 1), std::move_iterator(rings.end()));
        return out;
    }
    GeoMultiPolygon turned(GeoMultiPolygon shape) {
        orient(shape);
        return shape;
    }
    GeoRing ring() {
        GeoRing points = line();
        if (points.size() < 2 || points.front() != points.back()) fail("follows a ring that is not closed");
        points.pop_back();
        return points;
    }
    GeoShape any() {
        const std::string kind = word();
        if (kind.empty() && m_at >= m_text.size()) return {};
        if (kind == "POINT") {
            need('(');
            const GeoPoint p = point();
            need(')');
            return p;
        }
        if (kind == "LINESTRING") return GeoMultiLine{line()};
        if (kind == "MULTILINESTRING") return list<GeoLine>([&] { return line(); });
        if (kind == "POLYGON") return turned({polygon()});
        if (kind == "MULTIPOLYGON") return turned(list<GeoPolygon>([&] { return polygon(); }));
        fail("follows \"" + kind + "\", which is not POINT, LINESTRING, POLYGON or a MULTI of them");
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_points = 0;
};

}  // namespace

std::string wkt(const GeoShape& shape) {
    std::string out;
    if (const auto* point = std::get_if<GeoPoint>(&shape)) {
        out = "POINT(";
        put(out, *point);
        out += ')';
    } else if (const auto* lines = std::get_if<GeoMultiLine>(&shape)) {
        out = "MULTILINESTRING";
        putList(out, *lines, [&](const GeoLine& line) { putList(out, line, [&](GeoPoint p) { put(out, p); }); });
    } else if (const auto* parts = std::get_if<GeoMultiPolygon>(&shape)) {
        out = "MULTIPOLYGON";
        putList(out, *parts, [&](const GeoPolygon& polygon) { putPolygon(out, polygon); });
    }
    return out;
}

GeoShape shapeFromWkt(std::string_view text) { return Reader(text).whole(); }

}  // namespace xiangtu::geom
