// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/section.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace xiangtu::display {

static_assert(std::endian::native == std::endian::little, "sidecars are little-endian");

/// How a flat file lies on disk; see flat_file.h.
inline constexpr std::size_t kAlignment = 64;
inline constexpr std::array<char, 8> kMagic{'X', 'G', 'T', 'U', 'F', 'L', 'A', 'T'};
inline constexpr std::uint32_t kByteOrder = 0x01020304;
/// Raised whenever the meaning of a section changes: files of another version are made anew.
inline constexpr std::uint32_t kVersion = 1;
inline constexpr std::uint32_t kMaxSections = 4096;

struct FlatHead {
    std::array<char, 8> magic = kMagic;
    std::uint32_t byteOrder = kByteOrder;
    std::uint32_t version = kVersion;
    std::uint32_t sections = 0;
    std::uint32_t unused = 0;
    std::uint64_t fileBytes = 0;
    std::uint64_t tableSum = 0;
    std::array<std::uint64_t, 3> rest{};
};
static_assert(sizeof(FlatHead) == kAlignment);

struct FlatEntry {
    std::array<char, Section::kMaxName + 1> name{};
    std::uint32_t itemBytes = 0;
    std::uint32_t unused = 0;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
    std::uint64_t sum = 0;
    std::uint64_t rest = 0;
};
static_assert(sizeof(FlatEntry) == kAlignment);

/// The table of a flat file, as far as it can be told without its checksums; nothing when head or table
/// are not of such a file or point out of it.
[[nodiscard]] std::optional<std::vector<FlatEntry>> entriesOf(std::span<const std::byte> bytes);
/// Its sections, which hold on to the bytes by `owner`.
[[nodiscard]] std::vector<Section> sectionsOf(std::span<const FlatEntry> entries, std::span<const std::byte> bytes,
                                              const std::shared_ptr<const void>& owner);

}  // namespace xiangtu::display
