// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/command_json.h"

#include "base/error.h"
#include "base/json.h"
#include "base/overloaded.h"
#include "geom/wkt.h"

#include <array>
#include <string_view>

namespace xiangtu::edit {

namespace {

using base::Json;
using base::JsonCursor;

constexpr std::array<std::string_view, 10> kKinds{"move_vertex",    "insert_vertex", "delete_vertex", "split",
                                                  "merge",          "give_piece",    "give_area",     "reshape",
                                                  "snap_to_parent", "restore_land"};

Json pointJson(geom::GeoPoint p) { return Json::array({p.lon, p.lat}); }

Json lineJson(const std::vector<geom::GeoPoint>& line) {
    Json out = Json::array();
    for (const geom::GeoPoint p : line) out.push_back(pointJson(p));
    return out;
}

geom::GeoPoint pointFrom(const JsonCursor& json) {
    if (!json.node().is_array() || json.size() != 2) json.fail("must be a pair of degrees");
    return {json.at(std::size_t(0)).number(), json.at(1).number()};
}

std::vector<geom::GeoPoint> lineFrom(const JsonCursor& json) {
    if (!json.node().is_array()) json.fail("must be a list of places");
    std::vector<geom::GeoPoint> line;
    for (std::size_t i = 0; i < json.size(); ++i) line.push_back(pointFrom(json.at(i)));
    return line;
}

model::Code codeFrom(const JsonCursor& json) {
    const auto code = model::Code::parse(json.text());
    if (!code) json.fail("must be a unit code");
    return *code;
}

model::Level levelFrom(const JsonCursor& json) {
    const auto level = model::parseLevel(json.text());
    if (!level) json.fail("must be a level");
    return *level;
}

Json nameJson(const borders::UnitName& name) {
    return {{"level", model::levelName(name.level)}, {"code", name.code.text()}};
}

borders::UnitName nameFrom(const JsonCursor& json) { return {levelFrom(json.at("level")), codeFrom(json.at("code"))}; }

Json restoreJson(const borders::RestoreLand& o) {
    Json others = Json::array(), takers = Json::array();
    for (const auto& other : o.others)
        others.push_back({{"unit", other.unit.text()}, {"shape", geom::wkt(other.shape)}});
    for (const model::Code code : o.takers) takers.push_back(code.text());
    return {{"unit", nameJson(o.unit)},
            {"shape", geom::wkt(o.shape)},
            {"others", std::move(others)},
            {"takers", std::move(takers)}};
}

geom::GeoMultiPolygon polygonsFrom(const JsonCursor& json) {
    auto shape = geom::shapeFromWkt(json.text());
    auto* polygons = std::get_if<geom::GeoMultiPolygon>(&shape);
    if (!polygons) json.fail("must be polygons");
    return std::move(*polygons);
}

borders::RestoreLand restoreFrom(const JsonCursor& json) {
    borders::RestoreLand out{nameFrom(json.at("unit")), polygonsFrom(json.at("shape")), {}, {}};
    const JsonCursor others = json.at("others"), takers = json.at("takers");
    for (std::size_t i = 0; i < others.size(); ++i)
        out.others.push_back({codeFrom(others.at(i).at("unit")), polygonsFrom(others.at(i).at("shape"))});
    for (std::size_t i = 0; i < takers.size(); ++i) out.takers.push_back(codeFrom(takers.at(i)));
    return out;
}

Json operationJson(const borders::Operation& operation) {
    Json json =
        std::visit(base::Overloaded{[](const borders::MoveVertex& o) {
                                        return Json{{"from", pointJson(o.from)}, {"to", pointJson(o.to)}};
                                    },
                                    [](const borders::InsertVertex& o) {
                                        return Json{{"at", pointJson(o.at)}, {"to", pointJson(o.to)}};
                                    },
                                    [](const borders::DeleteVertex& o) {
                                        return Json{{"at", pointJson(o.at)}};
                                    },
                                    [](const borders::Split& o) {
                                        return Json{{"unit", nameJson(o.unit)}, {"line", lineJson(o.line)}};
                                    },
                                    [](const borders::Merge& o) {
                                        Json units = Json::array();
                                        for (const model::Code code : o.units) units.push_back(code.text());
                                        Json out{{"level", model::levelName(o.level)}, {"units", std::move(units)}};
                                        if (o.into) out["into"] = o.into->text();
                                        return out;
                                    },
                                    [](const borders::GivePiece& o) {
                                        Json out{{"level", model::levelName(o.level)},
                                                 {"from", o.from.text()},
                                                 {"to", o.to.text()},
                                                 {"line", lineJson(o.line)}};
                                        if (o.piece) out["piece"] = pointJson(*o.piece);
                                        return out;
                                    },
                                    [](const borders::GiveArea& o) {
                                        return Json{{"level", model::levelName(o.level)},
                                                    {"from", o.from.text()},
                                                    {"to", o.to.text()},
                                                    {"area", lineJson(o.area)}};
                                    },
                                    [](const borders::Reshape& o) {
                                        Json out{{"unit", nameJson(o.unit)}, {"line", lineJson(o.line)}};
                                        if (o.neighbour) out["neighbour"] = o.neighbour->text();
                                        return out;
                                    },
                                    [](const borders::SnapToParent& o) {
                                        return Json{{"unit", nameJson(o.parent)}, {"tolerance", o.tolerance}};
                                    },
                                    [](const borders::RestoreLand& o) { return restoreJson(o); }},
                   operation);
    json["kind"] = kKinds[operation.index()];
    return json;
}

borders::Operation operationFrom(const JsonCursor& json) {
    const std::string kind = json.at("kind").text();
    const auto code = [&](const char* key) { return codeFrom(json.at(key)); };
    const auto point = [&](const char* key) { return pointFrom(json.at(key)); };
    const auto line = [&](const char* key) { return lineFrom(json.at(key)); };
    if (kind == "move_vertex") return borders::MoveVertex{point("from"), point("to")};
    if (kind == "insert_vertex") return borders::InsertVertex{point("at"), point("to")};
    if (kind == "delete_vertex") return borders::DeleteVertex{point("at")};
    if (kind == "split") return borders::Split{nameFrom(json.at("unit")), line("line")};
    if (kind == "merge") {
        borders::Merge merge{levelFrom(json.at("level")), {}, {}};
        const JsonCursor units = json.at("units");
        for (std::size_t i = 0; i < units.size(); ++i) merge.units.push_back(codeFrom(units.at(i)));
        if (json.node().contains("into")) merge.into = code("into");
        return merge;
    }
    if (kind == "give_piece") {
        borders::GivePiece give{levelFrom(json.at("level")), code("from"), code("to"), line("line"), {}};
        if (json.node().contains("piece")) give.piece = point("piece");
        return give;
    }
    if (kind == "give_area")
        return borders::GiveArea{levelFrom(json.at("level")), code("from"), code("to"), line("area")};
    if (kind == "reshape") {
        borders::Reshape reshape{nameFrom(json.at("unit")), line("line"), {}};
        if (json.node().contains("neighbour")) reshape.neighbour = code("neighbour");
        return reshape;
    }
    if (kind == "snap_to_parent")
        return borders::SnapToParent{nameFrom(json.at("unit")), json.at("tolerance").number()};
    if (kind == "restore_land") return restoreFrom(json);
    json.at("kind").fail("is not a border edit");
}

Json optionsJson(const borders::Options& o) {
    return {{"children", int(o.children)}, {"parents", int(o.parents)}, {"parts", int(o.parts)},
            {"outer", int(o.outer)},       {"codes", int(o.codes)},     {"reach", o.reach},
            {"area", o.smallestArea},      {"width", o.smallestWidth}};
}

template <class Policy>
Policy policyFrom(const JsonCursor& json) {
    const auto n = json.integer();
    if (n != 0 && n != 1) json.fail("must be 0 or 1");
    return Policy(n);
}

borders::Options optionsFrom(const JsonCursor& json) {
    return {policyFrom<borders::ChildPolicy>(json.at("children")),
            policyFrom<borders::ParentPolicy>(json.at("parents")),
            policyFrom<borders::PartsPolicy>(json.at("parts")),
            policyFrom<borders::OuterPolicy>(json.at("outer")),
            policyFrom<borders::CodePolicy>(json.at("codes")),
            json.at("reach").number(),
            json.at("area").number(),
            json.at("width").number()};
}

decltype(EditBorders::policies) policiesFrom(const JsonCursor& json) {
    decltype(EditBorders::policies) policies;
    for (const auto& item : json.node().items()) {
        const auto policy = model::parseLandPolicy(json.at(item.key()).text());
        if (!policy) json.at(item.key()).fail("must be keep, sum, area, households or ask");
        policies.emplace(item.key(), *policy);
    }
    return policies;
}

}  // namespace

Json toJson(const PlannedCommand& command) {
    if (const auto* rename = std::get_if<RenameUnit>(&command)) {
        return {{"edit", "rename_unit"},
                {"unit", nameJson(rename->unit)},
                {"name", rename->name},
                {"reason", rename->reason}};
    }
    const auto& edit = std::get<EditBorders>(command);
    Json json{{"edit", "borders"},
              {"operation", operationJson(edit.request.operation)},
              {"options", optionsJson(edit.request.options)},
              {"names", edit.names},
              {"reason", edit.reason}};
    for (const auto& [name, policy] : edit.policies) json["policies"][name] = model::landPolicyName(policy);
    return json;
}

PlannedCommand plannedFromJson(const Json& json, const std::string& origin) {
    const JsonCursor root(json, origin);
    const std::string edit = root.at("edit").text();
    if (edit == "rename_unit") {
        return RenameUnit{nameFrom(root.at("unit")), root.at("name").text(), root.at("reason").text(), {}};
    }
    if (edit != "borders") root.at("edit").fail("is not an edit that can be planned");
    EditBorders borders{{operationFrom(root.at("operation")), optionsFrom(root.at("options"))}, {}, {}, {}};
    const JsonCursor names = root.at("names");
    for (std::size_t i = 0; i < names.size(); ++i) borders.names.push_back(names.at(i).text());
    borders.reason = root.at("reason").text();
    if (root.has("policies")) borders.policies = policiesFrom(root.at("policies"));
    return borders;
}

}  // namespace xiangtu::edit
