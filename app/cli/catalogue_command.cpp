// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/data_dir.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "base/json.h"
#include "model/catalogue_json.h"
#include "project/project.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::cli {

namespace {

namespace fs = std::filesystem;

/// A folder of declarations, or what a county file carries; nothing named = the shipped ones.
model::Catalogue read(const std::string& from) {
    const fs::path path = from.empty() ? dataDir() / "catalogue" : fs::path(from);
    if (fs::is_directory(path)) return model::loadCatalogue(path);
    if (path.extension() == ".json") {
        model::Catalogue catalogue;
        const base::Json json = base::loadJson(path);
        model::addCatalogueFile(catalogue, {json, path.filename().string()});
        model::checkCatalogue(catalogue, path.string());
        return catalogue;
    }
    return *store::open(path, store::OpenMode::readOnly)->loadOverview(base::Date::today()).catalogue;
}

void check(const std::string& from) {
    const model::Catalogue c = read(from);
    std::printf("%zu registers, %zu lifecycles, %zu indicators, %zu rules, %zu reports: no fault found\n",
                c.registers.size(), c.lifecycles.size(), c.indicators.size(), c.rules.size(), c.reports.size());
}

void list(const std::string& from) {
    const model::Catalogue c = read(from);
    for (const auto& r : c.registers) {
        std::printf("register   %-28s %-8s %2zu fields  %s%s%s\n", r.id.c_str(),
                    r.anchor == model::Anchor::unit && r.anchorLevel
                        ? std::string(model::levelName(*r.anchorLevel)).c_str()
                        : std::string(model::anchorName(r.anchor)).c_str(),
                    r.fields.size(), r.title.zh.c_str(), r.lifecycle.empty() ? "" : "  · ", r.lifecycle.c_str());
    }
    for (const auto& l : c.lifecycles) {
        std::printf("lifecycle  %-28s %zu states, %zu actions  %s\n", l.id.c_str(), l.states.size(), l.actions.size(),
                    l.title.zh.c_str());
    }
    for (const auto& i : c.indicators) {
        std::printf("indicator  %-28s %s%s%s\n", i.id.c_str(), i.title.zh.c_str(), i.unit.empty() ? "" : "  ",
                    i.unit.c_str());
    }
    for (const auto& r : c.rules) std::printf("rule       %-28s %s\n", r.id.c_str(), r.title.zh.c_str());
    for (const auto& r : c.reports) {
        std::printf("report     %-28s %s  %s\n", r.id.c_str(), r.title.zh.c_str(),
                    model::rhythmTitles(r.rhythm).zh.c_str());
    }
}

/// Which things carry which mechanism; exit code 1 when one has no carrier.
void coverage(const std::string& from) {
    const model::Catalogue c = read(from);
    std::map<int, std::string> carriers;
    const auto each = [&](const auto& things, const char* what) {
        std::map<int, std::vector<std::string>> ids;
        for (const auto& thing : things) {
            for (const int n : thing.mechanisms) ids[n].push_back(thing.id);
        }
        for (const auto& [n, names] : ids) {
            carriers[n] += std::string(carriers[n].empty() ? "" : "; ") + what;
            for (std::size_t i = 0; i < names.size(); ++i) carriers[n] += (i ? ", " : " ") + names[i];
        }
    };
    each(c.registers, "register");
    each(c.lifecycles, "lifecycle");
    each(c.indicators, "indicator");
    each(c.rules, "rule");
    each(c.reports, "report");
    each(c.queries, "query");
    std::size_t carried = 0;
    for (const model::Mechanism& m : c.mechanisms) {
        const auto found = carriers.find(m.number);
        carried += found != carriers.end();
        std::printf("%3d  %s\n     %s\n", m.number, m.title.zh.c_str(),
                    found == carriers.end() ? "NOT CARRIED" : found->second.c_str());
    }
    std::printf("%zu of %zu mechanisms are carried\n", carried, c.mechanisms.size());
    if (c.mechanisms.empty() || carried < c.mechanisms.size()) {
        throw base::Error(base::Fault::format, "the catalogue leaves mechanisms without a carrier");
    }
}

void applyTo(const std::string& file, const std::string& from, const std::string& author, const SignInArguments& who) {
    const model::Catalogue catalogue = read(from);
    auto project = loadedForWriting(file, who);
    const auto outcome = project.setCatalogue(catalogue, author);
    if (!outcome) refuse(outcome.error());
    const auto& now = outcome.value().state.snapshot->catalogue;
    std::printf("%s follows the catalogue: %zu registers, %zu indicators\n", file.c_str(), now->registers.size(),
                now->indicators.size());
}

}  // namespace

void addCatalogueCommand(CLI::App& app) {
    auto* command =
        app.add_subcommand("catalogue", "Registers, lifecycles, indicators, rules and reports an office declares");
    command->require_subcommand(1);
    const auto add = [&](const char* name, const char* help, void (*run)(const std::string&)) {
        auto* sub = command->add_subcommand(name, help);
        auto from = std::make_shared<std::string>();
        sub->add_option("FROM", *from,
                        "Folder of *.json, one .json, or a Xiangtu file; default: the shipped catalogue");
        sub->callback([from, run] { run(*from); });
    };
    add("check", "Refuse a bad catalogue with file, JSON pointer and reason", check);
    add("list", "What is declared", list);
    add("coverage", "Every mechanism with what carries it; fails when one has nothing", coverage);
    auto* applying = command->add_subcommand("apply", "Make a file follow a catalogue, after a backup");
    auto file = std::make_shared<std::string>();
    auto from = std::make_shared<std::string>();
    auto author = std::make_shared<std::string>(accountName());
    auto who = std::make_shared<SignInArguments>();
    applying->add_option("FILE", *file, "Xiangtu file")->required();
    applying->add_option("FROM", *from, "Folder of *.json or one .json; default: the shipped catalogue");
    applying->add_option("--author", *author, "Who declares it")->capture_default_str();
    addSignIn(applying, *who);
    applying->callback([file, from, author, who] { applyTo(*file, *from, *author, *who); });
}

}  // namespace xiangtu::cli
