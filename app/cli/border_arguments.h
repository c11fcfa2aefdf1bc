// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/signed_in.h"
#include "edit/command.h"
#include "project/project.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::cli {

/// What the commands that edit borders and units are asked. Each uses some of it.
struct BorderArguments {
    std::string file, level, day, reason, author, line, area, into, from, to, at, piece, name, neighbour;
    std::vector<std::string> codes, names, policies;
    std::string children = "cut";
    SignInArguments signIn;
    double tolerance = 2;
    bool preview = false, json = false, crossParents = false, allowParts = false, moveOutline = false,
         keepCodes = false;
};

/// A subcommand with FILE, level, day, reason, author and who signs in.
CLI::App* addBorderCommand(CLI::App& app, const char* name, const char* help,
                           const std::shared_ptr<BorderArguments>& in);
/// --preview and --json.
void addShowing(CLI::App* command, const std::shared_ptr<BorderArguments>& in);
/// Those, and what becomes of units above and below.
void addOptions(CLI::App* command, const std::shared_ptr<BorderArguments>& in);
/// --policy, for what is kept by unit.
void addPolicy(CLI::App* command, const std::shared_ptr<BorderArguments>& in);

/// The file, loaded as of today; for reading only where nothing is to be written.
[[nodiscard]] project::Project openedFor(const BorderArguments& in);
/// The unit that has or had the code, on the level named or on the largest; refuses (exit code 3) where there never was
/// one.
[[nodiscard]] borders::UnitName unitOfAnyDay(project::Project& project, const std::string& code,
                                             const std::string& level);
/// Shows what the edit does and, unless it is a preview, makes it; one of a day to come is kept as a plan.
void runEdit(project::Project& project, const edit::Command& command, const BorderArguments& in);

using MakeOperation = std::function<borders::Operation(const BorderArguments&, const model::Snapshot&)>;
void runBorders(const BorderArguments& in, const MakeOperation& make);

}  // namespace xiangtu::cli
