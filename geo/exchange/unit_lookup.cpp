// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/unit_lookup.h"

#include "exchange/code_reading.h"

#include <array>

namespace xiangtu::exchange {

using model::Level;
using model::UnitRef;

UnitRef UnitLookup::byName(const std::string& name, Level level) {
    std::optional<Names>& names = m_names[model::indexOf(level)];
    if (!names) {
        names.emplace();
        const auto& units = m_file.table(level).units;
        for (std::uint32_t row = 0; row < units.size(); ++row) {
            const auto [at, isNew] = names->try_emplace(units[row].name, UnitRef{level, row});
            if (!isNew) at->second = UnitRef{};
        }
    }
    const auto found = names->find(name);
    return found == names->end() ? UnitRef{} : found->second;
}

UnitRef UnitLookup::byText(const std::string& text, std::optional<Level> level) {
    for (const Level each : model::kLevels) {
        if (level && each != *level) continue;
        if (const auto code = readCode(text, each).code) {
            if (const UnitRef ref = m_file.findUnit(each, *code); ref.valid()) return ref;
        }
        if (const UnitRef ref = byName(text, each); ref.valid()) return ref;
    }
    return {};
}

UnitRef UnitLookup::byPlace(const geom::GeoShape& shape, std::optional<Level> level) const {
    const auto point = geom::firstPoint(shape);
    if (!point) return {};
    static constexpr std::array kUsual{Level::village, Level::township, Level::county};
    for (const Level each : kUsual) {
        if (const auto ref = m_index.unitAt(level.value_or(each), geom::snapToGrid(*point))) return *ref;
        if (level) break;
    }
    return {};
}

}  // namespace xiangtu::exchange
