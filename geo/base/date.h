// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace xiangtu::base {

/// A calendar day (proleptic Gregorian), stored as days since 1970-01-01. Validity intervals are
/// half-open [from, to); `Date::open()` stands for "no end".
struct Date {
    std::int32_t days = 0;

    [[nodiscard]] static constexpr Date open() noexcept { return {INT32_MAX}; }
    [[nodiscard]] static Date of(int year, int month, int day);
    /// Today in the local time zone by the system clock.
    [[nodiscard]] static Date today();
    /// Strict ISO "YYYY-MM-DD"; nothing for any other text or a day that does not exist.
    [[nodiscard]] static std::optional<Date> parse(std::string_view iso);

    [[nodiscard]] bool isOpen() const noexcept { return days == INT32_MAX; }
    /// "YYYY-MM-DD", or "" when open.
    [[nodiscard]] std::string iso() const;

    auto operator<=>(const Date&) const = default;
};

/// "YYYY-MM-DDThh:mm:ss.mmmZ", UTC, now. The form all stored instants have.
[[nodiscard]] std::string nowIso();

}  // namespace xiangtu::base
