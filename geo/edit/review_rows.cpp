// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/review_rows.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace xiangtu::edit {

namespace {

using What = Resettled::What;

constexpr std::array<std::pair<What, std::string_view>, 4> kNames{{{What::record, "record"},
                                                                   {What::organisation, "organisation"},
                                                                   {What::unitClass, "class"},
                                                                   {What::households, "households"}}};

std::string textAt(const model::Fields& row, std::string_view name) {
    const auto* text = std::get_if<std::string>(&model::field(row, name));
    return text ? *text : std::string();
}

std::int64_t numberAt(const model::Fields& row, std::string_view name) {
    const auto* number = std::get_if<std::int64_t>(&model::field(row, name));
    return number ? *number : 0;
}

std::optional<double> degreesAt(const model::Fields& row, std::string_view name) {
    const model::Value& value = model::field(row, name);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return double(*whole);
    return std::nullopt;
}

}  // namespace

void addReview(ChangeSet& set, const std::vector<Resettled>& review) {
    std::int64_t id = 0;
    for (const Resettled& each : review) {
        const auto name = std::ranges::find(kNames, each.what, &std::pair<What, std::string_view>::first);
        const auto degrees = [&](double geom::GeoPoint::*part) {
            return each.place ? model::Value((*each.place).*part) : model::Value();
        };
        set.changes.push_back({std::string(kReviewTable), ++id, std::nullopt,
                               model::Fields{{"what", std::string(name->second)},
                                             {"register", each.registerId},
                                             {"row", each.id},
                                             {"title", each.title},
                                             {"level", std::string(model::levelName(each.level))},
                                             {"from", each.from.text()},
                                             {"to", each.to.text()},
                                             {"lon", degrees(&geom::GeoPoint::lon)},
                                             {"lat", degrees(&geom::GeoPoint::lat)},
                                             {"certain", std::int64_t(each.certain ? 1 : 0)}}});
    }
}

std::vector<Resettled> reviewOf(const ChangeSet& set) {
    std::vector<Resettled> review;
    for (const Change& change : set.changes) {
        if (change.table != kReviewTable || (!change.after && !change.before)) continue;
        const model::Fields& row = change.after ? *change.after : *change.before;
        const auto name = std::ranges::find(kNames, textAt(row, "what"), &std::pair<What, std::string_view>::second);
        const auto level = model::parseLevel(textAt(row, "level"));
        if (name == kNames.end() || !level) continue;
        Resettled each;
        each.what = name->first;
        each.registerId = textAt(row, "register");
        each.id = numberAt(row, "row");
        each.title = textAt(row, "title");
        each.level = *level;
        each.from = model::Code::parse(textAt(row, "from")).value_or(model::Code());
        each.to = model::Code::parse(textAt(row, "to")).value_or(model::Code());
        const auto lon = degreesAt(row, "lon"), lat = degreesAt(row, "lat");
        if (lon && lat) each.place = geom::GeoPoint{*lon, *lat};
        each.certain = numberAt(row, "certain") != 0;
        review.push_back(std::move(each));
    }
    return review;
}

}  // namespace xiangtu::edit
