// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/border_arguments.h"
#include "app/cli/commands.h"
#include "app/cli/output.h"
#include "app/cli/place_text.h"
#include "base/error.h"

#include <memory>
#include <string>

namespace xiangtu::cli {

namespace {

void addSplit(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "split", "Cut a unit along a line; the larger part keeps the code", in);
    command->add_option("CODE", in->codes, "Unit to cut")->required()->expected(1);
    command->add_option("--line", in->line, "\"LON LAT, LON LAT, …\" across the unit")->required();
    command->add_option("--name", in->names, "Name of the new unit; again for each further one");
    addOptions(command, in);
    addPolicy(command, in);
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
    addOptions(command, in);
    addPolicy(command, in);
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
    addOptions(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) {
            borders::Reshape reshape{unitNamed(s, a.codes[0], a.level), lineOf(a.line), {}};
            if (!a.neighbour.empty()) reshape.neighbour = codeOf(a.neighbour);
            return reshape;
        });
    });
}

void addGive(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "give", "Hand a piece of a unit to its neighbour", in);
    command->add_option("FROM", in->from, "Unit that gives")->required();
    command->add_option("TO", in->to, "Unit that takes")->required();
    auto* line = command->add_option("--line", in->line, "\"LON LAT, LON LAT, …\" that cuts the piece off");
    auto* piece =
        command->add_option("--piece", in->piece, "\"LON LAT\" inside the piece, where it is not the smaller");
    command->add_option("--area", in->area, "\"LON LAT, LON LAT, …\" around what passes")
        ->excludes(line)
        ->excludes(piece);
    addOptions(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) -> borders::Operation {
            const auto from = unitNamed(s, a.from, a.level);
            if (a.line.empty() == a.area.empty()) {
                throw base::Error(base::Fault::usage, "give: say --line that cuts the piece off or --area around it");
            }
            if (!a.area.empty()) return borders::GiveArea{from.level, from.code, codeOf(a.to), lineOf(a.area)};
            borders::GivePiece give{from.level, from.code, codeOf(a.to), lineOf(a.line), {}};
            if (!a.piece.empty()) give.piece = placeOf(a.piece);
            return give;
        });
    });
}

void addFit(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "fit", "Fit the units below a unit into its border", in);
    command->add_option("CODE", in->codes, "The unit above")->required()->expected(1);
    command->add_option("--tolerance", in->tolerance, "Metres by which borders may miss each other")
        ->capture_default_str();
    addOptions(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot& s) {
            return borders::SnapToParent{unitNamed(s, a.codes[0], a.level), a.tolerance};
        });
    });
}

void addVertices(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "move-vertex", "Move a vertex of a border, all that have it follow", in);
    command->add_option("--from", in->from, "\"LON LAT\" of the vertex")->required();
    command->add_option("--to", in->to, "\"LON LAT\" where it shall stand")->required();
    addOptions(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot&) {
            return borders::MoveVertex{placeOf(a.from), placeOf(a.to)};
        });
    });

    in = std::make_shared<BorderArguments>();
    command = addBorderCommand(app, "insert-vertex", "Put a vertex into a border", in);
    command->add_option("--at", in->at, "\"LON LAT\" on the border")->required();
    command->add_option("--to", in->to, "\"LON LAT\" where it shall stand (there)");
    addOptions(command, in);
    command->callback([in] {
        runBorders(*in, [](const BorderArguments& a, const model::Snapshot&) {
            return borders::InsertVertex{placeOf(a.at), placeOf(a.to.empty() ? a.at : a.to)};
        });
    });

    in = std::make_shared<BorderArguments>();
    command = addBorderCommand(app, "delete-vertex", "Take a vertex out of a border", in);
    command->add_option("--at", in->at, "\"LON LAT\" of the vertex")->required();
    addOptions(command, in);
    command->callback([in] {
        runBorders(
            *in, [](const BorderArguments& a, const model::Snapshot&) { return borders::DeleteVertex{placeOf(a.at)}; });
    });
}

void addRename(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = addBorderCommand(app, "rename", "Give a unit another name", in);
    command->add_option("CODE", in->from, "The unit")->required();
    command->add_option("NAME", in->name, "Its new name")->required();
    addShowing(command, in);
    command->callback([in] {
        auto project = openedFor(*in);
        const auto unit = unitNamed(*project.state().snapshot, in->from, in->level);
        runEdit(project, edit::RenameUnit{unit, in->name, in->reason, in->day}, *in);
    });
}

void addRestore(CLI::App& app) {
    auto in = std::make_shared<BorderArguments>();
    auto* command = app.add_subcommand(
        "restore", "Bring a unit back to how it was on a day: name, classes and land, where those who took it have it");
    in->author = accountName();
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("CODE", in->from, "The unit, also one that is no more")->required();
    command->add_option("--day", in->day, "YYYY-MM-DD, a day gone by")->required();
    command->add_option("--level", in->level, "Level where several have the code (the largest)");
    command->add_option("--reason", in->reason, "Why; kept in the history");
    command->add_option("--author", in->author, "Who decided")->capture_default_str();
    addSignIn(command, in->signIn);
    addShowing(command, in);
    command->callback([in] {
        auto project = openedFor(*in);
        const auto unit = unitOfAnyDay(project, in->from, in->level);
        runEdit(project, edit::RestoreUnit{unit, in->day, in->reason}, *in);
    });
}

}  // namespace

void addBorderCommands(CLI::App& app) {
    addSplit(app);
    addMerge(app);
    addReshape(app);
    addGive(app);
    addFit(app);
    addVertices(app);
    addRename(app);
    addRestore(app);
}

}  // namespace xiangtu::cli
