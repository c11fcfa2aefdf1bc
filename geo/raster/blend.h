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

}  // namespace xiangtu::raster
