// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/unit_place.h"

#include "app/query/selection.h"
#include "base/error.h"
#include "base/parallel.h"
#include "geodesy/area.h"
#include "geom/contains.h"
#include "query/passage.h"
#include "query/places.h"
#include "query/units_near.h"

#include <charconv>
#include <cmath>

namespace xiangtu::app {

namespace {

constexpr double kWholePerCent = 99.9999;  // of a unit: the rest is rounding

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw base::Error(base::Fault::usage, std::string(kSelect) + ": " + name + " " + why);
}

enum class How { middle, touch, whole, beyond };

struct Place {
    const query::Ground& ground;
    model::Level level;
    How how;
    const base::Progress& progress;

    [[nodiscard]] const geom::PolygonSet& shapes() const { return ground.table(level).shapes; }
    [[nodiscard]] std::size_t size() const { return ground.table(level).units.size(); }

    /// Rows for which `holds` does, on all cores.
    template <class Holds>
    [[nodiscard]] Rows each(const Holds& holds) const {
        Rows rows(size(), 0);
        base::parallelFor(rows.size(), 64, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end && !progress.cancelled(); ++i) rows[i] = holds(i) ? 1 : 0;
        });
        progress.check();
        return rows;
    }
    enum class Corners { any, all };
    /// Whether any corner, or all corners, of a unit lie within so many metres of what is in `around`.
    [[nodiscard]] bool near(std::size_t row, const query::Places& around, double metres, Corners corners) const {
        if (!shapes().hasShape(row)) return false;
        for (const auto& part : shapes().feature(row)) {
            for (const geom::GridPoint corner : part.outer) {
                const bool within = around.anyWithin(geom::toGeo(corner), metres);
                if (within != (corners == Corners::all)) return within;
            }
        }
        return corners == Corners::all;
    }
};

Rows turned(Rows rows, const geom::PolygonSet& shapes) {
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = rows[i] == 0 && shapes.hasShape(i) ? 1 : 0;
    return rows;
}

Rows inRing(const Place& place, const std::string& ring) {
    const geom::GeoLine corners = placesOf(ring);
    // The core judges the ring, and says which units have land in it.
    const query::Answer answer =
        query::ask(place.ground, {"inside", {{"area", ring}, {"level", std::string(model::levelName(place.level))}}},
                   query::Shapes::none, place.progress);
    const auto& columns = answer.table.columns;
    const auto share =
        std::size_t(std::ranges::find(columns, "share", &indicators::Table::Column::key) - columns.begin());
    const auto& seats = place.ground.seats(place.level);
    const geom::GeoMultiPolygon area{{corners, {}}};
    Rows rows(place.size(), 0);
    for (const auto& row : answer.table.rows) {
        const std::uint32_t at = row.unit.row;
        bool in = true;
        if (place.how == How::middle) in = seats[at] && geom::contains(area, geom::toGeo(*seats[at]));
        if (place.how == How::whole) in = model::numberOf(row.cells[share]).value_or(0) > kWholePerCent;
        rows[at] = in ? 1 : 0;
    }
    return place.how == How::beyond ? turned(std::move(rows), place.shapes()) : rows;
}

/// Units that meet what lies within so many metres of a line of one or more points. The shortest way between two
/// courses that do not meet begins or ends at a corner of one of them.
Rows meeting(const Place& place, const geom::GeoLine& line, const query::Places& around, double metres) {
    const auto& tree = place.ground.units().tree(place.level);
    Rows rows = place.each([&](std::size_t row) { return place.near(row, around, metres, Place::Corners::any); });
    for (const geom::GeoPoint corner : line) {
        for (const std::uint32_t row : query::unitsNear(place.shapes(), tree, corner, metres)) rows[row] = 1;
    }
    if (line.size() > 1) {
        for (const query::Passage& passage : query::passagesOf(line, place.shapes(), tree)) rows[passage.unit] = 1;
    }
    return rows;
}

Rows nearLine(const Place& place, const geom::GeoLine& line, const std::string& metresText) {
    double metres = 0;
    const char *begin = metresText.data(), *end = begin + metresText.size();
    const auto [rest, error] = std::from_chars(begin, end, metres);
    if (error != std::errc() || rest != end || !std::isfinite(metres)) {
        refuse("metres", "\"" + metresText + "\" is not a number");
    }
    // A county is no larger; what is meant for metres may have been typed as a coordinate.
    constexpr double kMost = 1e6;
    if (!(metres > 0) || metres > kMost) refuse("metres", metresText + " is out of range (0.001 to 1000000)");
    geom::GeoShape shape = line.front();
    if (line.size() > 1) shape = geom::GeoMultiLine{line};
    const query::Places around({shape});
    const auto& seats = place.ground.seats(place.level);
    switch (place.how) {
    case How::middle:
        return place.each([&](std::size_t i) { return seats[i] && around.anyWithin(geom::toGeo(*seats[i]), metres); });
    case How::whole:
        return place.each([&](std::size_t i) { return place.near(i, around, metres, Place::Corners::all); });
    case How::touch: return meeting(place, line, around, metres);
    default: return turned(meeting(place, line, around, metres), place.shapes());
    }
}

How howOf(const query::Question& question) {
    const std::string how = parameter(question, "how");
    if (how.empty() || how == "middle") return How::middle;
    if (how == "touch") return How::touch;
    if (how == "whole") return How::whole;
    if (how == "beyond") return How::beyond;
    refuse("how", "\"" + how + "\" is not known");
}

}  // namespace

std::string parameter(const query::Question& question, const char* name) {
    const auto found = question.params.find(name);
    return found == question.params.end() ? std::string() : found->second;
}

geom::GeoLine placesOf(const std::string& text) {
    std::vector<double> numbers;
    const char *at = text.data(), *end = at + text.size();
    while (at < end) {
        if (*at == ' ' || *at == ',') {
            ++at;
            continue;
        }
        double value = 0;
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc()) refuse("area", "\"" + text + "\" is not a list of numbers like \"109.6 27.95, …\"");
        numbers.push_back(value);
        at = next;
    }
    if (numbers.size() % 2 != 0 || numbers.empty()) refuse("area", "has an odd number of coordinates");
    geom::GeoLine line;
    for (std::size_t i = 0; i < numbers.size(); i += 2) {
        if (!(std::abs(numbers[i]) <= 180 && std::abs(numbers[i + 1]) <= 90)) {
            refuse("area", "\"" + text + "\" is not on the globe");
        }
        line.push_back({numbers[i], numbers[i + 1]});
    }
    return line;
}

std::string textOf(const geom::GeoLine& places) {
    std::string text;
    for (const geom::GeoPoint p : places) {
        char one[64];
        std::snprintf(one, sizeof one, "%s%.7f %.7f", text.empty() ? "" : ", ", p.lon, p.lat);
        text += one;
    }
    return text;
}

Rows unitsInPlace(const query::Ground& ground, model::Level level, const query::Question& question,
                  const base::Progress& progress) {
    const Place place{ground, level, howOf(question), progress};
    const std::string within = parameter(question, "within");
    Rows rows(place.size(), 1);
    if (!within.empty()) {
        const model::Snapshot& snapshot = ground.snapshot();
        const auto code = model::Code::parse(within);
        const model::UnitRef unit = code ? snapshot.findUnit(*code) : model::UnitRef();
        if (!unit.valid()) refuse("within", "there is no unit with code \"" + within + "\"");
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            rows[i] = snapshot.ancestor({level, i}, unit.level) == unit ? 1 : 0;
        }
    }
    Rows there;
    if (const std::string ring = parameter(question, "area"); !ring.empty())
        there = inRing(place, ring);
    else if (const std::string at = parameter(question, "at"); !at.empty())
        there = nearLine(place, {placesOf(at).front()}, parameter(question, "metres"));
    else if (const std::string line = parameter(question, "line"); !line.empty())
        there = nearLine(place, placesOf(line), parameter(question, "metres"));
    for (std::size_t i = 0; i < there.size(); ++i) rows[i] = rows[i] != 0 && there[i] != 0 ? 1 : 0;
    return rows;
}

}  // namespace xiangtu::app
