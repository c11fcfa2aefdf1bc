// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "model/snapshot.h"
#include "store/kept.h"
#include "store/spatialite/database.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace xiangtu::store::spatialite {

/// Which part of the file a load reads.
enum class Extent { overview, drawable, everything };

/// From row ids to places in the snapshot. Ids are dense in files made in one go, so they index a
/// plain vector; a sparse file falls back to a hash table.
class RefById {
public:
    void build(std::span<const model::LevelTable* const> tables);
    [[nodiscard]] model::UnitRef find(std::int64_t id) const noexcept;
    /// That unit or, where it is not there on the day, the one that has its land: what it was cut out of
    /// later, or went into before.
    [[nodiscard]] model::UnitRef findStanding(std::int64_t id) const noexcept;
    /// `stands` has the land of `id` on the day.
    void addHeir(std::int64_t id, std::int64_t stands);

private:
    std::vector<model::UnitRef> m_dense;
    std::unordered_map<std::int64_t, model::UnitRef> m_sparse;
    std::unordered_map<std::int64_t, model::UnitRef> m_heirs;
};

using LevelTables = std::array<std::shared_ptr<const model::LevelTable>, model::kLevelCount>;
using ClassColumns = std::vector<std::shared_ptr<const model::ClassColumn>>;

struct LoadedUnits {
    LevelTables tables;
    RefById refs;
};

/// Units as they were on `day` with their polygons, each level sorted by code, parents resolved (a parent
/// not valid on the day counts as none). Overview: county and township only. What is read narrows
/// `window`, here and below.
[[nodiscard]] LoadedUnits loadUnits(const Database& database, base::Date day, Extent extent,
                                    const base::Progress& progress, Window& window);
/// Tables that were read before.
[[nodiscard]] LoadedUnits keptUnits(const LevelTables& tables);

/// Records and organisations of units that are not there on the day stand on those that have their land.
void addHeirs(const Database& database, base::Date day, RefById& refs);

/// Organisations existing on `day`; in an overview those serving its units.
[[nodiscard]] std::shared_ptr<model::PartyTable> loadParty(const Database& database, base::Date day, Extent extent,
                                                           const LoadedUnits& units, Window& window);

/// Per scheme the class every unit has on `day`.
[[nodiscard]] ClassColumns loadClasses(const Database& database, base::Date day, Extent extent,
                                       const LoadedUnits& units, const std::vector<model::Scheme>& schemes,
                                       Window& window);
/// `columns` brought up to date with the rows above id `last`; nothing when they do not fit the schemes
/// and units, or when so many rows are new that reading all is quicker.
[[nodiscard]] std::optional<ClassColumns> addNewClasses(const Database& database, base::Date day, ClassColumns columns,
                                                        std::int64_t last, const LoadedUnits& units,
                                                        const std::vector<model::Scheme>& schemes, Window& window);

/// Every register of the snapshot's catalogue with the records that count on the snapshot's day; in an
/// overview the declarations only, for drawing those with shapes. Units and day of the snapshot must be
/// set; tables with shapes that it has already are taken as they are.
[[nodiscard]] std::vector<std::shared_ptr<const model::RegisterTable>> loadRegisters(const Database& database,
                                                                                     Extent extent,
                                                                                     const model::Snapshot& snapshot,
                                                                                     const RefById& refs);

/// Reads an ISO date of a named place in the file; NULL text is `Date::open()`.
[[nodiscard]] base::Date readDate(const Database& database, std::string_view text, const char* table, std::int64_t row);

/// The same for a whole column, remembering the last: neighbouring rows mostly share theirs.
class DateReader {
public:
    DateReader(const Database& database, const char* table) : m_database(&database), m_table(table) {}
    [[nodiscard]] base::Date read(std::string_view text, std::int64_t row);

private:
    const Database* m_database;
    const char* m_table;
    std::string m_text;
    base::Date m_date = base::Date::open();
};

/// Throws Error{damaged}: "file: table T, row N: reason".
[[noreturn]] void damagedRow(const Database& database, const char* table, std::int64_t row, const std::string& reason);

}  // namespace xiangtu::store::spatialite
