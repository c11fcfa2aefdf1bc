// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "exchange/preview.h"

#include <cstdio>

namespace xiangtu::exchange {

namespace {

std::string ordinate(double value) {
    char text[40];
    std::snprintf(text, sizeof text, value > -1000 && value < 1000 ? "%.5f" : "%.1f", value);
    return text;
}

bool hasExtent(const Preview& p) { return p.extent != std::array<double, 4>{}; }

}  // namespace

std::string previewText(const Preview& p) {
    const ImportReport& r = p.report;
    std::string text = "Source     " + r.source + (r.driver.empty() ? "" : " (" + r.driver + ")") + "\n";
    for (const PreviewLayer& layer : p.layers) {
        text += "Layer      " + layer.name + ": " + layer.geometry + ", " + std::to_string(layer.records) + " records" +
                (layer.name == r.layer && p.layers.size() > 1 ? "  <- this one" : "") + "\n";
    }
    if (!r.encoding.empty()) text += "Encoding   " + r.encoding + ": " + r.encodingBasis + "\n";
    if (!r.crs.empty()) text += "System     " + r.crs + ": " + r.crsBasis + "\n";
    if (hasExtent(p)) {
        text += "Extent     " + ordinate(p.extent[0]) + " … " + ordinate(p.extent[2]) + " by " + ordinate(p.extent[1]) +
                " … " + ordinate(p.extent[3]) + "\n";
    }
    if (!r.driver.empty()) {
        text += "Shapes     " + std::to_string(p.areas) + " areas, " + std::to_string(p.lines) + " lines, " +
                std::to_string(p.points) + " points, " + std::to_string(p.withoutShape) + " without" +
                (p.whole ? "" : " (of the first records)") + "\n";
    }
    for (const PreviewField& field : p.fields) {
        text += "Field      " + field.name + " (" + field.type + ")" +
                (field.target.empty() ? "" : " -> " + field.target) + ":";
        for (const std::string& sample : field.samples) text += " | " + sample;
        text += "\n";
    }
    if (!r.fields.empty()) text += "Into " + r.into + "\n";
    for (const FieldUse& use : r.fields)
        text += "  " + use.role + " = " + (use.field.empty() ? "(none)" : use.field) + ": " + use.basis + "\n";
    for (const std::string& note : r.notes) text += "Note       " + note + "\n";
    for (const Finding& f : r.findings) text += "Finding    " + std::string(ruleName(f.rule)) + ": " + f.message + "\n";
    if (!p.question.empty()) text += "To answer  " + p.question + "\n";
    return text;
}

base::Json toJson(const Preview& p) {
    base::Json json = toJson(p.report);
    json["layers"] = base::Json::array();
    for (const PreviewLayer& layer : p.layers)
        json["layers"].push_back({{"name", layer.name}, {"geometry", layer.geometry}, {"records", layer.records}});
    json["columns"] = base::Json::array();
    for (const PreviewField& field : p.fields) {
        json["columns"].push_back({{"name", field.name},
                                   {"type", field.type},
                                   {"samples", field.samples},
                                   {"target", field.target.empty() ? base::Json() : base::Json(field.target)}});
    }
    json["shapes"] = {{"areas", p.areas}, {"lines", p.lines}, {"points", p.points}, {"none", p.withoutShape}};
    if (hasExtent(p)) json["extent"] = p.extent;
    json["whole"] = p.whole;
    json["question"] = p.question.empty() ? base::Json() : base::Json(p.question);
    return json;
}

}  // namespace xiangtu::exchange
