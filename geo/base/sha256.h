// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace xiangtu::base {

/// SHA-256 (FIPS 180-4, by libsodium) as 64 small hexadecimal digits.
[[nodiscard]] std::string sha256(std::span<const std::byte> bytes);
[[nodiscard]] std::string sha256(std::string_view text);
/// Of a file's content, read piece by piece. Throws Error{Fault::io} naming the file.
[[nodiscard]] std::string sha256OfFile(const std::filesystem::path& file);

}  // namespace xiangtu::base
