// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "base/date.h"
#include "base/error.h"
#include "edit/plan.h"
#include "store/store.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
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
    std::string file, scheme, classCode, reason, day, author, from;
    std::vector<std::string> codes;
};

/// Codes between blanks, commas or line ends; what stands after # on a line is a remark.
std::vector<std::string> codesIn(std::istream& text) {
    std::vector<std::string> codes;
    for (std::string line; std::getline(text, line);) {
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        line.erase(std::min(line.find('#'), line.size()));
        std::ranges::replace_if(
            line, [](char c) { return c == ',' || c == ';' || c == '\r'; }, ' ');
        std::istringstream words(line);
        for (std::string word; words >> word;) codes.push_back(word);
    }
    return codes;
}

std::vector<std::string> allCodes(const SetClassArguments& in) {
    std::vector<std::string> codes;
    for (const std::string& code : in.codes) {
        if (code != "-") {
            codes.push_back(code);
            continue;
        }
        const auto more = codesIn(std::cin);
        codes.insert(codes.end(), more.begin(), more.end());
    }
    if (!in.from.empty()) {
        std::ifstream file(in.from);
        if (!file) throw base::Error(base::Fault::io, in.from + ": cannot be read");
        const auto more = codesIn(file);
        codes.insert(codes.end(), more.begin(), more.end());
    }
    if (codes.empty()) throw base::Error(base::Fault::usage, "set-class: no unit code was given");
    return codes;
}

void setClass(const SetClassArguments& in) {
    edit::SetClass command{{}, in.scheme, in.classCode == "none" ? std::string() : in.classCode, in.reason, in.day};
    for (const std::string& text : allCodes(in)) {
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

/// Both directions: a redo takes back an undo.
void takeBack(store::Store& store, const store::LogEntry& entry, const std::string& author, const char* words) {
    edit::ChangeSet set = edit::invert(entry.set);
    set.author = author;
    set.at = base::nowIso();
    const std::int64_t seq = commitOrRefuse(store, set, entry.seq);
    std::printf("%lld: %s of %s (%lld) %s\n", static_cast<long long>(seq), entry.set.title.c_str(),
                entry.set.at.c_str(), static_cast<long long>(entry.seq), words);
}

void undo(const std::string& file, const std::string& author) {
    const auto store = openWritable(file);
    const auto last = store->lastUndoable();
    if (!last) refuse({edit::RefusalReason::nothingToUndo, "there is no edit to take back", {}, {}});
    takeBack(*store, *last, author, "taken back");
}

void redo(const std::string& file, const std::string& author) {
    const auto store = openWritable(file);
    const auto last = store->lastRedoable();
    if (!last) refuse({edit::RefusalReason::nothingToRedo, "there is no edit to bring back", {}, {}});
    takeBack(*store, *last, author, "brought back");
}

void addSetClass(CLI::App& app) {
    auto* command = app.add_subcommand("set-class", "Give units a class of a colour scheme");
    auto in = std::make_shared<SetClassArguments>();
    in->author = accountName();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("CODE", in->codes, "Unit codes; - reads them from standard input");
    command->add_option("--from", in->from, "File with unit codes between blanks, commas or lines");
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

    auto* redoing = app.add_subcommand("redo", "Bring back what the newest undo took away");
    auto redoFile = std::make_shared<std::string>();
    redoing->add_option("FILE", *redoFile, "Xiangtu file")->required();
    redoing->add_option("--author", *author, "Who brings it back")->capture_default_str();
    redoing->callback([redoFile, author] { redo(*redoFile, *author); });
}

}  // namespace xiangtu::cli
