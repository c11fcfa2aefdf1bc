// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/data_dir.h"
#include "app/cli/import_output.h"
#include "app/cli/job.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "app/import/import_work.h"
#include "base/error.h"
#include "base/json.h"
#include "exchange/import_recipe.h"
#include "exchange/preview.h"
#include "store/store.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace xiangtu::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file, source, level, registerId, recipeFile, saveRecipe, report, shift, author;
    std::string code, name, parent, households;
    std::vector<std::string> map;
    bool organisations = false, preview = false, json = false, dryRun = false;
    std::size_t lines = 10;
    exchange::ImportRecipe recipe;
    SignInArguments signIn;
};

/// The file that takes the units. A new one grows under another name and gets its own at the end, so
/// that no half-made county is ever found under it.
class Target {
public:
    explicit Target(fs::path file)
        : m_file(std::move(file)), m_isNew(!fs::exists(m_file)), m_part(m_file.string() + ".importing") {}
    ~Target() {
        if (m_isNew && !m_finished) removePart();
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    [[nodiscard]] bool isNew() const noexcept { return m_isNew; }
    /// Where it grows.
    [[nodiscard]] const fs::path& path() const noexcept { return m_isNew ? m_part : m_file; }
    /// A new file without units; it has no accounts anybody could ask.
    void make(const std::string& title) const {
        removePart();
        const auto store = store::create(m_part, dataDir());
        const auto rows = store->beginBulk();
        rows->setTitle(title, false);
        rows->commit();
    }
    /// After the store is closed.
    void finish() {
        if (m_isNew) {
            std::error_code failed;
            fs::rename(m_part, m_file, failed);
            if (failed) throw base::Error(base::Fault::io, m_file.string() + ": " + failed.message());
        }
        m_finished = true;
    }

private:
    void removePart() const {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(m_part.string() + suffix, ignored);
    }
    fs::path m_file;
    bool m_isNew;
    bool m_finished = false;
    fs::path m_part;
};

/// "xiangtu: refused: …" and exit code 3.
[[noreturn]] void refuseImport(const std::string& reason) {
    std::fprintf(stderr, "xiangtu: refused: %s\n", reason.c_str());
    throw CLI::RuntimeError(kRefused);
}

void writeReport(const std::string& file, const app::ImportWork& work) {
    if (file.empty()) return;
    base::Json json = toJson(work.report);
    json["to_write"] = mergeJson(work.merge);
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << json.dump(2) << '\n';
    out.flush();
    if (!out) throw base::Error(base::Fault::io, file + ": the report cannot be written");
}

std::string titleOf(const Options& options, const app::ImportWork& work) {
    for (const model::NewUnit& unit : work.coming.units) {
        if (unit.level == model::Level::county && !unit.name.empty()) return unit.name;
    }
    return fs::path(options.source).stem().string();
}

void write(const Options& options, Target& target, const app::ImportWork& work, const base::Progress& progress) {
    if (target.isNew()) target.make(titleOf(options, work));
    {
        auto project = target.isNew() ? project::Project::open(target.path(), store::OpenMode::readWrite)
                                      : openedForWriting(options.file, options.signIn);
        const auto line = project.import(work.coming, work.changed, progress);
        if (!line) refuse(line.error());
    }
    target.finish();
}

/// What the options say, on top of the recipe.
void completeRecipe(Options& options) {
    if (!options.recipeFile.empty()) {
        const exchange::ImportRecipe asked = options.recipe;
        options.recipe = exchange::loadRecipe(options.recipeFile);
        exchange::ImportRecipe& recipe = options.recipe;
        const auto overrule = [](std::string& kept, const std::string& said) {
            if (!said.empty()) kept = said;
        };
        overrule(recipe.how.layer, asked.how.layer);
        overrule(recipe.how.encoding, asked.how.encoding);
        overrule(recipe.how.crs, asked.how.crs);
        overrule(recipe.datum, asked.datum);
        overrule(recipe.key, asked.key);
        overrule(recipe.county, asked.county);
    }
    exchange::ImportRecipe& recipe = options.recipe;
    const int said = !options.level.empty() + !options.registerId.empty() + options.organisations;
    if (said > 1 || (said == 0 && options.recipeFile.empty())) {
        throw CLI::ValidationError("import",
                                   "say into what: --level LEVEL, --register ID, --organisations or a --recipe");
    }
    if (!options.level.empty()) recipe.into = {exchange::Into::Kind::units, *model::parseLevel(options.level), {}};
    if (!options.registerId.empty()) recipe.into = {exchange::Into::Kind::records, {}, options.registerId};
    if (options.organisations) recipe.into = {exchange::Into::Kind::organisations, {}, {}};
    if (options.shift == "gcj02") recipe.how.shift = exchange::Shift::gcj02;
    if (!recipe.datum.empty()) recipe.how.datum = exchange::DatumShift::parse(recipe.datum);
    for (const std::string& pair : options.map) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0)
            throw base::Error(base::Fault::usage, "--map " + pair + ": write TARGET=FIELD");
        recipe.map[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    for (const auto& [target, field] :
         {std::pair("code", options.code), std::pair("name", options.name), std::pair("parent", options.parent),
          std::pair("households", options.households)}) {
        if (!field.empty()) recipe.map[target] = field;
    }
}

/// The file as it is, and what a merge has to know of it.
struct Before {
    model::Snapshot snapshot;
    edit::PlanContext context;
    std::unique_ptr<store::Store> store;  ///< what the context's functions ask
};
Before before(const Options& options, const Target& target, const base::Progress& progress) {
    Before file;
    if (target.isNew()) {
        file.context.author = options.author;
        file.context.at = base::nowIso();
        file.context.today = base::Date::today();
        return file;
    }
    file.store = store::open(options.file, store::OpenMode::readOnly);
    file.snapshot = file.store->load(base::Date::today(), progress);
    file.context = file.store->planContext(options.author);
    return file;
}

void showPreview(const Options& options, const model::Snapshot& file, const base::Progress& progress) {
    const auto found = exchange::preview(options.source, options.recipe, file, progress);
    if (!found) refuseImport(found.error().reason);
    if (options.json)
        std::printf("%s\n", toJson(found.value()).dump(2).c_str());
    else
        std::fputs(exchange::previewText(found.value()).c_str(), stdout);
}

void runImport(Options& options) {
    completeRecipe(options);
    base::Progress progress = terminalProgress();
    const CancelOnInterrupt stop(progress);
    Target target(options.file);
    Before file = before(options, target, progress);
    if (options.preview) {
        showPreview(options, file.snapshot, progress);
    } else {
        auto planned = app::planImportWork(options.source, options.recipe, file.snapshot, file.context, progress);
        if (!planned) refuseImport(planned.error().reason);
        const app::ImportWork work = std::move(planned).value();
        file = {};
        writeReport(options.report, work);
        const bool nothing = work.report.taken == 0;
        const bool same = work.coming.size() == 0 && work.changed.changes.empty();
        try {
            if (!options.dryRun && !nothing && !same) write(options, target, work, progress);
        } catch (...) {
            // A report of what was not done would mislead.
            std::error_code ignored;
            if (!options.report.empty()) fs::remove(options.report, ignored);
            throw;
        }
        std::fputs(summary(work.report, options.lines).c_str(), stdout);
        if (nothing) {
            std::fprintf(stderr, "xiangtu: refused: none of the records can be taken; %s was not changed\n",
                         options.file.c_str());
            throw CLI::RuntimeError(kRefused);
        }
        std::fputs(mergeSummary(work.merge, options.lines).c_str(), stdout);
        if (options.dryRun)
            std::puts("Dry run: nothing written.");
        else if (same)
            std::printf("Nothing to write: %s has all of it.\n", options.file.c_str());
        else
            std::printf("Written to %s; xiangtu undo takes it back.\n", options.file.c_str());
    }
    if (!options.saveRecipe.empty()) exchange::saveRecipe(options.recipe, options.saveRecipe);
}

}  // namespace

void addImportCommand(CLI::App& app) {
    auto options = std::make_shared<Options>();
    options->author = accountName();
    exchange::ImportRecipe& recipe = options->recipe;
    CLI::App* command = app.add_subcommand(
        "import", "Take units, records of a register or organisations from a map or table file into FILE");
    command->add_option("FILE", options->file, "Xiangtu file (.sqlite); made when absent")->required();
    command
        ->add_option("SOURCE", options->source,
                     "Shapefile, GeoPackage, FileGDB, GeoJSON, KML, DXF, FlatGeobuf, MapInfo, CSV, XLSX, .zip … "
                     "(anything GDAL reads)")
        ->required();
    command->add_option("--level", options->level, "Make units of this level")
        ->check(CLI::IsMember({"county", "township", "village", "natural_village", "grid"}));
    command->add_option("--register", options->registerId, "Make records of this register (xiangtu catalogue list)");
    command->add_flag("--organisations", options->organisations, "Make Party organisations");
    command->add_flag("--preview", options->preview, "Show what is found and proposed, write nothing");
    command->add_flag("--json", options->json, "Preview as JSON");
    command->add_option("--layer", recipe.how.layer, "Layer, when the source has several");
    command->add_option("--map", options->map, "TARGET=FIELD: which field goes where; TARGET= leaves it out");
    command->add_option("--code", options->code, "Units: field with the code (default: found by its values)");
    command->add_option("--name", options->name, "Units: field with the name (default: found by its values)");
    command->add_option("--parent", options->parent,
                        "Units: field with code or name of the parent (default: by code prefix, then by place)");
    command->add_option("--households", options->households, "Units: field with the number of households");
    command->add_option("--key", recipe.key,
                        "Update what is there: code for units, a field or unit for records, name for organisations");
    command->add_option("--encoding", recipe.how.encoding, "Text encoding, e.g. GBK, UTF-8 (default: found out)");
    command->add_option("--crs", recipe.how.crs,
                        "Coordinate system, e.g. EPSG:4528 (default: from the source, else from the coordinates)");
    command->add_option("--datum", recipe.datum,
                        "Local parameters of its datum: dx,dy,dz[,rx,ry,rz,s] in metres, arc seconds and ppm");
    command->add_option("--shift", options->shift, "Offset to take off the coordinates")
        ->check(CLI::IsMember({"gcj02"}));
    command->add_option("--county", recipe.county,
                        "Make a county above the units: NAME, or NAME=CODE when the codes do not tell");
    command->add_option("--recipe", options->recipeFile,
                        "Take all of these from a file; options given here overrule it");
    command->add_option("--save-recipe", options->saveRecipe, "Keep them in a file");
    command->add_option("--report", options->report, "Write everything found to this JSON file");
    command->add_option("--lines", options->lines, "Findings printed per rule")->capture_default_str();
    command->add_flag("--dry-run", options->dryRun, "Read, count and report, write nothing");
    command->add_option("--author", options->author, "Who does it, in a file without accounts")->capture_default_str();
    addSignIn(command, options->signIn);
    command->callback([options] { runImport(*options); });
}

}  // namespace xiangtu::cli
