// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/sign_in.h"

#include "base/error.h"
#include "base/pin_hash.h"
#include "base/sha256.h"

#include <algorithm>
#include <array>

namespace xiangtu::project {

namespace {

using Why = NotLetIn::Why;

/// Every step from digit to digit is the same, as in 111111, 123456, 987654.
bool isRun(std::string_view pin) {
    const int step = pin[1] - pin[0];
    if (step < -1 || step > 1) return false;
    for (std::size_t i = 2; i < pin.size(); ++i) {
        if (pin[i] - pin[i - 1] != step) return false;
    }
    return true;
}

}  // namespace

std::string_view notLetInName(Why why) noexcept {
    static constexpr std::array<std::string_view, 5> kNames{"noSuchAccount", "disabled", "wrongPin", "waiting",
                                                            "tampered"};
    return kNames[std::size_t(why)];
}

std::int64_t waitFrom(const store::PinTries& tries, std::int64_t now) noexcept {
    return std::clamp<std::int64_t>(tries.waitUntil - now, 0, kLongestWait);
}

void countWrong(store::PinTries& tries, std::int64_t now) noexcept {
    ++tries.wrong;
    if (tries.wrong < kFreeTries) return;
    const std::int64_t doublings = std::min<std::int64_t>(tries.wrong - kFreeTries, 10);
    tries.waitUntil = now + std::min(kFirstWait << doublings, kLongestWait);
}

SignIn signIn(store::Store& store, std::string_view name, std::string_view pin, std::int64_t now) {
    const auto accounts = store.accounts();
    const auto found = std::ranges::find(accounts, name, &model::Account::name);
    if (found == accounts.end()) return NotLetIn{Why::noSuchAccount};
    if (!found->mayEnter(base::Date::today())) return NotLetIn{Why::disabled};
    std::int64_t wait = 0;
    std::optional<store::Pin> kept;
    if (store.readOnly()) {
        kept = store.pin(found->id);
    } else {
        kept = store.changeTries(found->id, [&](store::PinTries& tries) {
            wait = waitFrom(tries, now);
            if (wait == 0) countWrong(tries, now);
        });
    }
    if (wait > 0) return NotLetIn{Why::waiting, wait};
    if (!kept || base::sha256(kept->hash) != found->pinMark) return NotLetIn{Why::tampered};
    if (!base::pinFits(kept->hash, pin)) {
        return NotLetIn{Why::wrongPin, waitFrom(kept->tries, now),
                        std::max<std::int64_t>(0, kFreeTries - kept->tries.wrong)};
    }
    if (!store.readOnly()) store.changeTries(found->id, [](store::PinTries& tries) { tries = {}; });
    return *found;
}

bool isGoodPin(std::string_view pin) noexcept {
    constexpr std::size_t kLeast = 6, kMost = 12;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return pin.size() >= kLeast && pin.size() <= kMost && std::ranges::all_of(pin, isDigit) && !isRun(pin);
}

}  // namespace xiangtu::project
