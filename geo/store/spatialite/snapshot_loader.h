// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "model/snapshot.h"
#include "store/spatialite/database.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace xiangtu::store::spatialite {

/// Which part of the file a load reads.
enum class Extent { overview, everything };

/// From row ids to places in the snapshot. Ids are dense in files made in one go, so they index a
/// plain vector; a sparse file falls back to a hash table.
class RefById {
public:
    void build(std::span<const model::LevelTable* const> tables);
    [[nodiscard]] model::UnitRef find(std::int64_t id) const noexcept;

private:
    std::vector<model::UnitRef> m_dense;
    std::unordered_map<std::int64_t, model::UnitRef> m_sparse;
};

struct LoadedUnits {
    std::array<std::shared_ptr<model::LevelTable>, model::kLevelCount> tables;
    RefById refs;
};

/// Units valid on `day` with their polygons, each level sorted by code, parents resolved (a parent
/// not valid on the day counts as none). Overview: county and township only.
[[nodiscard]] LoadedUnits loadUnits(const Database& database, base::Date day, Extent extent,
                                    const base::Progress& progress);

/// Organisations existing on `day`; in an overview those serving its units.
[[nodiscard]] std::shared_ptr<model::PartyTable> loadParty(const Database& database, base::Date day, Extent extent,
                                                           const LoadedUnits& units);

/// Per scheme the class every unit has on `day`.
[[nodiscard]] std::vector<std::shared_ptr<const model::ClassColumn>> loadClasses(
    const Database& database, base::Date day, Extent extent, const LoadedUnits& units,
    const std::vector<model::Scheme>& schemes);

/// Every register of the snapshot's catalogue with the records that count on the snapshot's day; in an
/// overview the declarations only. Units and day of the snapshot must be set.
[[nodiscard]] std::vector<std::shared_ptr<const model::RegisterTable>> loadRegisters(const Database& database,
                                                                                     Extent extent,
                                                                                     const model::Snapshot& snapshot,
                                                                                     const RefById& refs);

/// Reads an ISO date of a named place in the file; NULL text is `Date::open()`.
[[nodiscard]] base::Date readDate(const Database& database, std::string_view text, const char* table, std::int64_t row);

/// Throws Error{damaged}: "file: table T, row N: reason".
[[noreturn]] void damagedRow(const Database& database, const char* table, std::int64_t row, const std::string& reason);

}  // namespace xiangtu::store::spatialite
