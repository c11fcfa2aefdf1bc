// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/expression.h"
#include "model/record.h"
#include "store/spatialite/database.h"
#include "store/spatialite/statement.h"

#include <string>
#include <vector>

namespace xiangtu::store::spatialite {

/// Reads rows of one register's table as records: one way for loading and for what a commit left.
class RecordReader {
public:
    /// `lifecycle` is the register's, or null; both must outlive the reader.
    RecordReader(const Database& database, const model::RegisterDef& def, const model::Lifecycle* lifecycle);

    /// The columns read() expects, for a SELECT.
    [[nodiscard]] const std::string& columns() const noexcept { return m_columns; }
    /// The record but for its unit, whose row id `unitId` receives (0 = none). Throws Error{damaged}
    /// naming table and row.
    [[nodiscard]] model::Record read(const Query& row, std::int64_t& unitId) const;
    /// Formula fields, once the unit is known.
    void compute(const model::Unit* unit, model::Level level, base::Date day, model::Record& record) const;

private:
    const Database& m_database;
    const model::RegisterDef& m_def;
    const model::Lifecycle* m_lifecycle;
    model::Formulas m_formulas;
    std::string m_table;
    std::string m_columns;
    mutable std::vector<model::Value> m_values;  ///< of the row just read; keeps its room
};

/// "valid_from <= ?N AND (valid_to IS NULL OR valid_to > ?N)"
[[nodiscard]] std::string validOn(int parameter);

}  // namespace xiangtu::store::spatialite
