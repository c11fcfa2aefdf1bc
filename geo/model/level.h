// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace xiangtu::model {

/// The five nested levels of governance units, largest first.
enum class Level : std::uint8_t { county, township, village, naturalVillage, grid };

inline constexpr std::size_t kLevelCount = 5;
inline constexpr std::array<Level, kLevelCount> kLevels{Level::county, Level::township, Level::village,
                                                        Level::naturalVillage, Level::grid};

/// Usual number of code digits: 6, 9, 12, 15, 18. The first twelve follow the statistical division
/// codes (GB/T 2260, GB/T 10114); the rest is Xiangtu's own sequence inside the parent.
[[nodiscard]] constexpr int codeDigits(Level level) noexcept { return 6 + 3 * int(level); }

/// "county", "township", "village", "natural_village", "grid": command line, tables, JSON.
[[nodiscard]] std::string_view levelName(Level level) noexcept;
[[nodiscard]] std::optional<Level> parseLevel(std::string_view name) noexcept;
[[nodiscard]] constexpr std::size_t indexOf(Level level) noexcept { return std::size_t(level); }

}  // namespace xiangtu::model
