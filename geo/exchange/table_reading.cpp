// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/table_reading.h"

#include <algorithm>

namespace xiangtu::exchange {

std::vector<std::string> fieldNames(const RawLayer& raw, const TextReader& reader) {
    std::vector<std::string> names;
    for (const RawField& field : raw.fields) names.push_back(reader.read(field.name).text);
    return names;
}

base::Result<TableReading, Refusal> TableReading::of(const OpenedSource& source, std::vector<Target> targets,
                                                     const AskedMap& asked, ImportReport& report) {
    TableReading table(source, std::move(targets));
    table.m_fields = fieldNames(source.raw, source.reader);
    auto map = mapTable(table.m_targets, asked, table.m_fields);
    if (!map) return map.error();
    table.m_map = std::move(map).value();
    std::vector<std::string> unused = table.m_fields;
    for (std::size_t i = 0; i < table.m_targets.size(); ++i) {
        const MappedColumn& mapped = table.m_map[i];
        const std::string field = mapped.column ? table.m_fields[*mapped.column] : std::string();
        report.fields.push_back({table.m_targets[i].id, field, mapped.basis});
        std::erase(unused, field);
    }
    std::string list;
    for (const std::string& field : unused) list += (list.empty() ? "" : ", ") + field;
    if (!list.empty()) report.notes.push_back("fields of the source that go nowhere: " + list);
    return table;
}

void TableReading::give(std::string_view target, std::size_t column, const std::string& basis, ImportReport& report) {
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        if (m_targets[i].id != target || m_map[i].column) continue;
        m_map[i] = {column, basis};
        const auto use = std::ranges::find(report.fields, m_targets[i].id, &FieldUse::role);
        if (use != report.fields.end()) *use = {m_targets[i].id, m_fields[column], basis};
    }
}

std::optional<std::size_t> TableReading::columnOf(std::string_view target) const {
    const auto at = std::ranges::find(m_targets, target, &Target::id);
    return at == m_targets.end() ? std::nullopt : m_map[std::size_t(at - m_targets.begin())].column;
}

std::string TableReading::fieldOf(std::string_view target) const {
    const auto column = columnOf(target);
    return column ? m_fields[*column] : std::string();
}

std::string TableReading::plainText(std::size_t record, std::size_t column) const {
    return m_source->reader.read(m_source->raw.cells.bytes(record, column)).text;
}

std::string TableReading::text(std::string_view target, Draft& draft) const {
    const auto column = columnOf(target);
    if (!column) return {};
    ReadText read = m_source->reader.read(m_source->raw.cells.bytes(draft.record, *column));
    if (read.invalid) {
        draft.find(Rule::textInvalid, Severity::warning, Outcome::kept,
                   "bytes that are no text in this encoding; read as \"" + read.text + "\"", m_fields[*column]);
    } else if (read.unmangled || read.cut) {
        draft.find(Rule::textRepaired, Severity::note, Outcome::mended,
                   std::string(read.cut ? "the last character is cut off" : "Chinese read as Latin letters") +
                       "; read as \"" + read.text + "\"",
                   m_fields[*column]);
    }
    return std::move(read.text);
}

}  // namespace xiangtu::exchange
