// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/project.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace xiangtu::cli {

/// Who works on a file with accounts, as the command line says it. A PIN never stands on the command line, where
/// others could read it: it comes from a file, from $XIANGTU_PIN, or is asked for on the terminal.
struct SignInArguments {
    std::string name;
    std::string pinFile;
};
/// --as NAME and --pin-file FILE.
void addSignIn(CLI::App* command, SignInArguments& arguments);

/// The PIN by what the arguments say; `prompt` is for the terminal. Throws Error{usage} when there is none.
[[nodiscard]] std::string readPin(const std::string& pinFile, const std::string& variable, const std::string& prompt);

/// What lets people into an open file: project::Project, and whatever else owns a gate.
struct Door {
    bool open = true;  ///< the file has no accounts
    std::string file;
    std::function<project::SignIn(std::string_view name, std::string_view pin)> enter;
};
void signIn(const Door& door, const SignInArguments& arguments);
/// Signs in who was named. Refuses with exit code 3 who is not let in, and in a file with accounts who gives no name.
void signIn(project::Project& project, const SignInArguments& arguments);
/// Opened for writing with who was named signed in; not loaded.
[[nodiscard]] project::Project openedForWriting(const std::string& file, const SignInArguments& arguments);
/// As above and loaded as of today.
[[nodiscard]] project::Project loadedForWriting(const std::string& file, const SignInArguments& arguments);

}  // namespace xiangtu::cli
