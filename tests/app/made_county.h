// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/coverage.h"

#include <QString>

#include <filesystem>

namespace xiangtu::app::test {

/// Writes the made-up county of tests/support as a Xiangtu file and returns its path.
QString makeCounty(const std::filesystem::path& file, const support::CoverageOptions& options = {});
/// A sound file without any unit.
QString makeEmptyFile(const std::filesystem::path& file);

}  // namespace xiangtu::app::test
