// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/change_set.h"
#include "edit/plan.h"
#include "model/draft.h"
#include "model/snapshot.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::edit {

/// An import of what may be in the file already: each incoming row is known again by its key, or new.

enum class Fate : std::uint8_t {
    inserted,   ///< nothing of the file has its key
    updated,    ///< something has, and differs
    unchanged,  ///< something has, and is like it
    missing,    ///< in the file, but not in the source; stays as it is
    refused,    ///< the key is there twice, in the source or in the file
};
inline constexpr std::size_t kFateCount = std::size_t(Fate::refused) + 1;
[[nodiscard]] std::string_view fateName(Fate fate) noexcept;

/// One row of a merge, for who looks at it before it is made.
struct MergeLine {
    Fate fate = Fate::inserted;
    std::string key;
    std::string name;
    std::string detail;  ///< updated: the fields that change; refused: why
};

struct MergeReport {
    std::array<std::int64_t, kFateCount> counts{};
    std::map<std::string, std::int64_t> changedFields;  ///< field → rows in which it changes
    std::vector<MergeLine> lines;                       ///< updated, missing and refused; the first kMergeLines of each
    [[nodiscard]] std::int64_t count(Fate fate) const noexcept { return counts[std::size_t(fate)]; }
    void add(Fate fate, MergeLine line);
    void changed(const std::string& field) { ++changedFields[field]; }
};
inline constexpr std::size_t kMergeLines = 1000;
/// "17 new, 3 changed (name 2, geom 1), 40 unchanged, 2 missing": the reason in the change log.
[[nodiscard]] std::string mergeText(const MergeReport& report);

/// What is to be written: rows that come, and changes of those that are there.
template <class Row>
struct Merge {
    std::vector<Row> coming;
    ChangeSet changed;  ///< title "import"
    MergeReport report;
};
inline constexpr std::string_view kImportTitle = "import";

/// By level and code. Name, households, parent and border of a unit that is there follow what the source says of them
/// and stay where it says nothing. Borders are as the source draws them, so that neighbours outside the import may
/// overlap: exchange::planImport has told of it.
[[nodiscard]] base::Result<Merge<model::NewUnit>, Refusal> mergeUnits(const model::Snapshot& snapshot,
                                                                      std::vector<model::NewUnit> units,
                                                                      model::Level level, const PlanContext& context);
/// By a field of the register, or "unit": the unit a record stands on. Empty = every record is new. Fields the records
/// name, place and unit follow the source; a record whose key is empty is new. Refused: no such register or field.
[[nodiscard]] base::Result<Merge<model::NewRecord>, Refusal> mergeRecords(const model::Snapshot& snapshot,
                                                                          const std::string& registerId,
                                                                          const std::string& key,
                                                                          std::vector<model::NewRecord> records,
                                                                          const PlanContext& context);
/// By name (key "name"), or every organisation is new. Unit, place and chain follow the source.
[[nodiscard]] base::Result<Merge<model::NewPartyOrg>, Refusal> mergeOrganisations(const model::Snapshot& snapshot,
                                                                                  const std::string& key,
                                                                                  std::vector<model::NewPartyOrg> orgs,
                                                                                  const PlanContext& context);

/// Equal on the lattice, wherever rings begin and whichever part comes first.
[[nodiscard]] bool sameShape(const geom::GeoShape& a, const geom::GeoShape& b);
[[nodiscard]] bool sameShape(geom::MultiPolygon a, geom::MultiPolygon b);

}  // namespace xiangtu::edit
