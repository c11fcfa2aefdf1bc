// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "base/error.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

struct SetClassArguments {
    std::string file, scheme, classCode, reason, day, author, from;
    std::vector<std::string> codes;
    SignInArguments signIn;
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
    auto project = loadedForWriting(in.file, in.signIn);
    const auto outcome = project.apply(command, in.author);
    if (!outcome) refuse(outcome.error());
    std::printf("%lld: class of %zu unit(s) set\n", static_cast<long long>(outcome.value().logNumber),
                outcome.value().touched.size());
}

struct TakeBackArguments {
    std::string file, author;
    SignInArguments signIn;
};

/// Both directions: a redo takes back an undo.
void takeBack(const TakeBackArguments& in, project::Outcome (project::Project::*how)(const std::string&),
              const char* words) {
    auto project = openedForWriting(in.file, in.signIn);
    const auto outcome = (project.*how)(in.author);
    if (!outcome) refuse(outcome.error());
    const store::LogEntry line = project.store().log(1).front();
    std::printf("%lld: %s (%lld) %s\n", static_cast<long long>(line.seq), line.set.title.c_str(),
                static_cast<long long>(line.undoes.value_or(0)), words);
}

void addTakeBack(CLI::App& app, const char* name, const char* help,
                 project::Outcome (project::Project::*how)(const std::string&), const char* words) {
    auto* command = app.add_subcommand(name, help);
    auto in = std::make_shared<TakeBackArguments>();
    in->author = accountName();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("--author", in->author, "Who does it")->capture_default_str();
    addSignIn(command, in->signIn);
    command->callback([in, how, words] { takeBack(*in, how, words); });
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
    addSignIn(command, in->signIn);
    command->callback([in] { setClass(*in); });
}

}  // namespace

void addEditCommands(CLI::App& app) {
    addSetClass(app);

    addTakeBack(app, "undo", "Take back the newest edit that still stands; in a file with accounts one's own",
                &project::Project::undo, "taken back");
    addTakeBack(app, "redo", "Bring back what the newest undo took away", &project::Project::redo, "brought back");
}

}  // namespace xiangtu::cli
