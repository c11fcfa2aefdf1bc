// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signed_in.h"

#include "app/cli/output.h"
#include "base/error.h"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>

namespace xiangtu::cli {

namespace {

/// The terminal does not show what is typed as long as this lives.
class Unseen {
public:
    Unseen() {
        m_changed = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        if (m_changed) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen() {
        if (m_changed) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

std::string firstLine(std::istream& in) {
    std::string line;
    std::getline(in, line);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
    return line;
}

std::string words(const std::string& name, const project::NotLetIn& why) {
    using Why = project::NotLetIn::Why;
    switch (why.why) {
    case Why::noSuchAccount: return "there is no account \"" + name + "\"";
    case Why::disabled: return "the account \"" + name + "\" is disabled";
    case Why::wrongPin: {
        if (why.seconds > 0) return "wrong PIN; the next try is listened to in " + std::to_string(why.seconds) + " s";
        return "wrong PIN; " + std::to_string(why.triesLeft) + " tries until there is a wait";
    }
    case Why::waiting:
        return "too many wrong PINs: the next try is listened to in " + std::to_string(why.seconds) + " s";
    case Why::tampered: return "the PIN of \"" + name + "\" was changed by another program; it does not count";
    }
    return {};
}

}  // namespace

void addSignIn(CLI::App* command, SignInArguments& arguments) {
    auto* name = command->add_option("--as", arguments.name, "Whose account, in a file with accounts");
    command->add_option("--pin-file", arguments.pinFile, "File with the PIN; else $XIANGTU_PIN, else it is asked for")
        ->needs(name);
}

std::string readPin(const std::string& pinFile, const std::string& variable, const std::string& prompt) {
    if (!pinFile.empty()) {
        std::ifstream in(pinFile);
        if (!in) throw base::Error(base::Fault::io, pinFile + ": cannot be read");
        return firstLine(in);
    }
    if (const char* pin = std::getenv(variable.c_str()); pin && *pin) return pin;
    if (::isatty(STDIN_FILENO) == 0) {
        throw base::Error(base::Fault::usage,
                          "no PIN: give a file with --pin-file, or $" + variable + ", or run it on a terminal");
    }
    std::fprintf(stderr, "%s: ", prompt.c_str());
    const Unseen unseen;
    return firstLine(std::cin);
}

void signIn(const Door& door, const SignInArguments& arguments) {
    if (arguments.name.empty()) {
        if (door.open) return;
        // The gate would say so, too, but only after everything else was read and asked for.
        refuse({edit::RefusalReason::notSignedIn, door.file + " has accounts: say whose with --as NAME", {}, {}});
    }
    if (door.open) throw base::Error(base::Fault::usage, door.file + ": has no accounts to sign in to");
    const std::string pin = readPin(arguments.pinFile, "XIANGTU_PIN", "PIN of " + arguments.name);
    const project::SignIn entered = door.enter(arguments.name, pin);
    if (entered.ok()) return;
    std::fprintf(stderr, "refused (%s): %s\n", std::string(notLetInName(entered.error().why)).c_str(),
                 words(arguments.name, entered.error()).c_str());
    throw CLI::RuntimeError(kRefused);
}

void signIn(project::Project& project, const SignInArguments& arguments) {
    signIn({project.store().accounts().empty(), project.file().string(),
            [&](std::string_view name, std::string_view pin) { return project.signIn(name, pin); }},
           arguments);
}

project::Project openedForWriting(const std::string& file, const SignInArguments& arguments) {
    auto project = project::Project::open(file, store::OpenMode::readWrite);
    signIn(project, arguments);
    return project;
}

project::Project loadedForWriting(const std::string& file, const SignInArguments& arguments) {
    auto project = openedForWriting(file, arguments);
    project.load(base::Date::today(), {}, {});
    return project;
}

}  // namespace xiangtu::cli
