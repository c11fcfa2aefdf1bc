// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace xiangtu::cli {

/// True when the arguments ask for the command line (a subcommand, --help or --version) and not for
/// the map window.
[[nodiscard]] bool wantsCommandLine(int argc, char** argv);

/// Runs a subcommand. Exit codes: 0 done, 1 fault (message on standard error), 2 wrong usage,
/// 3 refused.
[[nodiscard]] int run(int argc, char** argv);

}  // namespace xiangtu::cli
