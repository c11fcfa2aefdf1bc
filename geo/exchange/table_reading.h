// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/draft.h"
#include "exchange/open_source.h"
#include "exchange/table_map.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiangtu::exchange {

/// The columns of a source in the places they go to, and its records' texts. Must not outlive what it reads.
class TableReading {
public:
    /// Fills the report's list of fields. Refused: what mapTable() refuses.
    [[nodiscard]] static base::Result<TableReading, Refusal> of(const OpenedSource& source, std::vector<Target> targets,
                                                                const AskedMap& asked, ImportReport& report);

    /// A column is given to a target that has none, since its values say so.
    void give(std::string_view target, std::size_t column, const std::string& basis, ImportReport& report);

    [[nodiscard]] bool has(std::string_view target) const { return columnOf(target).has_value(); }
    [[nodiscard]] std::optional<std::size_t> columnOf(std::string_view target) const;
    [[nodiscard]] const std::vector<std::string>& fields() const noexcept { return m_fields; }
    [[nodiscard]] std::string fieldOf(std::string_view target) const;
    /// The text of a record for a target, "" when no field is mapped to it. Findings: text_invalid, text_repaired.
    [[nodiscard]] std::string text(std::string_view target, Draft& draft) const;
    /// As it is read, without finding.
    [[nodiscard]] std::string plainText(std::size_t record, std::size_t column) const;

private:
    TableReading(const OpenedSource& source, std::vector<Target> targets)
        : m_source(&source), m_targets(std::move(targets)) {}
    const OpenedSource* m_source;
    std::vector<Target> m_targets;
    std::vector<MappedColumn> m_map;
    std::vector<std::string> m_fields;
};

/// Field names of a layer, decoded.
[[nodiscard]] std::vector<std::string> fieldNames(const RawLayer& raw, const TextReader& reader);

}  // namespace xiangtu::exchange
