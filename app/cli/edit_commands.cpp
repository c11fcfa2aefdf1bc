// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "base/error.h"
#include "base/json.h"
#include "edit/plan.h"
#include "store/store.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

std::unique_ptr<store::Store> openWritable(const std::string& file) {
    auto store = store::open(file, store::OpenMode::readWrite);
    if (store->readOnly()) refuse({edit::RefusalReason::readOnly, file + " may not be written", {}, {}});
    return store;
}

std::int64_t commitOrRefuse(store::Store& store, const edit::ChangeSet& set, std::optional<std::int64_t> undoes) {
    try {
        return store.commit(set, undoes, base::Date::today()).seq;
    } catch (const store::RowChanged& e) { refuse({edit::RefusalReason::changedSince, e.what(), {}, {}}); }
}

struct SetClassArguments {
    std::string file, scheme, classCode, reason, day, author;
    std::vector<std::string> codes;
};

void setClass(const SetClassArguments& in) {
    edit::SetClass command{{}, in.scheme, in.classCode == "none" ? std::string() : in.classCode, in.reason, in.day};
    for (const std::string& text : in.codes) {
        const auto code = model::Code::parse(text);
        if (!code) refuse({edit::RefusalReason::unknownUnit, "\"" + text + "\" is not a unit code", {}, {}});
        command.units.push_back(*code);
    }
    const auto store = openWritable(in.file);
    const auto snapshot = store->load(base::Date::today(), {});
    const auto plan = edit::plan(snapshot, command, store->planContext(in.author));
    if (!plan) refuse(plan.error());
    const std::int64_t seq = commitOrRefuse(*store, plan.value(), std::nullopt);
    std::printf("%lld: class of %zu unit(s) set\n", static_cast<long long>(seq), plan.value().changes.size());
}

void undo(const std::string& file, const std::string& author) {
    const auto store = openWritable(file);
    const auto last = store->lastUndoable();
    if (!last) refuse({edit::RefusalReason::nothingToUndo, "there is no edit to take back", {}, {}});
    edit::ChangeSet set = edit::invert(last->set);
    const edit::PlanContext context = store->planContext(author);
    set.author = context.author;
    set.at = context.at;
    const std::int64_t seq = commitOrRefuse(*store, set, last->seq);
    std::printf("%lld: %s of %s (%lld) taken back\n", static_cast<long long>(seq), last->set.title.c_str(),
                last->set.at.c_str(), static_cast<long long>(last->seq));
}

base::Json toJson(const store::LogEntry& entry) {
    base::Json json{{"seq", entry.seq},
                    {"title", entry.set.title},
                    {"author", entry.set.author},
                    {"at", entry.set.at},
                    {"changes", edit::toJson(entry.set.changes)}};
    if (entry.undoes) json["undoes"] = *entry.undoes;
    if (entry.undoneBy) json["undone_by"] = *entry.undoneBy;
    return json;
}

void history(const std::string& file, std::size_t limit, bool asJson) {
    const auto entries = store::open(file, store::OpenMode::readOnly)->log(limit);
    if (asJson) {
        base::Json list = base::Json::array();
        for (const store::LogEntry& entry : entries) list.push_back(toJson(entry));
        std::printf("%s\n", list.dump(2).c_str());
        return;
    }
    for (const store::LogEntry& entry : entries) {
        std::string note;
        if (entry.undoes) note = "  takes back " + std::to_string(*entry.undoes);
        if (entry.undoneBy) note = "  taken back by " + std::to_string(*entry.undoneBy);
        std::printf("%6lld  %s  %-12s %s, %zu row(s)%s\n", static_cast<long long>(entry.seq), entry.set.at.c_str(),
                    entry.set.title.c_str(), entry.set.author.c_str(), entry.set.changes.size(), note.c_str());
    }
    if (entries.empty()) std::printf("no edits yet\n");
}

void addSetClass(CLI::App& app) {
    auto* command = app.add_subcommand("set-class", "Give units a class of a colour scheme");
    auto in = std::make_shared<SetClassArguments>();
    in->author = accountName();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("CODE", in->codes, "Unit codes")->required();
    command->add_option("--scheme", in->scheme, "Key of the scheme, e.g. risk5")->required();
    command->add_option("--class", in->classCode, "Code of the class, e.g. red; none takes the class away")->required();
    command->add_option("--reason", in->reason, "Why; kept in the unit's history")->required();
    command->add_option("--day", in->day, "Day it holds from, YYYY-MM-DD; default today");
    command->add_option("--author", in->author, "Who decided")->capture_default_str();
    command->callback([in] { setClass(*in); });
}

}  // namespace

void addEditCommands(CLI::App& app) {
    addSetClass(app);

    auto* undoing = app.add_subcommand("undo", "Take back the newest edit that still stands");
    auto undoFile = std::make_shared<std::string>();
    auto author = std::make_shared<std::string>(accountName());
    undoing->add_option("FILE", *undoFile, "Xiangtu file")->required();
    undoing->add_option("--author", *author, "Who takes it back")->capture_default_str();
    undoing->callback([undoFile, author] { undo(*undoFile, *author); });

    auto* listing = app.add_subcommand("history", "List the edits of a file, newest first");
    auto historyFile = std::make_shared<std::string>();
    auto limit = std::make_shared<std::size_t>(100);
    auto asJson = std::make_shared<bool>(false);
    listing->add_option("FILE", *historyFile, "Xiangtu file")->required();
    listing->add_option("--limit", *limit, "At most so many")->capture_default_str();
    listing->add_flag("--json", *asJson, "As JSON, with every row before and after");
    listing->callback([historyFile, limit, asJson] { history(*historyFile, *limit, *asJson); });
}

}  // namespace xiangtu::cli
