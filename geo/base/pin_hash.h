// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace xiangtu::base {

/// What one try costs. The product uses kPinCost and nothing else; tests may take less.
struct PinCost {
    unsigned long long passes;
    std::size_t memory;  ///< bytes
};

/// Argon2id with 3 passes over 64 MiB: the second choice of RFC 9106, section 4, for machines with little memory.
/// About a tenth of a second on an office PC.
inline constexpr PinCost kPinCost{3, std::size_t(64) << 20};
inline constexpr PinCost kCheapestPin{1, 8192};

/// "$argon2id$v=19$m=…,t=…,p=1$salt$hash" with a random salt. Throws Error{io} when there is not enough memory.
[[nodiscard]] std::string hashPin(std::string_view pin, PinCost cost = kPinCost);

/// Whether the PIN is the one of the hash. Throws Error{damaged} for a text that is no such hash, or one whose
/// cost no program of ours would ask for (it would hold the machine).
[[nodiscard]] bool pinFits(const std::string& hash, std::string_view pin);

}  // namespace xiangtu::base
