// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/data_dir.h"
#include "app/cli/job.h"
#include "base/error.h"
#include "demo/demo.h"
#include "demo/outline.h"
#include "store/store.h"

#include <unistd.h>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>

namespace xiangtu::cli {

namespace {

namespace fs = std::filesystem;

struct DemoArguments {
    std::string county, out, outline;
    std::uint32_t grids = 0;
    std::uint64_t seed = demo::kDefaultSeed;
    bool force = false;
};

/// The file grows under another name and gets its own only when it is whole: whatever stops the run,
/// no half-made county is left and a file to be replaced stays as it was.
class GrowingFile {
public:
    explicit GrowingFile(fs::path file) : m_file(std::move(file)), m_part(m_file.string() + ".growing") {
        clear(m_part);
    }
    ~GrowingFile() { clear(m_part); }
    GrowingFile(const GrowingFile&) = delete;
    GrowingFile& operator=(const GrowingFile&) = delete;

    [[nodiscard]] const fs::path& part() const noexcept { return m_part; }
    /// After the store on part() is closed.
    void finish() {
        clear(m_file);
        std::error_code failed;
        fs::rename(m_part, m_file, failed);
        if (failed) throw base::Error(base::Fault::io, m_file.string() + ": " + failed.message());
    }

private:
    static void clear(const fs::path& file) {
        std::error_code ignored;
        for (const char* suffix : {"", "-wal", "-shm", "-journal"}) fs::remove(file.string() + suffix, ignored);
    }
    fs::path m_file, m_part;
};

base::Progress demoProgress() {
    if (isatty(STDERR_FILENO) == 0) return {};
    return base::Progress([](std::string_view stage, std::int64_t done, std::int64_t total) {
        if (total > 0)
            std::fprintf(stderr, "\r%-16.*s %3d %%", int(stage.size()), stage.data(), int(100 * done / total));
        else
            std::fprintf(stderr, "\r%-16.*s      ", int(stage.size()), stage.data());
        std::fflush(stderr);
    });
}

void makeDemo(const DemoArguments& arguments) {
    if (fs::exists(arguments.out) && !arguments.force) {
        throw base::Error(base::Fault::io, arguments.out + ": the file exists already (--force replaces it)");
    }
    const fs::path folder = fs::absolute(arguments.out).parent_path();
    if (!fs::is_directory(folder))
        throw base::Error(base::Fault::io, arguments.out + ": there is no folder " + folder.string());
    const auto begin = std::chrono::steady_clock::now();
    const demo::CountyFacts facts = demo::loadFacts(demo::factsFile(dataDir(), arguments.county));
    const demo::Phrases phrases = demo::loadPhrases(demo::phrasesFile(dataDir()));
    demo::Options options;
    options.seed = arguments.seed;
    if (arguments.grids > 0) options.grids = arguments.grids;
    if (!arguments.outline.empty()) options.outline = demo::loadOutline(arguments.outline);

    base::Progress progress = demoProgress();
    try {
        const CancelOnInterrupt stop(progress);
        GrowingFile file(arguments.out);
        {
            const auto store = store::create(file.part(), dataDir());
            const auto writer = store->beginBulk();
            demo::generate(facts, phrases, options, *writer, progress);
            progress.report("commit", 0, 0);
            progress.check();
            writer->commit();
        }
        file.finish();
    } catch (...) {
        if (isatty(STDERR_FILENO) != 0) std::fputc('\n', stderr);
        throw;
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    if (isatty(STDERR_FILENO) != 0) std::fputc('\r', stderr);
    std::printf("%s: demo of %s with %u grids (seed %llu) in %.1f s\n", arguments.out.c_str(), facts.name.c_str(),
                options.grids.value_or(facts.grids), static_cast<unsigned long long>(options.seed), seconds);
}

}  // namespace

void addDemoCommand(CLI::App& app) {
    auto arguments = std::make_shared<DemoArguments>();
    CLI::App* command = app.add_subcommand("demo", "Makes a demo county: real names and figures, invented borders");
    command->add_option("COUNTY", arguments->county, "Which county")
        ->required()
        ->check(CLI::IsMember(demo::countyNames()));
    command->add_option("OUT", arguments->out, "File to make")->required();
    command->add_option("--outline", arguments->outline, "GeoJSON polygon the county is to fill exactly");
    command->add_option("--grids", arguments->grids, "How many household grids; far more make a synthetic province")
        ->check(CLI::Range(1u, 20000000u));
    command->add_option("--seed", arguments->seed, "Another county of the same kind");
    command->add_flag("--force", arguments->force, "Replace OUT if it exists");
    command->callback([arguments] { makeDemo(*arguments); });
}

}  // namespace xiangtu::cli
