// SPDX-License-Identifier: GPL-3.0-or-later
// How long a county file takes from nothing to all that can be drawn (s), and asked (loaded_s): with what is
// kept beside it, without, and against a plain loop that only reads the same bytes. Memory is the process's own
// and, apart, pages of the mapped sidecar, which the system takes back when it needs them.
//
//   open_bench FILE.sqlite [plain|cold|kept|all]
#include "display/place.h"
#include "project/project.h"
#include "scene/geometry.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

namespace {

using namespace xiangtu;
namespace fs = std::filesystem;

/// As the client keeps it.
constexpr const char* kTiled = "scene.tiled";

double seconds(std::chrono::steady_clock::time_point since) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

/// Resident memory in MB: of this process alone, and of files mapped into it.
std::pair<double, double> memory() {
    std::ifstream status("/proc/self/status");
    double own = 0, mapped = 0;
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("RssAnon:")) own = std::stod(line.substr(8)) / 1024;
        if (line.starts_with("RssFile:")) mapped = std::stod(line.substr(8)) / 1024;
    }
    return {own, mapped};
}

double readPlain(const fs::path& file) {
    const auto begin = std::chrono::steady_clock::now();
    std::ifstream in(file, std::ios::binary);
    std::vector<char> buffer(std::size_t(1) << 20);
    std::uint64_t sum = 0;
    while (in.read(buffer.data(), std::streamsize(buffer.size())) || in.gcount() > 0) {
        for (std::size_t i = 0; i + 8 <= std::size_t(in.gcount()); i += 8) {
            std::uint64_t word;
            std::memcpy(&word, buffer.data() + i, 8);
            sum += word;
        }
    }
    const double took = seconds(begin);
    std::printf("case=read-plain file=%s mb=%.0f s=%.3f sum=%llx\n", file.filename().c_str(),
                double(fs::file_size(file)) / 1e6, took, static_cast<unsigned long long>(sum));
    return took;
}

double open(const fs::path& file, const char* name, bool keep) {
    const auto begin = std::chrono::steady_clock::now();
    std::string stage;
    auto since = begin;
    const auto next = [&](std::string_view now) {
        if (now == stage) return;
        if (!stage.empty()) std::printf("  %-10s %.3f s\n", stage.c_str(), seconds(since));
        stage = now;
        since = std::chrono::steady_clock::now();
    };
    next("file");
    project::Project project = project::Project::open(file, store::OpenMode::readWrite);
    next("kept");
    // What a map is drawn from is there before the records without shapes; the client builds its geometry then,
    // beside the rest of the load.
    double drawable = 0, took = 0;
    std::optional<scene::Geometry> geometry;
    project.load(base::Date::today(), base::Progress([&](std::string_view s, auto, auto) { next(s); }),
                 [&](const project::State& state) {
                     if (!state.drawable) return;
                     next("geometry");
                     drawable = seconds(begin);
                     const auto tiled = state.extras ? state.extras->array<std::uint8_t>(kTiled) : std::nullopt;
                     geometry.emplace(state.snapshot, state.topology, state.units,
                                      tiled.value_or(base::SharedArray<std::uint8_t>()));
                     took = seconds(begin);
                 });
    next("");
    const project::State& state = project.state();
    const double loaded = seconds(begin);
    const auto grids = state.snapshot->table(model::Level::grid).units.size();
    const auto [own, mapped] = memory();
    std::printf(
        "case=%s grids=%zu arcs=%zu drawable_s=%.3f s=%.3f loaded_s=%.3f rss_mb=%.0f mapped_mb=%.0f "
        "bytes_a_grid=%.0f\n",
        name, grids, state.topology->arcs().size(), drawable, took, loaded, own, mapped,
        (own + mapped) * 1048576 / double(grids));
    if (const auto keeping = keep ? project.keeping({display::section(kTiled, geometry->tiled())}) : nullptr) {
        const auto started = std::chrono::steady_clock::now();
        const bool done = keeping({});
        std::printf("case=keep written=%d s=%.3f\n", int(done), seconds(started));
    }
    return took;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "open_bench FILE.sqlite [plain|cold|kept|all]\n"), 2;
    const fs::path file = argv[1], kept = display::placesOf(file).front();
    const std::string which = argc > 2 ? argv[2] : "all";
    const bool all = which == "all";
    double plain = 0, cold = 0, quick = 0;
    if (all || which == "plain") plain = readPlain(file);
    if (all || which == "cold") {
        fs::remove(kept);
        cold = open(file, "open-cold", true);
    }
    if (all || which == "kept") quick = open(file, "open-kept", false);
    if (all || which == "plain") readPlain(kept);
    if (all)
        std::printf("ratio cold/plain=%.2f kept/plain=%.2f cold/kept=%.1f\n", cold / plain, quick / plain,
                    cold / quick);
    return 0;
}
