// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/place_text.h"
#include "app/cli/signed_in.h"
#include "base/error.h"
#include "base/json.h"
#include "project/project.h"

#include <cstdio>
#include <memory>
#include <string>

namespace xiangtu::cli {

namespace {

struct OrgArguments {
    std::string file, name, kind = "branch", serves, at, chain, day, reason, author;
    std::int64_t id = 0, parent = 0;
    SignInArguments signIn;
    bool json = false;
};

void write(const OrgArguments& in, const edit::Command& command, const std::string& words) {
    auto project = loadedForWriting(in.file, in.signIn);
    const auto outcome = project.apply(command, in.author);
    if (!outcome) refuse(outcome.error());
    std::printf("%lld: %s\n", static_cast<long long>(outcome.value().logNumber), words.c_str());
}

std::optional<model::Code> servedCode(const OrgArguments& in) {
    if (in.serves.empty() || in.serves == "none") return std::nullopt;
    return codeOf(in.serves);
}

void setUp(const OrgArguments& in) {
    const auto kind = model::parsePartyOrgKind(in.kind);
    if (!kind) {
        throw base::Error(base::Fault::usage, "\"" + in.kind +
                                                  "\" is not a kind (committee, general_branch, branch, "
                                                  "party_group, member_household, functional)");
    }
    edit::SetUpOrganisation command{in.name, *kind, servedCode(in), in.parent};
    if (!in.at.empty()) command.place = placeOf(in.at);
    command.chain = in.chain;
    command.reason = in.reason;
    command.day = in.day;
    write(in, command, in.name + " is set up");
}

void list(const OrgArguments& in) {
    const auto snapshot = store::open(in.file, store::OpenMode::readOnly)->load(dayOrToday(in.day), {});
    const auto within = unitOrNone(snapshot, in.serves);
    base::Json all = base::Json::array();
    for (std::size_t i = 0; i < snapshot.party->orgs.size(); ++i) {
        const model::PartyOrg& org = snapshot.party->orgs[i];
        if (within.valid() && (!org.serves.valid() || snapshot.ancestor(org.serves, within.level) != within)) continue;
        const std::string unit = org.serves.valid() ? snapshot.unit(org.serves).code.text() : "";
        if (in.json) {
            all.push_back({{"id", org.id.value},
                           {"name", std::string(org.name)},
                           {"kind", model::partyOrgKindName(org.kind)},
                           {"serves", unit},
                           {"parent", org.parent.value},
                           {"established", org.established.iso()}});
        } else {
            std::printf("%8lld  %-16s %-18s %s\n", static_cast<long long>(org.id.value),
                        std::string(model::partyOrgKindName(org.kind)).c_str(), unit.c_str(),
                        std::string(org.name).c_str());
        }
    }
    if (in.json) std::printf("%s\n", all.dump(2).c_str());
}

CLI::App* addOrgPart(CLI::App& org, const char* name, const char* help, const std::shared_ptr<OrgArguments>& in) {
    auto* part = org.add_subcommand(name, help);
    in->author = accountName();
    part->add_option("FILE", in->file, "Xiangtu file")->required();
    return part;
}

void addDecision(CLI::App* part, const std::shared_ptr<OrgArguments>& in) {
    part->add_option("--reason", in->reason, "Why; kept in the history");
    part->add_option("--author", in->author, "Who decided")->capture_default_str();
    addSignIn(part, in->signIn);
}

}  // namespace

void addOrgCommand(CLI::App& app) {
    auto* org = app.add_subcommand("org", "Party organisations and what they serve");
    org->require_subcommand(1);

    const auto listed = std::make_shared<OrgArguments>();
    auto* part = addOrgPart(*org, "list", "The organisations with their ids", listed);
    part->add_option("--within", listed->serves, "Only those serving the unit of this code or units inside it");
    part->add_option("--date", listed->day, "As of this day, YYYY-MM-DD; default today");
    part->add_flag("--json", listed->json, "As JSON");
    part->callback([listed] { list(*listed); });

    const auto made = std::make_shared<OrgArguments>();
    part = addOrgPart(*org, "set-up", "Set up an organisation", made);
    part->add_option("NAME", made->name, "Its name")->required();
    part->add_option("--kind", made->kind,
                     "committee, general_branch, branch, party_group, member_household, functional")
        ->capture_default_str();
    part->add_option("--serves", made->serves, "Code of the unit it serves");
    part->add_option("--parent", made->parent, "Id of the organisation above");
    part->add_option("--at", made->at, "\"LON LAT\" where it meets");
    part->add_option("--chain", made->chain, "Functional ones: the chain, market or park");
    part->add_option("--day", made->day, "Day it is set up, YYYY-MM-DD; default today");
    addDecision(part, made);
    part->callback([made] { setUp(*made); });

    const auto renamed = std::make_shared<OrgArguments>();
    part = addOrgPart(*org, "rename", "Give an organisation another name", renamed);
    part->add_option("ID", renamed->id, "Its id")->required();
    part->add_option("NAME", renamed->name, "Its new name")->required();
    addDecision(part, renamed);
    part->callback([renamed] {
        write(*renamed, edit::RenameOrganisation{renamed->id, renamed->name, renamed->reason},
              "organisation " + std::to_string(renamed->id) + " is called " + renamed->name);
    });

    const auto ended = std::make_shared<OrgArguments>();
    part = addOrgPart(*org, "dissolve", "Dissolve an organisation; those below come under the one above", ended);
    part->add_option("ID", ended->id, "Its id")->required();
    part->add_option("--day", ended->day, "First day it is no more, YYYY-MM-DD; default today");
    addDecision(part, ended);
    part->callback([ended] {
        write(*ended, edit::DissolveOrganisation{ended->id, ended->reason, ended->day},
              "organisation " + std::to_string(ended->id) + " is dissolved");
    });

    const auto moved = std::make_shared<OrgArguments>();
    part = addOrgPart(*org, "serve", "Say which unit an organisation serves", moved);
    part->add_option("ID", moved->id, "Its id")->required();
    part->add_option("CODE", moved->serves, "Code of the unit; none = no unit")->required();
    addDecision(part, moved);
    part->callback([moved] {
        write(*moved, edit::ServeUnit{moved->id, servedCode(*moved), moved->reason},
              "organisation " + std::to_string(moved->id) + " serves " + moved->serves);
    });
}

}  // namespace xiangtu::cli
