// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/data_dir.h"
#include "app/cli/output.h"
#include "app/cli/signed_in.h"
#include "base/error.h"
#include "base/json.h"
#include "exchange/import.h"
#include "store/store.h"

#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <system_error>

namespace xiangtu::cli {

namespace {

namespace fs = std::filesystem;

struct Options {
    std::string file, level, report, county, shift;
    bool dryRun = false;
    std::size_t lines = 10;
    exchange::ImportRequest request;
    SignInArguments signIn;
};

base::Progress* g_running = nullptr;
void stopRunning(int) {
    if (g_running) g_running->cancel();
}

/// Ctrl-C asks the job to stop, so that it can leave the file as it was.
class StopOnInterrupt {
public:
    explicit StopOnInterrupt(base::Progress& progress) {
        g_running = &progress;
        m_before = std::signal(SIGINT, stopRunning);
    }
    ~StopOnInterrupt() {
        std::signal(SIGINT, m_before);
        g_running = nullptr;
    }
    StopOnInterrupt(const StopOnInterrupt&) = delete;
    StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;

private:
    void (*m_before)(int) = SIG_DFL;
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
    [[nodiscard]] model::Snapshot snapshot(const base::Progress& progress) const {
        if (m_isNew) return {};
        return store::open(m_file, store::OpenMode::readOnly)->load(base::Date::today(), progress);
    }
    /// Of a new file; it has no accounts anybody could ask.
    [[nodiscard]] std::unique_ptr<store::Store> made() const {
        removePart();
        return store::create(m_part, dataDir());
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

exchange::CountyRequest parseCounty(const std::string& text) {
    const auto equals = text.rfind('=');
    exchange::CountyRequest county{text.substr(0, equals), std::nullopt};
    if (equals != std::string::npos) {
        county.code = model::Code::parse(text.substr(equals + 1));
        if (!county.code)
            throw base::Error(base::Fault::usage, "--county " + text + ": the code after = must be digits");
    }
    if (county.name.empty()) throw base::Error(base::Fault::usage, "--county " + text + ": the name is missing");
    return county;
}

void writeReport(const std::string& file, const exchange::ImportReport& report) {
    if (file.empty()) return;
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << toJson(report).dump(2) << '\n';
    out.flush();
    if (!out) throw base::Error(base::Fault::io, file + ": the report cannot be written");
}

std::string titleOf(const Options& options, const exchange::ImportPlan& plan) {
    for (const model::NewUnit& unit : plan.units) {
        if (unit.level == model::Level::county && !unit.name.empty()) return unit.name;
    }
    return options.request.source.stem().string();
}

void fill(const Options& options, Target& target, const exchange::ImportPlan& plan, const base::Progress& progress) {
    {
        const auto store = target.made();
        const auto writer = store->beginBulk();
        writer->setTitle(titleOf(options, plan), false);
        std::int64_t done = 0;
        for (const model::NewUnit& unit : plan.units) {
            if ((done++ & 1023) == 0) {
                progress.check();
                progress.report("write", done, std::int64_t(plan.units.size()));
            }
            writer->add(unit);
        }
        progress.check();
        writer->commit();
    }
    target.finish();
}

void writeUnits(const Options& options, Target& target, const exchange::ImportPlan& plan,
                const base::Progress& progress) {
    if (target.isNew()) return fill(options, target, plan, progress);
    auto project = openedForWriting(options.file, options.signIn);
    if (const auto refusal = project.importUnits(plan.units, progress)) refuse(*refusal);
}

base::Progress makeProgress() {
    if (!isatty(STDERR_FILENO)) return base::Progress();
    return base::Progress([](std::string_view stage, std::int64_t done, std::int64_t total) {
        std::fprintf(stderr, "\r\033[K%.*s %lld/%lld", int(stage.size()), stage.data(), static_cast<long long>(done),
                     static_cast<long long>(total));
        if (done >= total) std::fputs("\r\033[K", stderr);
    });
}

void runImport(Options& options) {
    const auto level = model::parseLevel(options.level);
    if (!level) throw CLI::ValidationError("--level", options.level + " is no level");
    options.request.level = *level;
    if (options.shift == "gcj02") options.request.shift = exchange::Shift::gcj02;
    if (!options.county.empty()) options.request.county = parseCounty(options.county);

    base::Progress progress = makeProgress();
    const StopOnInterrupt stop(progress);
    Target target(options.file);
    const auto planned = exchange::planImport(options.request, target.snapshot(progress), progress);
    if (!planned) {
        std::fprintf(stderr, "xiangtu: refused: %s\n", planned.error().reason.c_str());
        throw CLI::RuntimeError(3);
    }
    const exchange::ImportPlan& plan = planned.value();
    writeReport(options.report, plan.report);
    const bool nothing = plan.report.taken == 0;
    try {
        if (!options.dryRun && !nothing) writeUnits(options, target, plan, progress);
    } catch (...) {
        // A report of what was not done would mislead.
        std::error_code ignored;
        if (!options.report.empty()) fs::remove(options.report, ignored);
        throw;
    }
    std::fputs(summary(plan.report, options.lines).c_str(), stdout);
    if (nothing) {
        std::fprintf(stderr, "xiangtu: refused: none of the records can be taken; %s was not changed\n",
                     options.file.c_str());
        throw CLI::RuntimeError(3);
    }
    std::printf(options.dryRun ? "Dry run: nothing written.\n" : "Written to %s.\n", options.file.c_str());
}

}  // namespace

void addImportCommand(CLI::App& app) {
    auto options = std::make_shared<Options>();
    auto& request = options->request;
    CLI::App* command =
        app.add_subcommand("import", "Take units of one level from a map file into FILE (made when absent)");
    command->add_option("FILE", options->file, "Xiangtu file (.sqlite)")->required();
    command->add_option("SOURCE", request.source, "Shapefile, GeoJSON, GeoPackage, KML, .zip … (anything GDAL reads)")
        ->required();
    command->add_option("--level", options->level, "Level of the units")
        ->required()
        ->check(CLI::IsMember({"county", "township", "village", "natural_village", "grid"}));
    command->add_option("--layer", request.layer, "Layer, when the source has several");
    command->add_option("--code", request.codeField, "Field with the unit code (default: found by its values)");
    command->add_option("--name", request.nameField, "Field with the name (default: found by its values)");
    command->add_option("--parent", request.parentField,
                        "Field with code or name of the parent (default: by code prefix, then by place)");
    command->add_option("--households", request.householdsField, "Field with the number of households");
    command->add_option("--encoding", request.encoding, "Text encoding, e.g. GBK, UTF-8 (default: found out)");
    command->add_option("--crs", request.crs,
                        "Coordinate system, e.g. EPSG:4528 (default: from the source, else from the coordinates)");
    command->add_option("--shift", options->shift, "Offset to take off the coordinates")
        ->check(CLI::IsMember({"gcj02"}));
    command->add_option("--county", options->county,
                        "Make a county above the units: NAME, or NAME=CODE when the codes do not tell");
    command->add_option("--report", options->report, "Write everything found to this JSON file");
    command->add_option("--lines", options->lines, "Findings printed per rule")->capture_default_str();
    command->add_flag("--dry-run", options->dryRun, "Read and report, write nothing");
    addSignIn(command, options->signIn);
    command->callback([options] { runImport(*options); });
}

}  // namespace xiangtu::cli
