// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace xiangtu::cli {

void addDemoCommand(CLI::App&) {}

}  // namespace xiangtu::cli
