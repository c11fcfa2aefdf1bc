// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/commands.h"
#include "base/error.h"

#include <cstdio>
#include <string_view>

namespace xiangtu::cli {

namespace {

void addAll(CLI::App& app) {
    app.set_version_flag("--version", "xiangtu 0.1.0");
    app.set_help_all_flag("--help-all", "Help for all subcommands");
    addInfoCommand(app);
    addDemoCommand(app);
    addImportCommand(app);
    addExportCommand(app);
    addEditCommands(app);
    addBorderCommands(app);
    addPlansCommand(app);
    addHistoryCommands(app);
    addOrgCommand(app);
    addAccountCommand(app);
    addReferenceCommand(app);
    addRenderCommand(app);
    addCatalogueCommand(app);
    addIndicatorCommands(app);
    addRecordCommands(app);
    addQueryCommand(app);
}

}  // namespace

bool wantsCommandLine(int argc, char** argv) {
    if (argc < 2) return false;
    const std::string_view first = argv[1];
    if (first == "-h" || first == "--help" || first == "--help-all" || first == "--version") return true;
    CLI::App app;
    addAll(app);
    for (const CLI::App* command : app.get_subcommands({})) {
        if (command->check_name(std::string(first))) return true;
    }
    return false;
}

int run(int argc, char** argv) {
    CLI::App app{"Xiangtu 乡图: a map of the township's grids, Party cells and colours"};
    addAll(app);
    app.require_subcommand(0, 1);
    app.footer("Without a subcommand: xiangtu [FILE] opens the map window.");
    try {
        app.parse(argc, argv);
        return 0;
    } catch (const CLI::RuntimeError& e) { return e.get_exit_code(); } catch (const CLI::ParseError& e) {
        return app.exit(e) == 0 ? 0 : 2;
    } catch (const base::Error& e) {
        std::fprintf(stderr, "xiangtu: %s\n", e.what());
        return e.fault() == base::Fault::usage ? 2 : 1;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "xiangtu: unexpected: %s\n", e.what());
        return 1;
    }
}

}  // namespace xiangtu::cli
