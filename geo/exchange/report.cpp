// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/report.h"

#include "base/json.h"

#include <cstdio>
#include <map>

namespace xiangtu::exchange {

namespace {

using base::Json;

std::string fixed(double value, int digits) {
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, value);
    return text;
}

Json toJson(const Finding& f) {
    Json j{{"rule", ruleName(f.rule)},
           {"severity", severityName(f.severity)},
           {"outcome", outcomeName(f.outcome)},
           {"count", f.count},
           {"message", f.message}};
    j["record"] = f.record >= 0 ? Json(f.record) : Json();
    if (!f.field.empty()) j["field"] = f.field;
    if (!f.code.empty()) j["code"] = f.code;
    if (f.place) j["place"] = {{"lon", f.place->lon}, {"lat", f.place->lat}};
    if (f.areaM2) j["area_m2"] = *f.areaM2;
    if (!f.units.empty()) j["units"] = f.units;
    return j;
}

std::string line(const Finding& f) {
    std::string text = "    ";
    if (f.record >= 0)
        text += "record " + std::to_string(f.record) + (f.code.empty() ? "" : " (" + f.code + ")") + ": ";
    text += f.message;
    if (f.outcome != Outcome::kept) text += " [" + std::string(outcomeName(f.outcome)) + "]";
    if (f.place) text += "  @ " + fixed(f.place->lon, 6) + ", " + fixed(f.place->lat, 6);
    return text + "\n";
}

std::string head(const ImportReport& r) {
    std::string text = "Source     " + r.source + " (" + r.driver + "), layer " + r.layer + "\n";
    text += "Into       " + r.into + "\n";
    text += "Encoding   " + r.encoding + ": " + r.encodingBasis + "\n";
    text += "System     " + r.crs + ": " + r.crsBasis +
            (r.shift == "none" ? "" : "; " + r.shift + " offset taken off") + "\n";
    for (const FieldUse& use : r.fields) {
        std::string role = use.role;
        role.resize(11, ' ');
        text += role + (use.field.empty() ? "(none)" : use.field) + ": " + use.basis + "\n";
    }
    for (const std::string& note : r.notes) text += "Note       " + note + "\n";
    return text;
}

}  // namespace

std::int64_t ImportReport::count(Rule rule) const noexcept {
    std::int64_t sum = 0;
    for (const Finding& f : findings) sum += f.rule == rule ? f.count : 0;
    return sum;
}

Json toJson(const ImportReport& r) {
    Json j;
    j["source"] = {{"file", r.source}, {"driver", r.driver}, {"layer", r.layer}};
    j["into"] = r.into;
    if (r.coverageChecked) j["level"] = model::levelName(r.level);
    j["encoding"] = {{"charset", r.encoding}, {"basis", r.encodingBasis}};
    j["crs"] = {{"name", r.crs}, {"basis", r.crsBasis}, {"shift", r.shift}};
    j["fields"] = Json::object();
    for (const FieldUse& use : r.fields) {
        j["fields"][use.role] = {{"field", use.field.empty() ? Json() : Json(use.field)}, {"basis", use.basis}};
    }
    j["notes"] = r.notes;
    j["counts"] = {{"records", r.records},
                   {"taken", r.taken},
                   {"taken_with_findings", r.takenWithFindings},
                   {"rejected", r.rejected}};
    j["parents"] = {{"by_field", r.parents.byField},
                    {"by_code", r.parents.byCode},
                    {"by_place", r.parents.byPlace},
                    {"county", r.parents.county},
                    {"none", r.parents.none}};
    if (r.coverageChecked) {
        j["coverage"] = {{"area_m2", r.coverage.totalM2},
                         {"overlaps", r.overlaps},
                         {"overlap_m2", r.overlapM2},
                         {"gaps", r.gaps},
                         {"gap_m2", r.gapM2},
                         {"small_overlaps", r.coverage.smallOverlaps},
                         {"small_overlap_m2", r.coverage.smallOverlapM2},
                         {"small_gaps", r.coverage.smallGaps},
                         {"small_gap_m2", r.coverage.smallGapM2}};
    }
    j["by_rule"] = Json::object();
    for (const Finding& f : r.findings) {
        auto& sum = j["by_rule"][std::string(ruleName(f.rule))];
        sum = (sum.is_null() ? 0 : sum.get<std::int64_t>()) + f.count;
    }
    j["findings"] = Json::array();
    for (const Finding& f : r.findings) j["findings"].push_back(toJson(f));
    return j;
}

std::string summary(const ImportReport& r, std::size_t linesPerRule) {
    std::string text = head(r);
    text += "Records    " + std::to_string(r.records) + ": taken " + std::to_string(r.taken) + " (" +
            std::to_string(r.takenWithFindings) + " with findings), rejected " + std::to_string(r.rejected) + "\n";
    if (r.coverageChecked) {
        text += "Parents    by code " + std::to_string(r.parents.byCode) + ", by place " +
                std::to_string(r.parents.byPlace) +
                (r.parents.byField ? ", by field " + std::to_string(r.parents.byField) : "") +
                (r.parents.county ? ", county " + std::to_string(r.parents.county) : "") + ", none " +
                std::to_string(r.parents.none) + "\n";
        const double total = r.coverage.totalM2 > 0 ? r.coverage.totalM2 : 1;
        text += "Coverage   " + fixed(r.coverage.totalM2 / 1e4, 2) + " ha; overlaps " + std::to_string(r.overlaps) +
                " (" + fixed(r.overlapM2, 1) + " m2, " + fixed(100 * r.overlapM2 / total, 4) + " %), gaps " +
                std::to_string(r.gaps) + " (" + fixed(r.gapM2, 1) + " m2)";
        if (r.coverage.smallOverlaps + r.coverage.smallGaps > 0) {
            text += "; below the limit: " + std::to_string(r.coverage.smallOverlaps) + " overlaps (" +
                    fixed(r.coverage.smallOverlapM2, 1) + " m2), " + std::to_string(r.coverage.smallGaps) + " gaps (" +
                    fixed(r.coverage.smallGapM2, 1) + " m2)";
        }
        text += "\n";
    }
    std::map<Rule, std::vector<const Finding*>> byRule;
    for (const Finding& f : r.findings) byRule[f.rule].push_back(&f);
    text += byRule.empty() ? "No findings.\n" : "Findings (record numbers count from 0)\n";
    for (const auto& [rule, list] : byRule) {
        text += "  " + std::string(ruleName(rule)) + " " + std::to_string(r.count(rule)) + "\n";
        for (std::size_t i = 0; i < list.size() && i < linesPerRule; ++i) text += line(*list[i]);
        if (list.size() > linesPerRule) text += "    … and " + std::to_string(list.size() - linesPerRule) + " more\n";
    }
    return text;
}

}  // namespace xiangtu::exchange
