// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace xiangtu::demo {

/// SplitMix64 finaliser (Steele, Lea, Flood 2014): a well mixed hash of 64 bits.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t z) noexcept {
    z += 0x9E3779B97F4A7C15ull;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
}
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept { return mix(a ^ mix(b)); }

/// A hash as a number in [0, 1).
[[nodiscard]] constexpr double unitOf(std::uint64_t hash) noexcept {
    return double(hash >> 11) * (1.0 / 9007199254740992.0);
}

/// Deterministic random numbers: the same seed gives the same sequence on every machine.
class Random {
public:
    explicit constexpr Random(std::uint64_t seed) noexcept : m_state(mix(seed)) {}

    constexpr std::uint64_t next() noexcept {
        m_state += 0x9E3779B97F4A7C15ull;
        return mix(m_state);
    }
    constexpr double unit() noexcept { return unitOf(next()); }
    constexpr double between(double low, double high) noexcept { return low + (high - low) * unit(); }
    /// 0 … count - 1; count > 0.
    constexpr std::size_t below(std::size_t count) noexcept { return std::size_t(next() % count); }
    constexpr bool chance(double probability) noexcept { return unit() < probability; }
    /// Mean 0, spread about 1, by twelve uniforms: no platform's logarithm is involved.
    constexpr double bell() noexcept {
        double sum = -6;
        for (int i = 0; i < 12; ++i) sum += unit();
        return sum;
    }

private:
    std::uint64_t m_state;
};

}  // namespace xiangtu::demo
