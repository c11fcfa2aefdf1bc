// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/tables.h"

#include <algorithm>
#include <cstdio>

namespace xiangtu::indicators {

namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";

const std::string& in(const model::Titles& titles, Language language) {
    return language == Language::chinese ? titles.zh : titles.en;
}

std::string decimals(double n, int digits) {
    if (digits < 0) return model::toText(model::Value(n));
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", digits, n);
    return text;
}

std::string csvText(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out.append(c == '"' ? 2 : 1, c);
    return out + "\"";
}

/// Head and rows, without a byte order mark.
std::string lines(const model::Snapshot& snapshot, const Table& table, Language language) {
    const auto found =
        std::ranges::find_if(snapshot.registers, [&](const auto& r) { return r->def.id == table.registerId; });
    const model::RegisterDef* def = found == snapshot.registers.end() ? nullptr : &(*found)->def;
    const model::Lifecycle* lifecycle = def ? snapshot.catalogue->findLifecycle(def->lifecycle) : nullptr;
    std::string out;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const Table::Column& column = table.columns[c];
        std::string title = in(column.title, language);
        if (!column.unit.empty())
            title += language == Language::chinese ? "（" + column.unit + "）" : " (" + column.unit + ")";
        out += (c ? "," : "") + csvText(title);
    }
    out += kLineEnd;
    for (const Table::Row& row : table.rows) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const Table::Column& column = table.columns[c];
            const model::FieldDef* field = def ? def->findField(column.key) : nullptr;
            const auto state =
                lifecycle && column.key == "state" ? lifecycle->stateAt(model::toText(row.cells[c])) : std::nullopt;
            const auto* number = std::get_if<double>(&row.cells[c]);
            if (c) out += ',';
            out += csvText(field    ? cellText(snapshot, *field, row.cells[c], language)
                           : state  ? in(lifecycle->states[*state].title, language)
                           : number ? decimals(*number, column.decimals)
                                    : model::toText(row.cells[c]));
        }
        out += kLineEnd;
    }
    return out;
}

}  // namespace

void mask(Table& table) {
    mask(table, [](const Table::Row&) { return true; });
}

void mask(Table& table, const std::function<bool(const Table::Row&)>& which) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (!table.columns[c].sensitive) continue;
        for (Table::Row& row : table.rows) {
            if (!model::isNull(row.cells[c]) && which(row)) row.cells[c] = std::string(kMasked);
        }
    }
}

std::string csv(const model::Snapshot& snapshot, const Table& table, Language language) {
    return kByteOrderMark + lines(snapshot, table, language);
}

std::string reportCsv(const model::Snapshot& snapshot, const model::ReportDef& report, const std::vector<Table>& tables,
                      Language language) {
    std::string out = kByteOrderMark + csvText(in(report.title, language)) + "," + snapshot.day.iso() + kLineEnd;
    for (const Table& table : tables) {
        out += kLineEnd + csvText(in(table.title, language)) + kLineEnd + lines(snapshot, table, language);
    }
    return out;
}

}  // namespace xiangtu::indicators
