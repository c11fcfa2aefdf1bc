// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/level.h"

namespace xiangtu::model {

std::string_view levelName(Level level) noexcept {
    constexpr std::array<std::string_view, kLevelCount> names{"county", "township", "village", "natural_village",
                                                              "grid"};
    return names[indexOf(level)];
}

std::optional<Level> parseLevel(std::string_view name) noexcept {
    for (const Level level : kLevels) {
        if (levelName(level) == name) return level;
    }
    return std::nullopt;
}

}  // namespace xiangtu::model
