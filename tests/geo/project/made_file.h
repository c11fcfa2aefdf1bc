// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"
#include "support/coverage.h"

#include <filesystem>

namespace xiangtu::project {

/// Writes the made-up county into a new file.
void makeFile(const std::filesystem::path& file, const support::CoverageOptions& options = {});
/// Writes a county drawn by hand, without organisations and classes, one year old and more, into an empty file.
void fillFile(const std::filesystem::path& file, const model::Snapshot& county);
/// Opens a file and loads it as of today.
[[nodiscard]] Project openedToday(const std::filesystem::path& file, store::OpenMode mode = store::OpenMode::readWrite);

}  // namespace xiangtu::project
