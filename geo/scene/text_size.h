// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace xiangtu::scene {

/// Width of UTF-8 text in ems, estimated without a font: 1 for East Asian characters, 0.55 for others.
/// Close to Noto Sans CJK; the painter centres text, so a small error only shifts its slack.
[[nodiscard]] double textWidthEm(std::string_view utf8) noexcept;

/// Height of a line in ems.
inline constexpr double kLineHeightEm = 1.25;

}  // namespace xiangtu::scene
