// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

namespace xiangtu::cli {

/// Each function adds one subcommand (or a family) whose callback does the work. A callback reports a
/// failed job by throwing base::Error, a refusal by throwing CLI::RuntimeError with its exit code.
void addInfoCommand(CLI::App& app);
void addDemoCommand(CLI::App& app);
void addImportCommand(CLI::App& app);
void addExportCommand(CLI::App& app);
void addEditCommands(CLI::App& app);    ///< set-class, undo, redo
void addBorderCommands(CLI::App& app);  ///< split, merge, reshape, give, fit, vertices, rename, restore
void addPlansCommand(CLI::App& app);
void addHistoryCommands(CLI::App& app);  ///< history, as-of, compare
void addOrgCommand(CLI::App& app);
void addAccountCommand(CLI::App& app);    ///< account list, add, scope, set-pin, disable, enable
void addReferenceCommand(CLI::App& app);  ///< reference list, add, remove
void addRenderCommand(CLI::App& app);
void addCatalogueCommand(CLI::App& app);   ///< catalogue check, list, coverage, apply
void addIndicatorCommands(CLI::App& app);  ///< indicators, check, report, worklist
void addRecordCommands(CLI::App& app);     ///< records, record
void addQueryCommand(CLI::App& app);

}  // namespace xiangtu::cli
