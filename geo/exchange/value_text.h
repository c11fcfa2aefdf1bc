// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"

#include <optional>
#include <string>
#include <string_view>

namespace xiangtu::exchange {

/// A cell as other programs write it, in the form model::valueFromText() reads: days as 2022-03-05 (from 2022/3/5,
/// 20220305, 2022年3月5日, a time behind it is dropped), whole numbers without ".0", numbers without thousands commas
/// and in narrow digits. Anything else comes back as it is.
[[nodiscard]] std::string tidied(model::FieldType type, std::string_view text);

/// A day in any of these forms.
[[nodiscard]] std::optional<std::string> isoDay(std::string_view text);

}  // namespace xiangtu::exchange
