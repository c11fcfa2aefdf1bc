// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "model/account.h"
#include "store/store.h"

#include <cstdint>
#include <string_view>

namespace xiangtu::project {

/// Why somebody was not let in.
struct NotLetIn {
    enum class Why { noSuchAccount, disabled, wrongPin, waiting, tampered } why = Why::wrongPin;
    std::int64_t seconds = 0;    ///< until the next try is listened to
    std::int64_t triesLeft = 0;  ///< wrong ones before there is a wait
};
[[nodiscard]] std::string_view notLetInName(NotLetIn::Why why) noexcept;

using SignIn = base::Result<model::Account, NotLetIn>;

/// Wrong tries in a row that cost nothing; each one more doubles the wait, up to an hour.
inline constexpr std::int64_t kFreeTries = 5;
inline constexpr std::int64_t kFirstWait = 30;
inline constexpr std::int64_t kLongestWait = 3600;

/// Seconds from `now` until a try is listened to; never more than kLongestWait, whatever the clock did.
[[nodiscard]] std::int64_t waitFrom(const store::PinTries& tries, std::int64_t now) noexcept;
/// One more wrong try.
void countWrong(store::PinTries& tries, std::int64_t now) noexcept;

/// Holds a PIN against an account. A try is counted before the PIN is looked at, so that ending the program does not
/// make it free; in a file that cannot be written none is counted. `now`: seconds since 1970.
[[nodiscard]] SignIn signIn(store::Store& store, std::string_view name, std::string_view pin, std::int64_t now);

/// 6 to 12 digits, not all alike and no run like 123456.
[[nodiscard]] bool isGoodPin(std::string_view pin) noexcept;

}  // namespace xiangtu::project
