// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/border_arguments.h"

#include "app/cli/border_output.h"
#include "app/cli/output.h"
#include "app/cli/place_text.h"
#include "base/error.h"

#include <cstdio>
#include <utility>

namespace xiangtu::cli {

namespace {

borders::Options optionsOf(const BorderArguments& in) {
    borders::Options options;
    if (in.children == "whole") options.children = borders::ChildPolicy::whole;
    if (in.crossParents) options.parents = borders::ParentPolicy::follow;
    if (in.allowParts) options.parts = borders::PartsPolicy::allow;
    if (in.moveOutline) options.outer = borders::OuterPolicy::follow;
    if (in.keepCodes) options.codes = borders::CodePolicy::keep;
    return options;
}

decltype(edit::EditBorders::policies) policiesOf(const BorderArguments& in) {
    decltype(edit::EditBorders::policies) out;
    for (const std::string& text : in.policies) {
        const auto equals = text.find('=');
        const auto policy =
            equals == std::string::npos ? std::nullopt : model::parseLandPolicy(text.substr(equals + 1));
        if (!policy) {
            throw base::Error(base::Fault::usage,
                              "--policy " + text +
                                  ": say NAME=keep, sum, area, households or ask; NAME is households "
                                  "or REGISTER.FIELD");
        }
        out[text.substr(0, equals)] = *policy;
    }
    return out;
}

std::string dayOf(const edit::Command& command) {
    if (const auto* borders = std::get_if<edit::EditBorders>(&command)) return borders->day;
    if (const auto* rename = std::get_if<edit::RenameUnit>(&command)) return rename->day;
    return {};
}

/// The same edit from today on: only that can be shown of one to come.
edit::Command asOfToday(edit::Command command) {
    if (auto* borders = std::get_if<edit::EditBorders>(&command)) borders->day.clear();
    if (auto* rename = std::get_if<edit::RenameUnit>(&command)) rename->day.clear();
    return command;
}

bool isToCome(const std::string& day) {
    const auto date = base::Date::parse(day);
    return date && *date > base::Date::today();
}

}  // namespace

CLI::App* addBorderCommand(CLI::App& app, const char* name, const char* help,
                           const std::shared_ptr<BorderArguments>& in) {
    auto* command = app.add_subcommand(name, help);
    in->author = accountName();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("--level", in->level, "Level where several have the code (the largest)");
    command->add_option("--day", in->day, "Day it holds from, YYYY-MM-DD; default today; one to come makes a plan");
    command->add_option("--reason", in->reason, "Why; kept in the history");
    command->add_option("--author", in->author, "Who decided")->capture_default_str();
    addSignIn(command, in->signIn);
    return command;
}

void addShowing(CLI::App* command, const std::shared_ptr<BorderArguments>& in) {
    command->add_flag("--preview", in->preview, "Show every unit touched with its area and write nothing");
    command->add_flag("--json", in->json, "As JSON");
}

void addOptions(CLI::App* command, const std::shared_ptr<BorderArguments>& in) {
    addShowing(command, in);
    command->add_option("--children", in->children, "Units below that a new border crosses: cut or whole")
        ->check(CLI::IsMember({"cut", "whole"}))
        ->capture_default_str();
    command->add_flag("--cross-parents", in->crossParents, "Land may pass to another parent; the parents follow");
    command->add_flag("--allow-parts", in->allowParts, "A unit may come out in more parts than it had");
    command->add_flag("--move-outline", in->moveOutline, "The outermost border may move");
    command->add_flag("--keep-codes", in->keepCodes, "Codes stay when a unit gets another parent");
}

void addPolicy(CLI::App* command, const std::shared_ptr<BorderArguments>& in) {
    command->add_option("--policy", in->policies,
                        "NAME=keep|sum|area|households|ask: what becomes of households or REGISTER.FIELD, other than "
                        "the catalogue says");
}

project::Project openedFor(const BorderArguments& in) {
    if (!in.preview) return loadedForWriting(in.file, in.signIn);
    auto project = project::Project::open(in.file, store::OpenMode::readOnly);
    project.load(base::Date::today(), {}, {});
    return project;
}

borders::UnitName unitOfAnyDay(project::Project& project, const std::string& code, const std::string& level) {
    const model::Snapshot& today = *project.state().snapshot;
    if (!level.empty() || today.findUnit(codeOf(code)).valid()) return unitNamed(today, code, level);
    const auto former = project.store().unitOfCode(codeOf(code), std::nullopt);
    const auto states = former ? project.store().unitStates(*former) : std::vector<store::UnitState>();
    if (states.empty()) return unitNamed(today, code, level);
    return {states.back().state.level, codeOf(code)};
}

void runEdit(project::Project& project, const edit::Command& command, const BorderArguments& in) {
    if (isToCome(dayOf(command)) && !in.preview) {
        const project::Planned planned = project.plan(command, in.author);
        if (!planned) refuse(planned.error());
        std::printf("plan %lld: kept for %s\n", static_cast<long long>(planned.value()), dayOf(command).c_str());
        return;
    }
    const auto before = project.state().snapshot;
    const auto plan = project.preview(isToCome(dayOf(command)) ? asOfToday(command) : command);
    if (!plan) refuse(plan.error());
    std::int64_t made = 0;
    if (!in.preview) {
        const auto outcome = project.apply(command, in.author);
        if (!outcome) refuse(outcome.error());
        made = outcome.value().logNumber;
    }
    printPlan(*before, plan.value(), made, in.json ? PlanForm::json : PlanForm::text);
}

void runBorders(const BorderArguments& in, const MakeOperation& make) {
    auto project = openedFor(in);
    edit::EditBorders command{{make(in, *project.state().snapshot), optionsOf(in)}, in.names, in.reason, in.day};
    command.policies = policiesOf(in);
    runEdit(project, command, in);
}

}  // namespace xiangtu::cli
