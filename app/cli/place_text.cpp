// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/place_text.h"

#include "app/cli/output.h"
#include "base/error.h"
#include "geom/wkt.h"

#include <charconv>
#include <string_view>

namespace xiangtu::cli {

namespace {

[[noreturn]] void unreadable(const std::string& text, const std::string& wanted) {
    throw base::Error(base::Fault::usage, "\"" + text + "\" is not " + wanted);
}

/// The numbers of a text with blanks, commas or semicolons between them.
std::vector<double> numbersOf(const std::string& text, const std::string& wanted) {
    std::vector<double> out;
    const char *at = text.data(), *end = at + text.size();
    while (at < end) {
        if (std::string_view(" ,;\t").find(*at) != std::string_view::npos) {
            ++at;
            continue;
        }
        double n = 0;
        const auto [next, error] = std::from_chars(at, end, n);
        if (error != std::errc()) unreadable(text, wanted);
        out.push_back(n);
        at = next;
    }
    return out;
}

}  // namespace

geom::GeoPoint placeOf(const std::string& text) {
    const auto n = numbersOf(text, "a place like \"109.6 27.95\"");
    if (n.size() != 2) unreadable(text, "a place like \"109.6 27.95\"");
    return {n[0], n[1]};
}

geom::GeoLine lineOf(const std::string& text) {
    if (text.find('(') != std::string::npos) {
        const geom::GeoShape shape = geom::shapeFromWkt(text);
        const auto* lines = std::get_if<geom::GeoMultiLine>(&shape);
        if (!lines || lines->size() != 1) unreadable(text, "one line");
        return lines->front();
    }
    const std::string wanted = "a line like \"109.6 27.95, 109.61 27.96\"";
    const auto n = numbersOf(text, wanted);
    if (n.size() < 4 || n.size() % 2 != 0) unreadable(text, wanted);
    geom::GeoLine line;
    for (std::size_t i = 0; i < n.size(); i += 2) line.push_back({n[i], n[i + 1]});
    return line;
}

model::Code codeOf(const std::string& text) {
    const auto code = model::Code::parse(text);
    if (!code) unreadable(text, "a unit code");
    return *code;
}

borders::UnitName unitNamed(const model::Snapshot& snapshot, const std::string& code, const std::string& level) {
    const model::Code parsed = codeOf(code);
    if (!level.empty()) {
        const auto named = model::parseLevel(level);
        if (!named) unreadable(level, "a level (county, township, village, natural_village, grid)");
        return {*named, parsed};
    }
    const model::UnitRef ref = snapshot.findUnit(parsed);
    if (!ref.valid()) {
        refuse({edit::RefusalReason::unknownUnit, "there is no unit with code " + code, {parsed}, {}});
    }
    return {ref.level, parsed};
}

}  // namespace xiangtu::cli
