// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace xiangtu::display {

/// Finds damage, not forgery: any change of a few bytes gives another number. About as fast as memory
/// is read.
[[nodiscard]] std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed = 0) noexcept;

/// Sections are summed up in blocks of this many bytes, so that all cores can check one of them; a
/// section's number is the checksum of its blocks' numbers.
inline constexpr std::size_t kBlockBytes = std::size_t(1) << 20;

}  // namespace xiangtu::display
