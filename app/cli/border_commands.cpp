// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/border_output.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/place_text.h"
#include "app/cli/signed_in.h"
#include "base/error.h"
#include "base/json.h"
#include "project/project.h"

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

struct BorderArguments {
    std::string file, level, day, reason, author, line, into, from, to, at, piece, name, neighbour;
    std::vector<std::string> codes, names;
    std::string children = "cut";
    SignInArguments signIn;
    bool preview = false, json = false, crossParents = false, allowParts = false, moveOutline = false,
         keepCodes = false;
};

borders::Options optionsOf(const BorderArguments& in) {
    borders::Options options;
    if (in.children == "whole") options.children = borders::ChildPolicy::whole;
    if (in.crossParents) options.parents = borders::ParentPolicy::follow;
    if (in.allowParts) options.parts = borders::PartsPolicy::allow;
    if (in.moveOutline) options.outer = borders::OuterPolicy::follow;
    if (in.keepCodes) options.codes = borders::CodePolicy::keep;
    return options;
}

project::Project openedFor(const BorderArguments& in) {
    if (!in.preview) return loadedForWriting(in.file, in.signIn);
    auto project = project::Project::open(in.file, store::OpenMode::readOnly);
    project.load(base::Date::today(), {}, {});
    return project;
}

bool isToCome(const std::string& day) {
    const auto date = base::Date::parse(day);
    return date && *date > base::Date::today();
}

void keepForItsDay(project::Project& project, const edit::Command& command, const BorderArguments& in) {
    const project::Planned planned = project.plan(command, in.author);
    if (!planned) refuse(planned.error());
    std::printf("plan %lld: kept for %s\n", static_cast<long long>(planned.value()), in.day.c_str());
}

using MakeOperation = std::function<borders::Operation(const BorderArguments&, const model::Snapshot&)>;

void runBorders(const BorderArguments& in, const MakeOperation& make) {
    auto project = openedFor(in);
    const edit::EditBorders command{{make(in, *project.state().snapshot), optionsOf(in)}, in.names, in.reason, in.day};
    if (isToCome(in.day) && !in.preview) return keepForItsDay(project, command, in);
    edit::EditBorders shown = command;
    if (isToCome(in.day)) shown.day.clear();
    const auto plan = project.preview(shown);
    if (!plan) refuse(plan.error());
    if (in.preview) {
        printPlan(*project.state().snapshot, plan.value(), 0, in.json ? PlanForm::json : PlanForm::text);
        return;
    }
    const auto before = project.state().snapshot;
    const auto outcome = project.apply(command, in.author);
    if (!outcome) refuse(outcome.error());
    printPlan(*before, plan.value(), outcome.value().logNumber, in.json ? PlanForm::json : PlanForm::text);
}

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

void addPolicies(CLI::App* command, const std::shared_ptr<BorderArguments>& in) {
    command->add_flag("--preview", in->preview, "Show every unit touched with its area and write nothing");
    command->add_flag("--json", in->json, "As JSON");
    command->add_option("--children", in->children, "Units below that a new border crosses: cut or whole")
        ->check(CLI::IsMember({"cut", "whole"}))
        ->capture_default_str();
    command->add_flag("--cross-parents", in->crossParents, "Land may pass to another parent; the parents follow");
    command->add_flag("--allow-parts", in->allowParts, "A unit may come out in more parts than it had");
    command->add_flag("--move-outline", in->moveOutline, "The outermost border may move");
    command->add_flag("--keep-codes", in->keepCodes, "Codes stay when a unit gets another parent");
}

void addSplit(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "split", "Cut a unit along a line; the larger part keeps the code", in);
    command->add_option("CODE", in->codes, "Unit to cut")->required()->expected(1);
    command->add_option("--line", in->line, "\"LON LAT, LON LAT, …\" across the unit")->required();
    command->add_option("--name", in->names, "Name of the new unit; again for each further one");
    addPolicies(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) {
            return borders::Split{unitNamed(s, a.codes[0], a.level), lineOf(a.line)};
        });
    });
}

void addMerge(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "merge", "Join neighbouring units of one level", in);
    command->add_option("CODE", in->codes, "Units to join")->required();
    command->add_option("--into", in->into, "The one that stays (the largest)");
    addPolicies(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) {
            borders::Merge merge;
            for (const std::string& code : a.codes) {
                const auto unit = unitNamed(s, code, a.level);
                if (!merge.units.empty() && unit.level != merge.level) {
                    throw base::Error(base::Fault::usage, code + ": is of another level than " + a.codes[0]);
                }
                merge.level = unit.level;
                merge.units.push_back(unit.code);
            }
            if (!a.into.empty()) merge.into = codeOf(a.into);
            return merge;
        });
    });
}

void addReshape(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "reshape", "Draw a stretch of a unit's border anew", in);
    command->add_option("CODE", in->codes, "Unit whose border moves")->required()->expected(1);
    command->add_option("--line", in->line, "\"LON LAT, LON LAT, …\" from border to border")->required();
    command->add_option("--neighbour", in->neighbour, "Who gets what the unit gives");
    addPolicies(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) {
            borders::Reshape reshape{unitNamed(s, a.codes[0], a.level), lineOf(a.line), {}};
            if (!a.neighbour.empty()) reshape.neighbour = codeOf(a.neighbour);
            return reshape;
        });
    });
}

void addVertex(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "move-vertex", "Move, insert or take out a vertex of a shared border", in);
    auto* from = command->add_option("--from", in->from, "\"LON LAT\" of the vertex");
    command->add_option("--to", in->to, "\"LON LAT\" where it shall stand; without it the vertex is taken out");
    command->add_option("--insert-at", in->at, "\"LON LAT\" on a border: put a new vertex in")->excludes(from);
    addPolicies(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot&) -> borders::Operation {
            if (!a.at.empty()) return borders::InsertVertex{placeOf(a.at), placeOf(a.to.empty() ? a.at : a.to)};
            if (a.to.empty()) return borders::DeleteVertex{placeOf(a.from)};
            return borders::MoveVertex{placeOf(a.from), placeOf(a.to)};
        });
    });
}

void addGive(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "give", "Hand a piece of a unit to its neighbour", in);
    command->add_option("FROM", in->from, "Unit that gives")->required();
    command->add_option("TO", in->to, "Unit that takes")->required();
    command->add_option("--line", in->line, "\"LON LAT, LON LAT, …\" that cuts the piece off")->required();
    command->add_option("--piece", in->piece, "\"LON LAT\" inside the piece, where it is not the smaller one");
    addPolicies(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) {
            const auto from = unitNamed(s, a.from, a.level);
            borders::GivePiece give{from.level, from.code, codeOf(a.to), lineOf(a.line), {}};
            if (!a.piece.empty()) give.piece = placeOf(a.piece);
            return give;
        });
    });
}

void addRename(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "rename", "Give a unit another name", in);
    command->add_option("CODE", in->from, "The unit")->required();
    command->add_option("NAME", in->name, "Its new name")->required();
    command->callback([in] {
        auto project = openedFor(*in);
        const auto unit = unitNamed(*project.state().snapshot, in->from, in->level);
        const edit::RenameUnit rename{unit, in->name, in->reason, in->day};
        if (isToCome(in->day)) return keepForItsDay(project, rename, *in);
        const auto outcome = project.apply(rename, in->author);
        if (!outcome) refuse(outcome.error());
        std::printf("%lld: %s is called %s\n", static_cast<long long>(outcome.value().logNumber), in->from.c_str(),
                    in->name.c_str());
    });
}

struct PlanArguments {
    std::string file, what = "list";
    SignInArguments signIn;
    std::int64_t id = 0;
    bool json = false;
};

void listPlans(store::Reader& store, bool asJson) {
    base::Json list = base::Json::array();
    for (const store::PlannedEdit& plan : store.plannedEdits()) {
        const base::Json command = base::parseJson(plan.command, "table planned_edit");
        list.push_back({{"id", plan.id},
                        {"day", plan.day.iso()},
                        {"state", plan.state},
                        {"author", plan.author},
                        {"at", plan.at},
                        {"note", plan.note},
                        {"command", command}});
        if (asJson) continue;
        const std::string note = plan.note.empty() ? "" : ": " + plan.note;
        std::printf("%4lld  %s  %s%s  %s  %s\n", static_cast<long long>(plan.id), plan.day.iso().c_str(),
                    plan.state.c_str(), note.c_str(), plan.author.c_str(), command.dump().c_str());
    }
    if (asJson) std::printf("%s\n", list.dump(2).c_str());
}

void plans(const PlanArguments& in) {
    if (in.what == "list") return listPlans(*store::open(in.file, store::OpenMode::readOnly), in.json);
    if (in.what == "withdraw") {
        auto project = openedForWriting(in.file, in.signIn);
        const auto refusal = project.withdraw(in.id);
        if (refusal && refusal->reason == edit::RefusalReason::unknownPlan)
            throw base::Error(base::Fault::usage, refusal->detail);
        if (refusal) refuse(*refusal);
        std::printf("plan %lld is withdrawn\n", static_cast<long long>(in.id));
        return;
    }
    auto project = loadedForWriting(in.file, in.signIn);
    if (!project.session() && !project.store().accounts().empty())
        refuse({edit::RefusalReason::notSignedIn, in.file + " has accounts: say who you are with --as", {}, {}});
    bool conflict = false;
    for (const auto& [plan, outcome] : project.applyPlans(project::PlanChoice::conflictsToo)) {
        conflict |= !outcome.ok();
        std::printf("plan %lld of %s: %s\n", static_cast<long long>(plan.id), plan.day.iso().c_str(),
                    outcome.ok() ? ("made, line " + std::to_string(outcome.value().logNumber)).c_str()
                                 : ("conflict: " + outcome.error().detail).c_str());
    }
    if (conflict) throw CLI::RuntimeError(kRefused);
}

void addPlans(CLI::App& app) {
    auto in = std::make_shared<PlanArguments>();
    auto* command = app.add_subcommand("plans", "Edits kept for a day to come");
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("WHAT", in->what, "list; apply those whose day is there; withdraw --id")
        ->check(CLI::IsMember({"list", "apply", "withdraw"}))
        ->capture_default_str();
    command->add_option("--id", in->id, "Number of the plan to withdraw");
    addSignIn(command, in->signIn);
    command->add_flag("--json", in->json, "As JSON");
    command->callback([in] { plans(*in); });
}

}  // namespace

void addBorderCommands(CLI::App& app) {
    addSplit(app);
    addMerge(app);
    addReshape(app);
    addVertex(app);
    addGive(app);
    addRename(app);
    addPlans(app);
}

}  // namespace xiangtu::cli
