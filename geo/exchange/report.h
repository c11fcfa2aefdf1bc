// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "exchange/coverage_check.h"
#include "exchange/finding.h"
#include "model/level.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Which field of the source played which role, and why it was chosen.
struct FieldUse {
    std::string role;   ///< "code", "name", "parent", "households"; "unit" and the fields of a register
    std::string field;  ///< empty = none
    std::string basis;
};

/// How the parents were found, in units.
struct ParentCounts {
    std::int64_t byField = 0, byCode = 0, byPlace = 0, county = 0, none = 0;
};

/// What an import did, or would do: everything the planner has to know about the source.
struct ImportReport {
    std::string source, driver, layer;
    std::string into;  ///< what the records become: a level's name, "register ID", "organisations"
    model::Level level = model::Level::county;  ///< of units
    std::string encoding, encodingBasis;
    std::string crs, crsBasis;
    std::string shift;  ///< "none" or "gcj02"
    std::vector<FieldUse> fields;
    std::int64_t records = 0, taken = 0, takenWithFindings = 0, rejected = 0;
    ParentCounts parents;
    bool coverageChecked = false;
    CoverageReport coverage;  ///< spots moved into findings; the sums stay
    std::int64_t overlaps = 0, gaps = 0;
    double overlapM2 = 0, gapM2 = 0;
    std::vector<std::string> notes;
    std::vector<Finding> findings;  ///< of the layer first, then by record, then of the coverage

    /// Records (or places) the findings of a rule speak for.
    [[nodiscard]] std::int64_t count(Rule rule) const noexcept;
};

/// Members: source, level, encoding, crs, fields, notes, counts, parents, coverage, by_rule (sums), findings.
[[nodiscard]] base::Json toJson(const ImportReport& report);
/// For reading on a terminal; at most `linesPerRule` findings of each rule in full.
[[nodiscard]] std::string summary(const ImportReport& report, std::size_t linesPerRule);

}  // namespace xiangtu::exchange
