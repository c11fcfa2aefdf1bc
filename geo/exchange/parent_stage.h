// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/draft.h"
#include "exchange/report.h"
#include "index/unit_index.h"
#include "model/snapshot.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace xiangtu::exchange {

/// What can be said about the parent of one record. Levels are tried from the next above upwards
/// until one gives an answer by code or by place.
struct ParentAnswer {
    model::UnitRef told;     ///< by the value of the parent field
    model::UnitRef coded;    ///< the unit whose code starts the record's code
    model::UnitRef placed;   ///< the unit around it; when set beside `coded`, the two differ
    bool confirmed = false;  ///< `coded` has an outline and it holds the record
};

/// Looks for the parent of one record among the units of a file. By place means: the unit around the
/// record's inner point, else the one with the largest common part. Const functions are thread-safe.
class ParentFinder {
public:
    ParentFinder(const model::Snapshot& file, model::Level childLevel);

    /// Levels above the child's that hold units, nearest first.
    [[nodiscard]] const std::vector<model::Level>& levels() const noexcept { return m_levels; }
    [[nodiscard]] ParentAnswer find(const Draft& draft) const;

private:
    [[nodiscard]] model::UnitRef byText(const std::string& text) const;
    [[nodiscard]] model::UnitRef byCode(model::Level level, model::Code code) const;
    [[nodiscard]] model::UnitRef byPlace(model::Level level, const Draft& draft) const;
    [[nodiscard]] double shareInside(model::UnitRef unit, const Draft& draft) const;
    [[nodiscard]] bool hasShape(model::UnitRef unit) const;

    const model::Snapshot& m_file;
    index::UnitIndex m_index;
    std::vector<model::Level> m_levels;
    std::vector<std::vector<int>> m_codeLengths;               ///< per entry of m_levels, longest first
    std::unordered_map<std::string, model::UnitRef> m_byName;  ///< names that occur once
};

/// Finds the parents of all drafts: the parent field, then the code prefix, then the place. Code lists of
/// different years and offices give the same numbers to different units; so when fewer than half of the
/// codes that name a unit with an outline lie in it, the place decides against such codes, else the code
/// does. Findings: code_prefix_mismatch, parent_skipped, no_parent (once for
/// the layer when the file has no higher level at all).
void findParents(const model::Snapshot& file, model::Level level, std::vector<Draft>& drafts, ImportReport& report,
                 const base::Progress& progress);

}  // namespace xiangtu::exchange
