// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/file_summary.h"
#include "base/json.h"
#include "store/store.h"

#include <cstdio>
#include <memory>
#include <string>

namespace xiangtu::cli {

namespace {

void info(const std::string& file, bool asJson) {
    const auto store = store::open(file, store::OpenMode::readOnly);
    const base::Json summary = summarise(store->load(base::Date::today(), {}), file);
    std::printf("%s\n", asJson ? summary.dump(2).c_str() : asText(summary).c_str());
}

}  // namespace

void addInfoCommand(CLI::App& app) {
    auto* command = app.add_subcommand("info", "Say what is in a file");
    auto file = std::make_shared<std::string>();
    auto asJson = std::make_shared<bool>(false);
    command->add_option("FILE", *file, "Xiangtu file")->required();
    command->add_flag("--json", *asJson, "As JSON");
    command->callback([file, asJson] { info(*file, *asJson); });
}

}  // namespace xiangtu::cli
