// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/query/geojson.h"
#include "base/json.h"

#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace xiangtu::cli {

namespace {

constexpr std::size_t kWidest = 40;

/// Places on a terminal: two for what lies in the East Asian wide blocks.
std::size_t widthOf(const std::string& text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) == 0x80) continue;
        width += byte >= 0xE2 ? 2 : 1;
    }
    return width;
}

std::string cellAsText(const model::Snapshot& snapshot, const indicators::Table& table, const model::RegisterDef* def,
                       const indicators::Table::Row& row, std::size_t c) {
    const indicators::Table::Column& column = table.columns[c];
    const model::FieldDef* field = def ? def->findField(column.key) : nullptr;
    if (field) return indicators::cellText(snapshot, *field, row.cells[c], indicators::Language::chinese);
    const auto* number = std::get_if<double>(&row.cells[c]);
    if (!number || column.decimals < 0) return model::toText(row.cells[c]);
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", column.decimals, *number);
    return text;
}

}  // namespace

std::string accountName() {
    for (const char* variable : {"XIANGTU_AUTHOR", "USER", "LOGNAME"}) {
        if (const char* name = std::getenv(variable); name && *name) return name;
    }
    return "command line";
}

void refuse(const edit::Refusal& refusal) {
    std::string reason(edit::refusalName(refusal.reason));
    if (refusal.border) reason.append(", ").append(borders::reasonName(refusal.border->reason));
    std::fprintf(stderr, "refused (%s): %s\n", reason.c_str(), refusal.detail.c_str());
    if (refusal.place) std::fprintf(stderr, "  at %.7f, %.7f\n", refusal.place->lon, refusal.place->lat);
    throw CLI::RuntimeError(kRefused);
}

std::string alignedText(const model::Snapshot& snapshot, const indicators::Table& table) {
    const model::RegisterTable* source = snapshot.findRegister(table.registerId);
    std::vector<std::vector<std::string>> lines(1);
    for (const auto& column : table.columns) {
        lines[0].push_back(column.title.zh + (column.unit.empty() ? "" : "/" + column.unit));
    }
    for (const auto& row : table.rows) {
        std::vector<std::string> line;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            line.push_back(cellAsText(snapshot, table, source ? &source->def : nullptr, row, c));
        }
        lines.push_back(std::move(line));
    }
    std::vector<std::size_t> widths(table.columns.size());
    for (const auto& line : lines) {
        for (std::size_t c = 0; c < line.size(); ++c)
            widths[c] = std::min(kWidest, std::max(widths[c], widthOf(line[c])));
    }
    std::string out;
    for (const auto& line : lines) {
        std::string text;
        for (std::size_t c = 0; c < line.size(); ++c) {
            const std::size_t width = widthOf(line[c]);
            const std::string room(width < widths[c] ? widths[c] - width : 0, ' ');
            text += table.columns[c].numeric ? room + line[c] : line[c] + room;
            text += "  ";
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    }
    return out;
}

void print(const model::Snapshot& snapshot, const indicators::Table& table, TableForm form) {
    switch (form) {
    case TableForm::text: std::printf("%s", alignedText(snapshot, table).c_str()); break;
    case TableForm::csv:
        std::printf("%s", indicators::csv(snapshot, table, indicators::Language::chinese).c_str());
        break;
    case TableForm::json: std::printf("%s\n", app::tableJson(table).dump(2).c_str()); break;
    }
}

base::Date dayOrToday(const std::string& text) {
    if (text.empty()) return base::Date::today();
    const auto day = base::Date::parse(text);
    if (!day) throw base::Error(base::Fault::usage, "\"" + text + "\" is not a day in the form YYYY-MM-DD");
    return *day;
}

model::UnitRef unitOrNone(const model::Snapshot& snapshot, const std::string& code) {
    if (code.empty()) return {};
    const auto parsed = model::Code::parse(code);
    const model::UnitRef unit = parsed ? snapshot.findUnit(*parsed) : model::UnitRef();
    if (!unit.valid()) throw base::Error(base::Fault::usage, "there is no unit with code \"" + code + "\"");
    return unit;
}

}  // namespace xiangtu::cli
