// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace xiangtu {

/// Runs a program without a shell (paths hold quotes) and returns what it prints; fails the test when
/// it does not end well.
std::string outputOf(const std::vector<std::string>& words);

}  // namespace xiangtu
