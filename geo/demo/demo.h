// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "demo/facts.h"
#include "model/draft.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::demo {

/// The demo counties by their command line names, and each one's facts file below the data folder.
[[nodiscard]] const std::vector<std::string>& countyNames();
[[nodiscard]] std::filesystem::path factsFile(const std::filesystem::path& dataDir, const std::string& county);
[[nodiscard]] std::filesystem::path phrasesFile(const std::filesystem::path& dataDir);

inline constexpr std::uint64_t kDefaultSeed = 20230206;

struct Options {
    geom::MultiPolygon outline;          ///< filled exactly; empty = one is made up
    std::optional<std::uint32_t> grids;  ///< as many household grids; default: the facts'
    std::uint64_t seed = kDefaultSeed;
};

/// Generates a county into the sink, level by level, then organisations, classes and registers. Names and
/// codes of townships and villages are the facts'; all shapes and everything below are made up.
/// Far more grids than the county has make a province of such counties with invented codes and names.
/// The same facts, options and program give the same rows. Faults: usage (numbers that do not fit),
/// geometry (an outline that is not simple), cancelled.
void generate(const CountyFacts& facts, const Phrases& phrases, const Options& options, model::Sink& sink,
              const base::Progress& progress);

}  // namespace xiangtu::demo
