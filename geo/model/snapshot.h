// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/party_orgs.h"
#include "model/record.h"
#include "model/scheme.h"
#include "model/unit.h"
#include "model/value.h"

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::model {

/// What the file says about itself.
struct FileInfo {
    std::string title;      ///< county name shown in the window
    bool demo = false;      ///< 示例数据
    std::string createdAt;  ///< ISO instant
    int schemaVersion = 0;
};

/// Everything the map needs, as of one day, immutable. Copies share their tables, so a changed
/// snapshot costs only what changed. Workers hold a Snapshot, never the Project.
struct Snapshot {
    std::uint64_t revision = 0;  ///< grows with every applied change set
    base::Date day{};
    FileInfo info;
    std::array<std::shared_ptr<const LevelTable>, kLevelCount> levels;  ///< never null
    std::shared_ptr<const PartyTable> party;                            ///< never null
    std::shared_ptr<const std::vector<Scheme>> schemes;                 ///< never null
    std::vector<std::shared_ptr<const ClassColumn>> classes;            ///< one per scheme
    std::shared_ptr<const Catalogue> catalogue;                         ///< never null
    std::vector<std::shared_ptr<const RegisterTable>> registers;        ///< in the order of catalogue->registers

    Snapshot();

    [[nodiscard]] const LevelTable& table(Level level) const noexcept { return *levels[indexOf(level)]; }
    [[nodiscard]] const Unit& unit(UnitRef ref) const noexcept { return table(ref.level).units[ref.row]; }
    /// By binary search in the level's code order.
    [[nodiscard]] UnitRef findUnit(Level level, Code code) const noexcept;
    /// On whichever level, largest first.
    [[nodiscard]] UnitRef findUnit(Code code) const noexcept;
    [[nodiscard]] std::optional<std::size_t> findScheme(std::string_view key) const noexcept;
    [[nodiscard]] const RegisterTable* findRegister(std::string_view id) const noexcept;
    /// The unit itself and its parents, largest first (county … unit).
    [[nodiscard]] std::vector<UnitRef> lineage(UnitRef ref) const;
    /// First ancestor (or itself) at `level`; invalid when the chain skips that level.
    [[nodiscard]] UnitRef ancestor(UnitRef ref, Level level) const noexcept;
    [[nodiscard]] std::uint8_t classOf(std::size_t scheme, UnitRef ref) const noexcept;
};

/// Child rows per unit, all levels; built once per level change.
class Children {
public:
    explicit Children(const Snapshot& snapshot);
    [[nodiscard]] std::span<const UnitRef> of(UnitRef parent) const noexcept;

private:
    std::array<std::vector<std::uint32_t>, kLevelCount> m_start;
    std::array<std::vector<UnitRef>, kLevelCount> m_refs;
};

}  // namespace xiangtu::model
