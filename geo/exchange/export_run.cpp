// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_run.h"

#include "base/error.h"
#include "base/sha256.h"
#include "exchange/export_plan.h"
#include "exchange/export_sheets.h"
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/text_encoder.h"

#include <algorithm>
#include <map>
#include <vector>

namespace xiangtu::exchange {

namespace fs = std::filesystem;

std::string_view formatEnding(ExportFormat format) noexcept {
    constexpr std::array<std::string_view, 13> kEndings{".shp", ".gpkg", ".gdb", ".geojson", ".geojson",
                                                        ".kml", ".dxf",  ".fgb", ".csv",     ".xlsx",
                                                        ".txt", ".tab",  ".mif"};
    return kEndings[std::size_t(format)];
}

namespace {

MadeWriter makeWriter(const WriterTask& task) {
    switch (task.options.format) {
    case ExportFormat::geoJson:
    case ExportFormat::geoJsonCrs: return geoJsonWriter(task);
    case ExportFormat::kml: return kmlWriter(task);
    case ExportFormat::dxf: return dxfWriter(task);
    case ExportFormat::csv: return csvWriter(task);
    case ExportFormat::xlsx: return xlsxWriter(task);
    case ExportFormat::landText: return landTextWriter(task);
    default: return ogrWriter(task);
    }
}

std::optional<Refusal> writeOne(const WriterTask& task) {
    if (task.options.format == ExportFormat::shapefile) return writeShapefile(task);
    auto writer = makeWriter(task);
    if (!writer) return writer.error();
    const std::unique_ptr<RowWriter> made = std::move(writer).value();
    writeRows(task, *made);
    return std::nullopt;
}

std::vector<WrittenFile> filesIn(const fs::path& folder, const fs::path& place, ExportOptions::Sheets sheets) {
    std::vector<WrittenFile> out;
    for (const auto& entry : fs::directory_iterator(folder)) {
        WrittenFile file{place / entry.path().filename(), 0, {}};
        if (entry.is_regular_file()) {
            file.bytes = entry.file_size();
            if (sheets == ExportOptions::Sheets::written) file.sha256 = base::sha256OfFile(entry.path());
        } else {
            for (const auto& inside : fs::recursive_directory_iterator(entry.path()))
                file.bytes += inside.is_regular_file() ? inside.file_size() : 0;
        }
        out.push_back(std::move(file));
    }
    std::ranges::sort(out, {}, &WrittenFile::path);
    return out;
}

std::string encodingOf(const ExportOptions& options) {
    switch (options.format) {
    case ExportFormat::shapefile:
    case ExportFormat::csv:
    case ExportFormat::landText:
    case ExportFormat::mapInfoTab:
    case ExportFormat::mapInfoMif: return std::string(encodingName(options.encoding));
    case ExportFormat::dxf: return "GBK";
    default: return "UTF-8";
    }
}

}  // namespace

base::Result<ExportReport, Refusal> exportRows(const RowSource& source, const fs::path& out,
                                               const ExportOptions& options, const ExportFacts& facts,
                                               std::span<const ExportStyle> styles, const base::Progress& progress) {
    if (source.size() == 0) return nothingToExport(source);
    const ExportPlace place = placeOf(out, options);
    const bool split = options.split == ExportOptions::Split::township;
    const auto townships = split ? byTownship(source) : std::map<std::string, std::vector<std::uint32_t>>();
    std::vector<std::string> stems;
    for (const auto& township : townships) stems.push_back(township.first);
    if (!split) stems.push_back(place.stem);
    if (auto refusal = inTheWay(place, stems, options)) return *refusal;
    const Overview known = overview(source, progress);
    const auto crs = chooseExportCrs(options.crs, options.format, known.bounds.west, known.bounds.east);
    if (!crs) return crs.error();

    ExportLosses losses;
    StagingFolder staging(out);
    for (const auto& [name, rows] : townships) {
        const SomeRows some(source, rows);
        if (auto refusal = writeOne(
                {some, options, facts, crs.value(), styles, staging.path(), name, known.bounds, losses, progress}))
            return *refusal;
    }
    if (!split) {
        if (auto refusal = writeOne({source, options, facts, crs.value(), styles, staging.path(), place.stem,
                                     known.bounds, losses, progress}))
            return *refusal;
    }

    ExportReport report;
    report.rows = source.size();
    report.withoutShape = known.withoutShape;
    report.areaM2 = known.areaM2;
    report.crs = crs.value().label;
    report.encoding = encodingOf(options);
    report.notes = crs.value().notes;
    report.notes.insert(report.notes.end(), facts.leftOut.begin(), facts.leftOut.end());
    report.lossCounts = losses.byKind();
    report.losses = losses.listed();
    if (options.losses == ExportOptions::Losses::refused && !report.losses.empty()) {
        const ExportLoss& first = report.losses.front();
        return Refusal{std::to_string(losses.count()) + " values do not fit " +
                       std::string(formatName(options.format)) + "; the first: " + first.key + ", field " +
                       first.column + ": " + std::string(lossName(first.kind))};
    }
    progress.report("sums", 0, 0);
    report.files = filesIn(staging.path(), place.folder, options.sheets);
    if (options.sheets == ExportOptions::Sheets::written) {
        writeFieldSheet(staging.path(), place.stem, source.about(), options);
        writeMetadataSheet(staging.path(), place.stem, source.about(), options, facts, report);
        writeLossSheet(staging.path(), place.stem, report);
    }
    progress.check();
    staging.publish(place.folder, options.existing);
    removeStale(place, stems, options, report.losses.size());
    return report;
}

std::string summary(const ExportReport& report, std::size_t linesPerKind) {
    std::string out = std::to_string(report.rows) + " rows";
    if (report.withoutShape > 0) out += ", " + std::to_string(report.withoutShape) + " without geometry";
    out += "; " + report.crs + "; " + report.encoding + "\n";
    for (const std::string& note : report.notes) out += "note: " + note + "\n";
    for (const auto& [kind, count] : report.lossCounts) {
        out += std::string(lossName(kind)) + ": " + std::to_string(count) + "\n";
        std::size_t shown = 0;
        for (const ExportLoss& loss : report.losses) {
            if (loss.kind != kind) continue;
            if (shown++ == linesPerKind) break;
            out += "  " + loss.key + " " + loss.column + ": ";
            TextEncoder(TextEncoding::utf8).append(loss.value, 120, out);
            out += '\n';
        }
    }
    for (const WrittenFile& file : report.files) out += file.path.string() + "\n";
    return out;
}

}  // namespace xiangtu::exchange
