// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/data_dir.h"
#include "app/cli/job.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "app/export/export_work.h"
#include "base/error.h"
#include "base/json.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace xiangtu::cli {

namespace {

namespace fs = std::filesystem;

struct ExportArguments {
    std::string file, out, layer, registerId, question, format, encoding, names, profile, split, recipe, saveRecipe;
    std::vector<std::string> params;
    std::size_t lines = 10;
    bool strict = false, bare = false, overwrite = false, twelveFields = false;
    exchange::ExportRecipe asked;
    SignInArguments signIn;
};

template <class Enum>
Enum knownName(const std::string& option, const std::string& text, std::optional<Enum> value) {
    if (!value) throw base::Error(base::Fault::usage, option + ": \"" + text + "\" is not known");
    return *value;
}

void takeExportLayer(const ExportArguments& in, exchange::ExportRecipe& recipe) {
    std::string layer = in.layer;
    recipe.registerId = in.registerId;
    if (layer.starts_with("register:")) {
        recipe.registerId = layer.substr(9);
        layer = "register";
    }
    recipe.question = in.question;
    if (layer.starts_with("question:")) {
        recipe.question = layer.substr(9);
        layer = "question";
    }
    if (layer.empty() && !recipe.registerId.empty()) layer = "register";
    if (layer.empty() && !recipe.question.empty()) layer = "question";
    if (layer == "organisations") {
        recipe.organisations = true;
    } else if (layer == "register") {
        if (recipe.registerId.empty()) throw base::Error(base::Fault::usage, "--register ID says which register");
    } else if (layer == "question") {
        if (recipe.question.empty()) throw base::Error(base::Fault::usage, "--question ID says which question");
    } else {
        recipe.level = model::parseLevel(layer);
        if (!recipe.level)
            throw base::Error(base::Fault::usage,
                              "--layer " + layer +
                                  ": county, township, village, natural_village, grid, organisations, "
                                  "register:ID or question:ID");
    }
    for (const std::string& param : in.params) {
        const auto sign = param.find('=');
        if (sign == std::string::npos)
            throw base::Error(base::Fault::usage, "--param " + param + ": is not NAME=VALUE");
        recipe.params[param.substr(0, sign)] = param.substr(sign + 1);
    }
}

/// By the ending of the file where it is not said.
exchange::ExportFormat exportFormatOf(const ExportArguments& in) {
    if (!in.format.empty()) return knownName("--format", in.format, exchange::parseExportFormat(in.format));
    const std::string ending = fs::path(in.out).extension().string();
    if (!ending.empty()) {
        for (std::size_t i = 0; i < exchange::kExportFormats.size(); ++i) {
            if (exchange::formatEnding(exchange::ExportFormat(i)) == ending) return exchange::ExportFormat(i);
        }
    }
    throw base::Error(base::Fault::usage,
                      "--format: shp, gpkg, gdb, geojson, geojson-crs, kml, dxf, fgb, csv, xlsx, "
                      "gtxt, mapinfo or mif");
}

exchange::ExportRecipe exportRecipeOf(const ExportArguments& in) {
    exchange::ExportRecipe recipe = in.asked;
    if (!in.recipe.empty()) {
        recipe = exchange::loadExportRecipe(in.recipe);
        if (!in.out.empty()) recipe.out = in.out;
    } else {
        takeExportLayer(in, recipe);
        recipe.options.format = exportFormatOf(in);
        if (!in.encoding.empty())
            recipe.options.encoding = knownName("--encoding", in.encoding, exchange::parseTextEncoding(in.encoding));
        if (!in.names.empty())
            recipe.options.naming = knownName("--names", in.names, exchange::parseFieldNaming(in.names));
        if (in.profile == "public") recipe.profile = exchange::ExportProfile::publicUse;
        if (in.split == "township") recipe.options.split = exchange::ExportOptions::Split::township;
        if (in.strict) recipe.options.losses = exchange::ExportOptions::Losses::refused;
        if (in.bare) recipe.options.sheets = exchange::ExportOptions::Sheets::none;
        if (in.twelveFields) recipe.options.landText.fields = 12;
        recipe.out = in.out;
    }
    if (recipe.sensitive && recipe.profile == exchange::ExportProfile::publicUse)
        throw base::Error(base::Fault::usage, "a public export holds nothing sensitive: leave out --sensitive");
    if (recipe.out.empty()) throw base::Error(base::Fault::usage, "export: OUT says where to");
    if (in.overwrite) recipe.options.existing = exchange::ExportOptions::Existing::replaced;
    return recipe;
}

/// In a file with accounts sensitive values go out to who may see them as a table, of records in the scope, and it is
/// kept who had them.
exchange::ExportRights exportRightsOf(const ExportArguments& in, const exchange::ExportRecipe& recipe,
                                      const std::shared_ptr<const model::Snapshot>& snapshot, bool accounts) {
    exchange::ExportRights out;
    if (!recipe.sensitive) return out;
    out.sensitive = true;
    if (!accounts) return out;
    auto project = openedForWriting(in.file, in.signIn);
    const auto account = project.session();
    if (!account) refuse({edit::RefusalReason::notSignedIn, "sensitive values go out to who signs in (--as)", {}, {}});
    if (!model::mayUncover(account->role, model::Uncovered::table)) {
        refuse({edit::RefusalReason::notAllowed,
                account->name + " is a " + std::string(model::roleName(account->role)) +
                    ": that role exports no sensitive values",
                {},
                {}});
    }
    if (auto refusal = project.noteUncovering({recipe.registerId, {}, account->name, base::nowIso()})) refuse(*refusal);
    out.may = [snapshot, scope = account->scope](model::UnitRef unit) { return scope.covers(*snapshot, unit); };
    return out;
}

void keepExportRecipe(const std::string& file, const exchange::ExportRecipe& recipe) {
    std::ofstream to(file, std::ios::binary | std::ios::trunc);
    to << exchange::dumpExportRecipe(recipe).dump(2) << '\n';
    to.flush();
    if (!to) throw base::Error(base::Fault::io, file + ": the recipe cannot be written");
}

void runExportCommand(const ExportArguments& in) {
    const exchange::ExportRecipe recipe = exportRecipeOf(in);
    const base::Date day = dayOrToday(recipe.date);
    base::Progress progress = terminalProgress();
    const CancelOnInterrupt stop(progress);
    auto project = project::Project::open(in.file, store::OpenMode::readOnly);
    project.load(day, progress, {});
    app::ExportWork work{
        project.state().snapshot,
        [&](base::Date other) { return std::make_shared<const model::Snapshot>(project.store().load(other, {})); },
        in.file,
        dataDir() / "styles",
        {}};
    work.rights = exportRightsOf(in, recipe, work.snapshot, !project.store().accounts().empty());
    const auto done = app::runExport(work, recipe, progress);
    if (!done) {
        std::fprintf(stderr, "xiangtu: refused: %s\n", done.error().reason.c_str());
        throw CLI::RuntimeError(kRefused);
    }
    std::fputs(exchange::summary(done.value(), in.lines).c_str(), stdout);
    if (!in.saveRecipe.empty()) keepExportRecipe(in.saveRecipe, recipe);
}

}  // namespace

void addExportCommand(CLI::App& app) {
    auto in = std::make_shared<ExportArguments>();
    CLI::App* command =
        app.add_subcommand("export", "Hand a layer, register or answer on as a file other programs read");
    command->add_option("FILE", in->file, "Xiangtu file")->required();
    command->add_option("OUT", in->out, "File to make; with --split a folder");
    command->add_option("--layer", in->layer,
                        "county, township, village, natural_village, grid, organisations, register:ID, question:ID");
    command->add_option("--register", in->registerId, "Records of this register");
    command->add_option("--question", in->question, "The answer of this question (xiangtu query --list)");
    command->add_option("--param", in->params, "NAME=VALUE of the question");
    command->add_option("--format", in->format,
                        "shp, gpkg, gdb, geojson (RFC 7946), geojson-crs, kml, dxf, fgb, csv, xlsx, gtxt (国土TXT), "
                        "mapinfo, mif; default by the ending of OUT");
    command->add_option("--encoding", in->encoding, "Of shp, csv, mapinfo, gtxt: UTF-8, GBK or GB18030 [UTF-8]");
    command->add_option("--crs", in->asked.options.crs,
                        "geographic, wgs84, zone3, zone3-prefix, zone6, zone6-prefix (the zone the data lie in; "
                        "zone3:37 for a certain one), or EPSG:4547");
    command->add_option("--names", in->names, "Field names: key, pinyin (initials) or title (Chinese) [key]")
        ->check(CLI::IsMember({"key", "pinyin", "title"}));
    command->add_option("--columns", in->asked.columns, "Only these, in this order")->delimiter(',');
    command->add_option("--within", in->asked.within, "Only inside the unit of this code");
    command->add_option("--where", in->asked.where, "Condition, e.g. \"households >= 30\"");
    command->add_option("--date", in->asked.date, "As of this day, YYYY-MM-DD; default today");
    command->add_option("--scheme", in->asked.scheme, "Colour scheme for symbols and --class");
    command->add_option("--class", in->asked.classes, "Only units of these classes; none = without class")
        ->delimiter(',');
    command->add_option("--split", in->split, "township: a file for each, in the folder OUT")
        ->check(CLI::IsMember({"none", "township"}));
    command->add_option("--profile", in->profile, "public: nothing sensitive, no persons, no counts below three")
        ->check(CLI::IsMember({"internal", "public"}));
    command->add_flag("--sensitive", in->asked.sensitive, "With sensitive fields, where the role may");
    command->add_flag("--strict", in->strict, "Refuse instead of listing what does not fit");
    command->add_flag("--bare", in->bare, "No sheets of fields, metadata and losses beside the file");
    command->add_flag("--twelve-fields", in->twelveFields, "gtxt: 12 fields in the line of a parcel, not 9");
    command->add_flag("--overwrite", in->overwrite, "Replace files that are there");
    auto* recipe = command->add_option("--recipe", in->recipe, "Repeat what this file says; OUT may be another");
    command->add_option("--save-recipe", in->saveRecipe, "Keep this export as a recipe");
    for (const char* other :
         {"--layer", "--register", "--question",  "--param",  "--format", "--encoding",     "--crs",
          "--names", "--columns",  "--within",    "--where",  "--date",   "--scheme",       "--class",
          "--split", "--profile",  "--sensitive", "--strict", "--bare",   "--twelve-fields"})
        recipe->excludes(command->get_option(other));
    command->add_option("--lines", in->lines, "Losses printed per kind")->capture_default_str();
    addSignIn(command, in->signIn);
    command->callback([in] { runExportCommand(*in); });
}

}  // namespace xiangtu::cli
