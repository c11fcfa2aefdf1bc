// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_output.h"

#include "base/json.h"

namespace xiangtu::cli {

std::string mergeSummary(const edit::MergeReport& merge, std::size_t linesPerFate) {
    std::string text = "To write   " + edit::mergeText(merge) + "\n";
    for (const edit::Fate fate : {edit::Fate::updated, edit::Fate::missing, edit::Fate::refused}) {
        std::size_t shown = 0;
        for (const edit::MergeLine& line : merge.lines) {
            if (line.fate != fate || shown >= linesPerFate) continue;
            ++shown;
            text += "  " + std::string(edit::fateName(fate)) + " " + line.key +
                    (line.name.empty() || line.name == line.key ? "" : " " + line.name) +
                    (line.detail.empty() ? "" : ": " + line.detail) + "\n";
        }
        const auto rest = merge.count(fate) - std::int64_t(shown);
        if (rest > 0) text += "  … and " + std::to_string(rest) + " more " + std::string(edit::fateName(fate)) + "\n";
    }
    return text;
}

base::Json mergeJson(const edit::MergeReport& merge) {
    base::Json json;
    for (std::size_t i = 0; i < edit::kFateCount; ++i)
        json["counts"][std::string(edit::fateName(edit::Fate(i)))] = merge.counts[i];
    json["changed_fields"] = base::Json::object();
    for (const auto& [field, rows] : merge.changedFields) json["changed_fields"][field] = rows;
    json["lines"] = base::Json::array();
    for (const edit::MergeLine& line : merge.lines) {
        json["lines"].push_back(
            {{"fate", edit::fateName(line.fate)}, {"key", line.key}, {"name", line.name}, {"detail", line.detail}});
    }
    return json;
}

}  // namespace xiangtu::cli
