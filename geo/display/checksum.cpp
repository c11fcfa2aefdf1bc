// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/checksum.h"

#include <array>
#include <bit>
#include <cstring>

namespace xiangtu::display {

namespace {

// Four lanes keep the multiplier busy. Each step is a bijection of its lane and the word, so one changed
// word cannot go unseen.
constexpr std::uint64_t kA = 0x9E3779B185EBCA87ull, kB = 0xC2B2AE3D27D4EB4Full;

std::uint64_t step(std::uint64_t lane, std::uint64_t word) noexcept { return std::rotl(lane ^ (word * kA), 31) * kB; }

std::uint64_t wordAt(const std::byte* at, std::size_t bytes) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, at, bytes);
    return word;
}

}  // namespace

std::uint64_t checksum(std::span<const std::byte> bytes, std::uint64_t seed) noexcept {
    std::array<std::uint64_t, 4> lanes{seed ^ kA, seed ^ kB, seed + kA, seed + kB};
    const std::byte* at = bytes.data();
    std::size_t left = bytes.size();
    for (; left >= 32; left -= 32, at += 32) {
        for (std::size_t l = 0; l < lanes.size(); ++l) lanes[l] = step(lanes[l], wordAt(at + 8 * l, 8));
    }
    for (; left >= 8; left -= 8, at += 8) lanes[0] = step(lanes[0], wordAt(at, 8));
    if (left > 0) lanes[1] = step(lanes[1], wordAt(at, left));
    std::uint64_t sum = step(seed, bytes.size());
    for (const std::uint64_t lane : lanes) sum = step(sum, lane);
    return sum ^ sum >> 32;
}

}  // namespace xiangtu::display
