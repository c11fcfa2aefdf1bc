// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "base/error.h"
#include "base/json.h"
#include "project/project.h"

#include <cstdio>
#include <memory>
#include <string>

namespace xiangtu::cli {

namespace {

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
    bool conflict = false;
    for (const auto& [plan, outcome] : project.applyPlans(project::PlanChoice::conflictsToo)) {
        conflict |= !outcome.ok();
        std::printf("plan %lld of %s: %s\n", static_cast<long long>(plan.id), plan.day.iso().c_str(),
                    outcome.ok() ? ("made, line " + std::to_string(outcome.value().logNumber)).c_str()
                                 : ("conflict: " + outcome.error().detail).c_str());
    }
    if (conflict) throw CLI::RuntimeError(kRefused);
}

}  // namespace

void addPlansCommand(CLI::App& app) {
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

}  // namespace xiangtu::cli
