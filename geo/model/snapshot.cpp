// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/snapshot.h"

#include <algorithm>

namespace xiangtu::model {

Snapshot::Snapshot()
    : party(std::make_shared<PartyTable>()),
      schemes(std::make_shared<std::vector<Scheme>>()),
      catalogue(std::make_shared<Catalogue>()) {
    for (const Level level : kLevels) {
        auto table = std::make_shared<LevelTable>();
        table->level = level;
        levels[indexOf(level)] = std::move(table);
    }
}

const Record* RegisterTable::find(std::int64_t id) const noexcept {
    const auto it = std::ranges::lower_bound(records, id, {}, [](const auto& record) { return record->id; });
    return it == records.end() || (*it)->id != id ? nullptr : it->get();
}

UnitRef Snapshot::findUnit(Level level, Code code) const noexcept {
    const auto& units = table(level).units;
    const auto it = std::ranges::lower_bound(units, code, {}, &Unit::code);
    if (it == units.end() || it->code != code) return {};
    return {level, std::uint32_t(it - units.begin())};
}

UnitRef Snapshot::findUnit(Code code) const noexcept {
    for (const Level level : kLevels) {
        if (const UnitRef ref = findUnit(level, code); ref.valid()) return ref;
    }
    return {};
}

std::optional<std::size_t> Snapshot::findScheme(std::string_view key) const noexcept {
    const auto it = std::ranges::find(*schemes, key, &Scheme::key);
    if (it == schemes->end()) return std::nullopt;
    return std::size_t(it - schemes->begin());
}

const RegisterTable* Snapshot::findRegister(std::string_view id) const noexcept {
    for (const auto& table : registers) {
        if (table->def.id == id) return table.get();
    }
    return nullptr;
}

std::vector<UnitRef> Snapshot::lineage(UnitRef ref) const {
    std::vector<UnitRef> chain;
    for (; ref.valid(); ref = unit(ref).parent) chain.push_back(ref);
    std::ranges::reverse(chain);
    return chain;
}

UnitRef Snapshot::ancestor(UnitRef ref, Level level) const noexcept {
    while (ref.valid() && ref.level > level) ref = unit(ref).parent;
    return ref.valid() && ref.level == level ? ref : UnitRef{};
}

std::uint8_t Snapshot::classOf(std::size_t scheme, UnitRef ref) const noexcept {
    if (scheme >= classes.size() || !ref.valid()) return ClassColumn::kUnset;
    const auto& column = classes[scheme]->classOf[indexOf(ref.level)];
    return ref.row < column.size() ? column[ref.row] : ClassColumn::kUnset;
}

Children::Children(const Snapshot& snapshot) {
    for (const Level level : kLevels) m_start[indexOf(level)].assign(snapshot.table(level).units.size() + 1, 0);
    const auto forEachChild = [&](auto&& visit) {
        for (const Level level : kLevels) {
            const auto& units = snapshot.table(level).units;
            for (std::uint32_t row = 0; row < units.size(); ++row) {
                if (units[row].parent.valid()) visit(units[row].parent, UnitRef{level, row});
            }
        }
    };
    forEachChild([&](UnitRef parent, UnitRef) { ++m_start[indexOf(parent.level)][parent.row + 1]; });
    std::array<std::vector<std::uint32_t>, kLevelCount> next;
    for (std::size_t l = 0; l < kLevelCount; ++l) {
        for (std::size_t i = 1; i < m_start[l].size(); ++i) m_start[l][i] += m_start[l][i - 1];
        m_refs[l].resize(m_start[l].back());
        next[l] = m_start[l];
    }
    forEachChild([&](UnitRef parent, UnitRef child) {
        const auto l = indexOf(parent.level);
        m_refs[l][next[l][parent.row]++] = child;
    });
}

std::span<const UnitRef> Children::of(UnitRef parent) const noexcept {
    if (!parent.valid()) return {};
    const auto l = indexOf(parent.level);
    return {m_refs[l].data() + m_start[l][parent.row], m_start[l][parent.row + 1] - m_start[l][parent.row]};
}

}  // namespace xiangtu::model
