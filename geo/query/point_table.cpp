// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/point_table.h"

#include "base/error.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace xiangtu::query {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \"");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \"\r") - first + 1);
}

/// The n-th value of a line; quotes around values that hold separators are understood.
std::string_view cellAt(std::string_view line, char separator, std::size_t n) {
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0;; ++i) {
        if (i < line.size() && line[i] == '"') quoted = !quoted;
        if (i < line.size() && (quoted || line[i] != separator)) continue;
        if (n == 0) return trimmed(line.substr(begin, i - begin));
        if (i >= line.size()) return {};
        --n;
        begin = i + 1;
    }
}

std::optional<double> numberIn(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool onGlobe(double lon, double lat) { return std::abs(lon) <= 180 && std::abs(lat) <= 90; }  // NaN is not

std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    return out;
}

std::optional<std::size_t> columnOf(const PointColumns& columns, const std::vector<std::string_view>& known) {
    for (std::size_t c = 0; c < columns.names.size(); ++c) {
        if (std::ranges::find(known, lowered(columns.names[c])) != known.end()) return c;
    }
    return std::nullopt;
}

/// The column that is asked for by name or number.
std::optional<std::size_t> columnCalled(const PointColumns& columns, std::string_view name) {
    if (columns.named) {
        if (const auto found = columnOf(columns, {lowered(name)})) return found;
    }
    std::size_t number = 0;
    const bool counted =
        name.starts_with('#') && std::from_chars(name.data() + 1, name.data() + name.size(), number).ec == std::errc();
    if (!counted || number < 1 || number > columns.names.size()) return std::nullopt;
    return number - 1;
}

std::string_view lineOf(std::string_view text) { return text.substr(0, text.find('\n')); }

std::string_view withoutMark(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    return text;
}

}  // namespace

PointColumns pointColumns(std::string_view text) {
    constexpr std::size_t kMost = 200;
    const std::string_view line = lineOf(withoutMark(text));
    PointColumns out;
    if (line.find('\t') != std::string_view::npos)
        out.separator = '\t';
    else if (line.find(',') == std::string_view::npos && line.find(';') != std::string_view::npos)
        out.separator = ';';
    if (trimmed(line).empty()) return out;
    out.named = !numberIn(cellAt(line, out.separator, 0)) || !numberIn(cellAt(line, out.separator, 1));
    bool quoted = false;
    std::size_t count = 1;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (c == out.separator && !quoted) ++count;
    }
    for (std::size_t c = 0; c < std::min(count, kMost); ++c) {
        out.names.push_back(out.named ? std::string(cellAt(line, out.separator, c)) : "#" + std::to_string(c + 1));
    }
    if (out.named) {
        out.lon = columnOf(out, {"lon", "lng", "x", "longitude", "经度", "东经"});
        out.lat = columnOf(out, {"lat", "y", "latitude", "纬度", "北纬"});
    } else {
        out.lon = 0;
        out.lat = 1;
    }
    return out;
}

PointTable readPoints(std::string_view text, std::string_view lonName, std::string_view latName) {
    text = withoutMark(text);
    const PointColumns columns = pointColumns(text);
    const auto chosen = [&](std::string_view name, std::optional<std::size_t> found) -> std::size_t {
        if (!name.empty()) {
            found = columnCalled(columns, name);
            if (!found) {
                throw base::Error(base::Fault::format, "line 1: there is no column \"" + std::string(name) + "\"");
            }
        }
        if (!found) {
            throw base::Error(base::Fault::format,
                              "line 1: no columns lon and lat (or x and y, longitude and latitude, 经度 and 纬度)");
        }
        return *found;
    };
    PointTable out;
    std::size_t lonAt = 0, latAt = 1;
    const char separator = columns.separator;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::string_view line = lineOf(text);
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        ++number;
        if (number == 1) {
            if (trimmed(line).empty()) continue;
            lonAt = chosen(lonName, columns.lon);
            latAt = chosen(latName, columns.lat);
            if (columns.named) continue;
        }
        if (trimmed(line).empty()) continue;
        const auto lon = numberIn(cellAt(line, separator, lonAt)), lat = numberIn(cellAt(line, separator, latAt));
        if (lon && lat && onGlobe(*lat, *lon)) out.turned.push_back(geom::snapToGrid({*lat, *lon}));
        if (!lon || !lat || !onGlobe(*lon, *lat)) {
            out.unread.push_back(number);
            continue;
        }
        out.points.push_back(geom::snapToGrid({*lon, *lat}));
        out.lines.push_back(number);
    }
    return out;
}

}  // namespace xiangtu::query
