// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/draft.h"
#include "exchange/import.h"
#include "exchange/raw_layer.h"
#include "exchange/text_reader.h"

#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Columns of the source in their roles.
struct FieldMap {
    std::optional<std::size_t> code, name, parent, households;
    std::vector<std::string> names;  ///< decoded field names
};

/// Settles which field is which: as asked for (refused when there is none of that name), else by the
/// values. Fills the report's field list; mangled field names become a finding.
[[nodiscard]] base::Result<FieldMap, Refusal> mapFields(const ImportRequest& request, const RawLayer& raw,
                                                        const TextReader& reader, ImportReport& report);

/// One draft per record with its texts read; foreign records are rejected here. Findings: foreign_record,
/// no_name, text_repaired, text_invalid, bad_households.
[[nodiscard]] std::vector<Draft> readRecords(const ImportRequest& request, const RawLayer& raw, const FieldMap& fields,
                                             const TextReader& reader, ImportReport& report);

}  // namespace xiangtu::exchange
