// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include "base/error.h"

#include <sodium.h>

#include <array>
#include <fstream>
#include <vector>

namespace xiangtu::base {

namespace {

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

std::string hexadecimal(const Digest& digest) {
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text;
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    return text.data();
}

}  // namespace

std::string sha256(std::span<const std::byte> bytes) {
    Digest digest;
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hexadecimal(digest);
}

std::string sha256(std::string_view text) { return sha256(std::as_bytes(std::span(text.data(), text.size()))); }

std::string sha256OfFile(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    std::vector<char> piece(1 << 18);
    while (in) {
        in.read(piece.data(), std::streamsize(piece.size()));
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                  static_cast<unsigned long long>(in.gcount()));
    }
    if (!in.eof()) throw Error(Fault::io, file.string() + ": cannot be read");
    Digest digest;
    crypto_hash_sha256_final(&state, digest.data());
    return hexadecimal(digest);
}

}  // namespace xiangtu::base
