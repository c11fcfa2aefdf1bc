// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace xiangtu::raster {

// Arithmetic on premultiplied 0xAARRGGBB pixels, two channels at a time.

/// Each channel times k / 255, rounded; k in 0 … 255.
[[nodiscard]] constexpr std::uint32_t scaled(std::uint32_t p, std::uint32_t k) noexcept {
    std::uint32_t rb = (p & 0x00FF00FFu) * k + 0x00800080u;
    std::uint32_t ag = ((p >> 8) & 0x00FF00FFu) * k + 0x00800080u;
    rb = ((rb + ((rb >> 8) & 0x00FF00FFu)) >> 8) & 0x00FF00FFu;
    ag = (ag + ((ag >> 8) & 0x00FF00FFu)) & 0xFF00FF00u;
    return rb | ag;
}

/// A plain colour with its alpha multiplied in.
[[nodiscard]] constexpr std::uint32_t premultiplied(std::uint32_t argb) noexcept {
    return scaled(argb | 0xFF000000u, argb >> 24);
}

/// Source over destination, both premultiplied.
[[nodiscard]] constexpr std::uint32_t over(std::uint32_t source, std::uint32_t destination) noexcept {
    return source + scaled(destination, 255 - (source >> 24));
}

/// Four pixels at once (a vector type of GCC and Clang).
using FourPixels = std::uint32_t __attribute__((vector_size(16)));

/// As over() of single pixels, lane by lane.
[[nodiscard]] inline FourPixels over(FourPixels source, FourPixels destination) noexcept {
    using Halves = std::uint16_t __attribute__((vector_size(16)));  // two channels of a pixel in two lanes
    const auto scaledHalves = [](FourPixels p, FourPixels k) {
        const Halves product = Halves(p & 0x00FF00FFu) * Halves(k | k << 16) + 128;
        return FourPixels((product + (product >> 8)) >> 8);
    };
    const FourPixels k = 255 - (source >> 24);
    return source + (scaledHalves(destination, k) | scaledHalves(destination >> 8, k) << 8);
}

}  // namespace xiangtu::raster
