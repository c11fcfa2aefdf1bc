// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_plan.h"

#include "base/parallel.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <string_view>
#include <system_error>

namespace xiangtu::exchange {

namespace fs = std::filesystem;

namespace {

/// A file name every system takes.
std::string fileStem(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const bool bad =
            static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
        out += bad ? '_' : c;
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '.')) out.pop_back();
    return out.empty() ? "unnamed" : out;
}

/// Endings of the files that make one data set.
std::vector<std::string_view> endingsOf(ExportFormat format) {
    switch (format) {
    case ExportFormat::shapefile: return {".shp", ".shx", ".dbf", ".prj", ".cpg"};
    case ExportFormat::mapInfoTab: return {".tab", ".dat", ".map", ".id"};
    case ExportFormat::mapInfoMif: return {".mif", ".mid"};
    default: return {formatEnding(format)};
    }
}

constexpr std::string_view kLossSheet = ".losses.csv";

}  // namespace

Refusal nothingToExport(const RowSource& source) {
    return {"there is nothing to export: no row of " + source.about().title.en + " is asked for"};
}

Overview overview(const RowSource& source, const base::Progress& progress) {
    Overview all;
    std::mutex mutex;
    std::vector<double> areas(source.size());
    base::parallelFor(source.size(), 4096, [&](std::size_t begin, std::size_t end) {
        Overview part;
        for (std::size_t i = begin; i < end; ++i) {
            if ((i & 1023) == 0) progress.check();
            part.bounds.extend(source.bounds(i));
            part.withoutShape += source.shapeSize(i).kind == GeometryKind::none;
            areas[i] = source.areaM2(i);
        }
        const std::lock_guard lock(mutex);
        all.bounds.extend(part.bounds);
        all.withoutShape += part.withoutShape;
    });
    // In the order of the rows: the same sum on any number of cores.
    all.areaM2 = std::accumulate(areas.begin(), areas.end(), 0.0);
    return all;
}

ExportPlace placeOf(const fs::path& out, const ExportOptions& options) {
    const fs::path parent = out.parent_path().empty() ? fs::path(".") : out.parent_path();
    std::string name = out.filename().string();
    if (options.split == ExportOptions::Split::township) return {out, fileStem(name)};
    const std::string_view ending = formatEnding(options.format);
    std::string lower = name;
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    const bool has = lower.size() > ending.size() && lower.ends_with(ending);
    if (has) name.resize(name.size() - ending.size());
    return {parent, name};
}

std::map<std::string, std::vector<std::uint32_t>> byTownship(const RowSource& source) {
    std::map<std::string, std::vector<std::uint32_t>> out;
    for (std::size_t i = 0; i < source.size(); ++i) {
        const std::string name = source.township(i);
        out[fileStem(name.empty() ? "无乡镇 without township" : name)].push_back(std::uint32_t(i));
    }
    return out;
}

std::optional<Refusal> inTheWay(const ExportPlace& place, std::span<const std::string> stems,
                                const ExportOptions& options) {
    if (options.existing == ExportOptions::Existing::replaced) return std::nullopt;
    std::vector<std::string> names;
    for (const std::string& stem : stems) {
        for (const std::string_view ending : endingsOf(options.format)) names.push_back(stem + std::string(ending));
    }
    if (options.sheets == ExportOptions::Sheets::written) {
        for (const std::string_view ending :
             {std::string_view(".fields.csv"), std::string_view(".metadata.csv"), kLossSheet})
            names.push_back(place.stem + std::string(ending));
    }
    for (const std::string& name : names) {
        if (const fs::path file = place.folder / name; fs::exists(file))
            return Refusal{file.string() + " is there already; --overwrite replaces it"};
    }
    return std::nullopt;
}

void removeStale(const ExportPlace& place, std::span<const std::string> stems, const ExportOptions& options,
                 std::size_t losses) {
    if (options.existing != ExportOptions::Existing::replaced) return;
    std::error_code none;  // what is not there need not go
    if (options.format == ExportFormat::shapefile) {
        for (const std::string& stem : stems) {
            for (const char* ending : {".sbn", ".sbx", ".qix"}) fs::remove(place.folder / (stem + ending), none);
        }
    }
    if (options.sheets == ExportOptions::Sheets::written && losses == 0)
        fs::remove(place.folder / (place.stem + std::string(kLossSheet)), none);
}

}  // namespace xiangtu::exchange
