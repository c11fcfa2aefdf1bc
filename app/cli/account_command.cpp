// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "base/error.h"
#include "base/json.h"

#include <unistd.h>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

namespace xiangtu::cli {

namespace {

struct AccountArguments {
    std::string file, name, role = "grid_worker", scope, newPinFile;
    SignInArguments signIn;
    bool json = false;
};

void listAccounts(const AccountArguments& in) {
    const auto project = store::open(in.file, store::OpenMode::readOnly);
    base::Json all = base::Json::array();
    for (const model::Account& account : project->accounts()) {
        const std::string role(model::roleName(account.role));
        if (in.json) {
            all.push_back({{"name", account.name},
                           {"role", role},
                           {"scope", account.scope.text()},
                           {"created", account.created.iso()},
                           {"disabled", account.disabled.iso()}});
            continue;
        }
        const std::string ended = account.disabled.isOpen() ? "" : "  disabled " + account.disabled.iso();
        std::printf("%-14s %-20s %s%s\n", role.c_str(), account.scope.text().c_str(), account.name.c_str(),
                    ended.c_str());
    }
    if (in.json)
        std::printf("%s\n", all.dump(2).c_str());
    else if (project->accounts().empty())
        std::printf("no accounts: the file is open to whoever holds it\n");
}

model::Scope scopeOf(const std::string& text) {
    const auto scope = model::Scope::parse(text);
    if (!scope)
        throw base::Error(base::Fault::usage, "\"" + text + "\" is not * or unit codes like 433123101,433123102");
    return *scope;
}

model::Role roleOf(const std::string& text) {
    const auto role = model::parseRole(text);
    if (!role) {
        throw base::Error(base::Fault::usage,
                          "\"" + text + "\" is not a role (grid_worker, leader, planner, administrator)");
    }
    return *role;
}

model::Account named(project::Project& project, const std::string& name) {
    for (model::Account& account : project.store().accounts()) {
        if (account.name == name) return std::move(account);
    }
    refuse({edit::RefusalReason::badAccount, "there is no account \"" + name + "\"", {}, {}, "name"});
}

/// Asked for twice on a terminal, where nobody sees what is typed.
std::string newPin(const AccountArguments& in) {
    const std::string pin = readPin(in.newPinFile, "XIANGTU_NEW_PIN", "New PIN of " + in.name);
    if (in.newPinFile.empty() && !std::getenv("XIANGTU_NEW_PIN") &&
        readPin({}, "XIANGTU_NEW_PIN", "Once more") != pin) {
        throw base::Error(base::Fault::usage, "these were two different PINs");
    }
    return pin;
}

void done(const std::optional<edit::Refusal>& refusal, const std::string& words) {
    if (refusal) refuse(*refusal);
    std::printf("%s\n", words.c_str());
}

void addAccount(const AccountArguments& in) {
    auto project = openedForWriting(in.file, in.signIn);
    const model::Role role = roleOf(in.role);
    const std::string scope = in.scope.empty() && role == model::Role::administrator ? "*" : in.scope;
    const project::NewAccount account{in.name, role, scopeOf(scope)};
    done(project.accounts().add(account, newPin(in)), in.name + " has an account");
}

void changeScope(const AccountArguments& in, bool withRole) {
    auto project = openedForWriting(in.file, in.signIn);
    const model::Account account = named(project, in.name);
    const model::Role role = withRole ? roleOf(in.role) : account.role;
    const model::Scope scope = in.scope.empty() ? account.scope : scopeOf(in.scope);
    done(project.accounts().change(account.id, role, scope),
         in.name + " is a " + std::string(model::roleName(role)) + " below " + scope.text());
}

CLI::App* addPart(CLI::App& account, const char* name, const char* help, const std::shared_ptr<AccountArguments>& in) {
    auto* part = account.add_subcommand(name, help);
    part->add_option("FILE", in->file, "Xiangtu file")->required();
    return part;
}

CLI::App* addNamedPart(CLI::App& account, const char* name, const char* help,
                       const std::shared_ptr<AccountArguments>& in) {
    auto* part = addPart(account, name, help, in);
    part->add_option("NAME", in->name, "Whose account")->required();
    addSignIn(part, in->signIn);
    return part;
}

void addNewPin(CLI::App* part, const std::shared_ptr<AccountArguments>& in) {
    part->add_option("--new-pin-file", in->newPinFile,
                     "File with the new PIN; else $XIANGTU_NEW_PIN, else it is asked for");
}

}  // namespace

void addAccountCommand(CLI::App& app) {
    auto* account = app.add_subcommand("account", "Who may write into a file, and where");
    account->require_subcommand(1);

    const auto listed = std::make_shared<AccountArguments>();
    auto* part = addPart(*account, "list", "The accounts of a file", listed);
    part->add_flag("--json", listed->json, "As JSON");
    part->callback([listed] { listAccounts(*listed); });

    const auto added = std::make_shared<AccountArguments>();
    part = addNamedPart(*account, "add", "Make an account; the first one is an administrator's and closes the file",
                        added);
    part->add_option("--role", added->role, "grid_worker, leader, planner, administrator")->capture_default_str();
    part->add_option("--scope", added->scope, "Unit codes below which it may write, between commas; * = everywhere");
    addNewPin(part, added);
    part->callback([added] { addAccount(*added); });

    const auto changed = std::make_shared<AccountArguments>();
    part = addNamedPart(*account, "scope", "Say where an account may write, and with --role as what", changed);
    part->add_option("SCOPE", changed->scope, "Unit codes between commas; * = everywhere");
    auto* role = part->add_option("--role", changed->role, "grid_worker, leader, planner, administrator");
    part->callback([changed, role] { changeScope(*changed, role->count() > 0); });

    const auto renewed = std::make_shared<AccountArguments>();
    part = addNamedPart(*account, "set-pin", "Give an account another PIN; one's own needs no administrator", renewed);
    addNewPin(part, renewed);
    part->callback([renewed] {
        auto project = openedForWriting(renewed->file, renewed->signIn);
        const auto id = named(project, renewed->name).id;
        done(project.accounts().setPin(id, newPin(*renewed)), "the PIN of " + renewed->name + " is another");
    });

    const auto ended = std::make_shared<AccountArguments>();
    part = addNamedPart(*account, "disable", "It may no longer sign in; what it did stays", ended);
    part->callback([ended] {
        auto project = openedForWriting(ended->file, ended->signIn);
        done(project.accounts().disable(named(project, ended->name).id), ended->name + " may no longer sign in");
    });

    const auto revived = std::make_shared<AccountArguments>();
    part = addNamedPart(*account, "enable", "It may sign in again", revived);
    part->callback([revived] {
        auto project = openedForWriting(revived->file, revived->signIn);
        done(project.accounts().enable(named(project, revived->name).id), revived->name + " may sign in again");
    });
}

}  // namespace xiangtu::cli
