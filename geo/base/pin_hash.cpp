// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/pin_hash.h"

#include "base/error.h"

#include <sodium.h>

#include <array>
#include <cstdio>

namespace xiangtu::base {

namespace {

constexpr unsigned long long kMostPasses = 16;
constexpr unsigned long long kMostKib = 1ULL << 20;

void start() {
    if (sodium_init() < 0) throw Error(Fault::io, "libsodium could not be started");
}

}  // namespace

std::string hashPin(std::string_view pin, PinCost cost) {
    start();
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), pin.data(), pin.size(), cost.passes, cost.memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw Error(Fault::io, "not enough memory to hash a PIN");
    }
    return text.data();
}

bool pinFits(const std::string& hash, std::string_view pin) {
    start();
    unsigned long long kib = 0, passes = 0;
    const bool known = hash.size() < crypto_pwhash_STRBYTES &&
                       std::sscanf(hash.c_str(), "$argon2id$v=19$m=%llu,t=%llu,p=1$", &kib, &passes) == 2;
    if (!known || kib > kMostKib || passes > kMostPasses) throw Error(Fault::damaged, "a PIN's hash cannot be read");
    return crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace xiangtu::base
