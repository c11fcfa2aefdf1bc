// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/change_set.h"

#include "base/error.h"
#include "base/json.h"
#include "base/overloaded.h"

#include <algorithm>
#include <utility>

namespace xiangtu::edit {

namespace {

using base::Json;
using base::JsonCursor;

Json valueToJson(const model::Value& value) {
    return std::visit(
        base::Overloaded{[](std::monostate) { return Json(nullptr); }, [](const auto& v) { return Json(v); }}, value);
}

model::Value valueFromJson(const JsonCursor& json) {
    const Json& node = json.node();
    if (node.is_null()) return {};
    if (node.is_number_integer()) return json.integer();
    if (node.is_number()) return json.number();
    if (node.is_string()) return json.text();
    json.fail("must be null, a number or text");
}

// An array of pairs, not an object: the order of the columns is kept.
Json rowToJson(const std::optional<model::Fields>& row) {
    if (!row) return nullptr;
    Json out = Json::array();
    for (const auto& [name, value] : *row) out.push_back(Json::array({name, valueToJson(value)}));
    return out;
}

std::optional<model::Fields> rowFromJson(const JsonCursor& json) {
    if (json.node().is_null()) return std::nullopt;
    if (!json.node().is_array()) json.fail("must be null or a list of columns");
    model::Fields row;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const JsonCursor pair = json.at(i);
        if (!pair.node().is_array() || pair.size() != 2) pair.fail("must be a pair of column and value");
        row.emplace_back(pair.at(std::size_t(0)).text(), valueFromJson(pair.at(1)));
    }
    return row;
}

}  // namespace

ChangeSet invert(const ChangeSet& set) {
    ChangeSet inverse = set;
    std::ranges::reverse(inverse.changes);
    for (Change& change : inverse.changes) std::swap(change.before, change.after);
    return inverse;
}

base::Json toJson(const std::vector<Change>& changes) {
    Json out = Json::array();
    for (const Change& c : changes) {
        out.push_back(
            {{"table", c.table}, {"id", c.id}, {"before", rowToJson(c.before)}, {"after", rowToJson(c.after)}});
    }
    return out;
}

std::vector<Change> changesFromJson(const base::Json& json, const std::string& origin) {
    const JsonCursor list(json, origin);
    if (!json.is_array()) list.fail("must be a list of changes");
    std::vector<Change> changes;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const JsonCursor item = list.at(i);
        changes.push_back({item.at("table").text(), item.at("id").integer(), rowFromJson(item.at("before")),
                           rowFromJson(item.at("after"))});
        if (!changes.back().before && !changes.back().after) item.fail("needs a row before or after");
    }
    return changes;
}

}  // namespace xiangtu::edit
