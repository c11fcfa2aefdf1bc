// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "display/mapped_file.h"
#include "display/section.h"

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace xiangtu::display {

/// A file of named flat arrays, read by mapping it:
///
///   head     64 bytes: "XGTUFLAT", byte order mark, version, number of sections, length of the file,
///            checksum of the table
///   table    64 bytes a section: name, bytes of one value, offset, length, checksum
///   sections each at a multiple of 64 bytes
///
/// Written under a name of its own and renamed when whole. Throws base::Error (io, diskFull,
/// noPermission, cancelled); then the file of before stands. `mode`: the permissions it gets.
void writeFlatFile(const std::filesystem::path& file, std::span<const Section> sections, std::filesystem::perms mode,
                   const base::Progress& progress);

/// A file as it was read. The sections keep the mapping by themselves.
struct FlatFile {
    std::vector<Section> sections;
    std::shared_ptr<const MappedFile> mapping;
};

/// The sections of a file, mapped, every byte of them checked; empty and null when there is no such file or
/// anything about it is not as it was written.
[[nodiscard]] FlatFile readFlatFile(const std::filesystem::path& file);

}  // namespace xiangtu::display
