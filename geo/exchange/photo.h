// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Photos and papers above this size are refused: a file is to stay one that can be sent.
inline constexpr std::uintmax_t kMostAttachedBytes = std::uintmax_t(20) << 20;

/// What a photo says about itself; nothing of it is proof.
struct PhotoFacts {
    std::optional<geom::GeoPoint> place;  ///< degrees, WGS 84, which is CGCS2000 to some centimetres
    std::string taken;                    ///< "2026-05-03T10:20:30", with "+08:00" where the photo has it; may be empty
    bool operator==(const PhotoFacts&) const = default;
};

/// A photo or paper ready to be kept.
struct AttachedFile {
    std::string name;  ///< file name without folders
    std::string mime;
    std::string hash;  ///< SHA-256 of the bytes, small hexadecimal digits
    std::vector<std::byte> bytes;
    PhotoFacts photo;
};

/// Reads a file to be attached to a record. Throws Error{io} naming the file when it cannot be read,
/// is empty, too large or no ordinary file.
[[nodiscard]] AttachedFile readAttached(const std::filesystem::path& file);

/// The type by what the bytes are, whatever the file is called; "application/octet-stream" where they
/// are nothing known.
[[nodiscard]] std::string mimeOf(std::span<const std::byte> bytes);
/// From the Exif part of an image (JEITA CP-3451, by Exiv2); damaged, missing or senseless parts are
/// left out. Any bytes are allowed. Safe from any thread.
[[nodiscard]] PhotoFacts photoFacts(std::span<const std::byte> bytes);

}  // namespace xiangtu::exchange
