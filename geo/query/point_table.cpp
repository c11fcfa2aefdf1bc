// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/point_table.h"

#include "base/error.h"

#include <algorithm>
#include <array>
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

std::optional<std::size_t> columnOf(std::string_view header, char separator, std::array<std::string_view, 4> names) {
    for (std::size_t c = 0; c < 200; ++c) {
        std::string cell(cellAt(header, separator, c));
        std::ranges::transform(cell, cell.begin(), [](char ch) { return ch >= 'A' && ch <= 'Z' ? char(ch + 32) : ch; });
        if (std::ranges::find(names, std::string_view(cell)) != names.end()) return c;
    }
    return std::nullopt;
}

}  // namespace

PointTable readPoints(std::string_view text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    PointTable out;
    std::size_t lonAt = 0, latAt = 1;
    char separator = ',';
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        ++number;
        if (trimmed(line).empty()) continue;
        if (number == 1) {
            if (line.find('\t') != std::string_view::npos)
                separator = '\t';
            else if (line.find(',') == std::string_view::npos && line.find(';') != std::string_view::npos)
                separator = ';';
            if (!numberIn(cellAt(line, separator, 0)) || !numberIn(cellAt(line, separator, 1))) {
                const auto lon = columnOf(line, separator, {"lon", "x", "longitude", "经度"});
                const auto lat = columnOf(line, separator, {"lat", "y", "latitude", "纬度"});
                if (!lon || !lat) {
                    throw base::Error(
                        base::Fault::format,
                        "line 1: no columns lon and lat (or x and y, longitude and latitude, 经度 and 纬度)");
                }
                lonAt = *lon;
                latAt = *lat;
                continue;
            }
        }
        const auto lon = numberIn(cellAt(line, separator, lonAt)), lat = numberIn(cellAt(line, separator, latAt));
        if (!lon || !lat || !(std::abs(*lon) <= 180) || !(std::abs(*lat) <= 90)) {
            out.unread.push_back(number);
            continue;
        }
        out.points.push_back(geom::snapToGrid({*lon, *lat}));
        out.lines.push_back(number);
    }
    return out;
}

}  // namespace xiangtu::query
