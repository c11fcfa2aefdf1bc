// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_summary.h"

#include "base/json.h"
#include "geodesy/area.h"
#include "topology/topology.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>

namespace xiangtu::cli {

namespace {

using base::Json;
using model::Level;

Json levels(const model::Snapshot& snapshot) {
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (const Level level : model::kLevels) sets[indexOf(level)] = &snapshot.table(level).shapes;
    std::array<std::size_t, model::kLevelCount> conflicts{};
    for (const auto& conflict : topology::build(sets).conflicts()) ++conflicts.at(conflict.level);
    Json out = Json::array();
    for (const Level level : model::kLevels) {
        const auto& table = snapshot.table(level);
        std::size_t shapeless = 0;
        for (std::size_t i = 0; i < table.units.size(); ++i) shapeless += table.shapes.hasShape(i) ? 0 : 1;
        const auto served = std::ranges::count_if(snapshot.party->servedBy[indexOf(level)],
                                                  [](auto org) { return org != model::PartyTable::kNone; });
        out.push_back({{"level", model::levelName(level)},
                       {"units", table.units.size()},
                       {"without_polygon", shapeless},
                       {"served", served},
                       {"conflicts", conflicts[indexOf(level)]}});
    }
    return out;
}

Json extent(const model::Snapshot& snapshot) {
    geom::GridBox box;
    for (const Level level : model::kLevels) box.extend(snapshot.table(level).shapes.extent());
    if (box.empty()) return nullptr;
    const auto min = geom::toGeo(box.min), max = geom::toGeo(box.max);
    return {min.lon, min.lat, max.lon, max.lat};
}

Json organisations(const model::PartyTable& party) {
    Json out = Json::object();
    for (const auto& org : party.orgs) {
        Json& count = out[std::string(model::partyOrgKindName(org.kind))];
        count = count.is_null() ? 1 : count.get<std::int64_t>() + 1;
    }
    return out;
}

Json schemes(const model::Snapshot& snapshot) {
    Json out = Json::array();
    for (std::size_t s = 0; s < snapshot.schemes->size(); ++s) {
        const model::Scheme& scheme = (*snapshot.schemes)[s];
        std::vector<std::size_t> counts(scheme.classes.size());
        for (const auto& level : snapshot.classes[s]->classOf) {
            for (const auto position : level) {
                if (position < counts.size()) ++counts[position];
            }
        }
        Json classes = Json::array();
        for (std::size_t c = 0; c < counts.size(); ++c) {
            classes.push_back(
                {{"code", scheme.classes[c].code}, {"meaning", scheme.classes[c].meaning.zh}, {"units", counts[c]}});
        }
        out.push_back({{"key", scheme.key},
                       {"name", scheme.name.zh},
                       {"kind", model::schemeKindName(scheme.kind)},
                       {"classes", std::move(classes)}});
    }
    return out;
}

double areaMu(const geom::GeoShape& shape) {
    const auto* polygons = std::get_if<geom::GeoMultiPolygon>(&shape);
    return polygons ? geodesy::muFromSquareMetres(geodesy::area(*polygons)) : 0;
}

/// Records by the field that selects their mark: crops, kinds of demonstration village.
Json groups(const model::RegisterTable& table) {
    Json out = Json::object();
    const auto field = std::ranges::find(table.def.fields, table.def.symbolField, &model::FieldDef::name);
    if (field == table.def.fields.end()) return out;
    const auto column = std::size_t(field - table.def.fields.begin());
    for (const auto& record : table.records) {
        Json& group = out[model::toText(record->values[column])];
        if (group.is_null()) group = {{"records", 0}, {"area_mu", 0.0}};
        group["records"] = group["records"].get<std::int64_t>() + 1;
        group["area_mu"] = group["area_mu"].get<double>() + areaMu(record->shape);
    }
    return out;
}

Json registers(const model::Snapshot& snapshot) {
    Json out = Json::array();
    for (const auto& table : snapshot.registers) {
        double sum = 0;
        for (const auto& record : table->records) sum += areaMu(record->shape);
        out.push_back({{"id", table->def.id},
                       {"title", table->def.title.zh},
                       {"records", table->records.size()},
                       {"area_mu", sum},
                       {"groups", groups(*table)}});
    }
    return out;
}

std::string mu(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

void printRegister(std::ostream& out, const Json& entry) {
    const bool land = entry["area_mu"].get<double>() > 0;
    out << "register " << entry["id"].get<std::string>() << " " << entry["title"].get<std::string>() << ": "
        << entry["records"] << " records";
    if (land) out << ", " << mu(entry["area_mu"].get<double>()) << " mu";
    out << "\n";
    for (const auto& [name, group] : entry["groups"].items()) {
        out << "  " << name << ": " << group["records"];
        if (land) out << ", " << mu(group["area_mu"].get<double>()) << " mu";
        out << "\n";
    }
}

}  // namespace

Json summarise(const model::Snapshot& snapshot, const std::filesystem::path& file) {
    return {{"file", file.string()},
            {"bytes", std::int64_t(std::filesystem::file_size(file))},
            {"title", snapshot.info.title},
            {"demo", snapshot.info.demo},
            {"created_at", snapshot.info.createdAt},
            {"schema", snapshot.info.schemaVersion},
            {"day", snapshot.day.iso()},
            {"extent", extent(snapshot)},
            {"levels", levels(snapshot)},
            {"organisations", organisations(*snapshot.party)},
            {"schemes", schemes(snapshot)},
            {"registers", registers(snapshot)}};
}

std::string asText(const Json& summary) {
    std::ostringstream out;
    out << (summary["title"].get<std::string>().empty() ? "(no title)" : summary["title"].get<std::string>());
    if (summary["demo"].get<bool>()) out << "  [示例数据 demonstration data]";
    out << "\nschema " << summary["schema"] << ", " << summary["bytes"] << " bytes, as of "
        << summary["day"].get<std::string>() << "\n";
    if (const Json& box = summary["extent"]; !box.is_null()) {
        out << "extent " << box[0] << " " << box[1] << " " << box[2] << " " << box[3] << "\n";
    }
    for (const Json& level : summary["levels"]) {
        out << level["level"].get<std::string>() << ": " << level["units"] << " units, " << level["served"]
            << " served";
        if (level["without_polygon"] != 0) out << ", " << level["without_polygon"] << " without polygon";
        if (level["conflicts"] != 0) out << ", " << level["conflicts"] << " conflicts";
        out << "\n";
    }
    for (const auto& [kind, count] : summary["organisations"].items())
        out << "organisations, " << kind << ": " << count << "\n";
    for (const Json& scheme : summary["schemes"]) {
        out << "scheme " << scheme["key"].get<std::string>() << " " << scheme["name"].get<std::string>() << ":";
        for (const Json& item : scheme["classes"])
            out << " " << item["code"].get<std::string>() << " " << item["units"];
        out << "\n";
    }
    for (const Json& entry : summary["registers"]) printRegister(out, entry);
    std::string text = out.str();
    text.pop_back();
    return text;
}

}  // namespace xiangtu::cli
