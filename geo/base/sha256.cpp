// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <sodium.h>

#include <array>

namespace xiangtu::base {

std::string sha256(std::span<const std::byte> bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

std::string sha256(std::string_view text) { return sha256(std::as_bytes(std::span(text.data(), text.size()))); }

}  // namespace xiangtu::base
