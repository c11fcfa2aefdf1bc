// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace xiangtu::model {

/// A field value as the database holds it: NULL, INTEGER, REAL, TEXT. Dates are ISO text.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// Named values of one row, in column order.
using Fields = std::vector<std::pair<std::string, Value>>;

[[nodiscard]] inline bool isNull(const Value& v) noexcept { return v.index() == 0; }
/// For display and CSV: "" for NULL, shortest round-trip form for numbers.
[[nodiscard]] std::string toText(const Value& value);
/// Value of a field, NULL when absent.
[[nodiscard]] const Value& field(const Fields& fields, std::string_view name) noexcept;

}  // namespace xiangtu::model
