// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/export_check.h"

#include "base/date.h"
#include "base/parallel.h"
#include "exchange/export_plan.h"
#include "exchange/row_writer.h"
#include "exchange/text_encoder.h"

#include <optional>

namespace xiangtu::exchange {

namespace {

/// What a format does with texts.
struct TextRules {
    TextEncoding encoding = TextEncoding::utf8;
    std::size_t most = SIZE_MAX;  ///< of a field
    bool utf16 = false;           ///< `most` counts units of UTF-16, not bytes
    bool labelsOnly = false;      ///< key and label are written, where there is a shape; no other text
    bool escapes = false;         ///< what the encoding lacks is written by its number, up to U+FFFF
    bool daysAreTyped = false;    ///< a day that is none has no place
};

TextRules rulesOf(const ExportOptions& options) {
    switch (options.format) {
    case ExportFormat::csv: return {options.encoding};
    case ExportFormat::mapInfoTab:
    case ExportFormat::mapInfoMif: return {options.encoding, 254, false, false, false, true};
    case ExportFormat::landText: return {options.encoding, SIZE_MAX, false, true};
    case ExportFormat::dxf: return {TextEncoding::gbk, SIZE_MAX, false, true, true};
    case ExportFormat::xlsx: return {TextEncoding::utf8, 32'767, true};
    case ExportFormat::geoPackage:
    case ExportFormat::fileGdb:
    case ExportFormat::flatGeobuf: return {TextEncoding::utf8, SIZE_MAX, false, false, false, true};
    default: return {};
    }
}

std::size_t utf16Units(std::string_view text) {
    std::size_t n = 0;
    while (!text.empty()) n += nextCharacter(text) > 0xFFFF ? 2 : 1;
    return n;
}

/// Whether a text has a character beyond U+FFFF.
bool hasRare(std::string_view text) {
    while (!text.empty()) {
        if (nextCharacter(text) > 0xFFFF) return true;
    }
    return false;
}

bool isOgr(ExportFormat format) {
    return format == ExportFormat::geoPackage || format == ExportFormat::fileGdb ||
           format == ExportFormat::flatGeobuf || format == ExportFormat::mapInfoTab ||
           format == ExportFormat::mapInfoMif;
}

void checkCells(const WriterTask& task, const TextRules& rules, const ExportRow& row, std::size_t number) {
    const auto& about = task.source.about();
    const TextEncoder encoder(rules.encoding);
    const auto lost = [&](ExportLoss::Kind kind, std::size_t c) {
        task.losses.add({kind, number, std::string(textOf(row.cells[about.keyColumn])), about.columns[c].key,
                         std::string(textOf(row.cells[c]))});
    };
    const GeometryKind kind = task.source.shapeSize(number).kind;
    if (rules.labelsOnly && (kind == GeometryKind::none || (!rules.escapes && kind != GeometryKind::polygon))) return;
    for (std::size_t c = 0; c < about.columns.size(); ++c) {
        const std::string_view text = textOf(row.cells[c]);
        if (text.empty() || (rules.labelsOnly && c != about.keyColumn && c != about.labelColumn)) continue;
        const ColumnType type = about.columns[c].type;
        if (rules.daysAreTyped && (type == ColumnType::date || type == ColumnType::instant)) {
            if (!base::Date::parse(text.substr(0, 10))) lost(ExportLoss::Kind::notADate, c);
            continue;
        }
        const EncodedText size = encoder.measure(text, SIZE_MAX);
        if (size.missing > 0 && (!rules.escapes || hasRare(text))) lost(ExportLoss::Kind::noCharacter, c);
        if ((rules.utf16 ? utf16Units(text) : size.bytes) > rules.most) lost(ExportLoss::Kind::tooLong, c);
    }
}

/// Whether the row is written at all.
bool checkShape(const WriterTask& task, const ExportRow& row, std::size_t number) {
    const ExportFormat format = task.options.format;
    const GeometryKind kind = task.source.shapeSize(number).kind;
    const auto lost = [&](ExportLoss::Kind what) {
        const auto& about = task.source.about();
        task.losses.add({what, number, std::string(textOf(row.cells[about.keyColumn])), "", ""});
    };
    const bool left = format == ExportFormat::flatGeobuf && kind == GeometryKind::none;
    if (left) lost(ExportLoss::Kind::rowLeftOut);
    if (format == ExportFormat::landText && kind != GeometryKind::none && kind != GeometryKind::polygon)
        lost(ExportLoss::Kind::shapeLeftOut);
    return !left;
}

std::optional<Refusal> checkOne(const WriterTask& task) {
    if (task.options.format == ExportFormat::shapefile) return tryShapefile(task);
    if (isOgr(task.options.format)) {
        if (auto refusal = tryOgr(task)) return refusal;
    }
    const TextRules rules = rulesOf(task.options);
    base::parallelFor(task.source.size(), 4096, [&](std::size_t begin, std::size_t end) {
        ExportRow row;
        for (std::size_t i = begin; i < end; ++i) {
            if ((i & 1023) == 0) task.progress.check();
            task.source.cells(i, row);
            if (checkShape(task, row, i)) checkCells(task, rules, row, i);
        }
    });
    return std::nullopt;
}

}  // namespace

base::Result<ExportCheck, Refusal> checkExport(const RowSource& source, const std::filesystem::path& out,
                                               const ExportOptions& options, const base::Progress& progress) {
    if (source.size() == 0) return nothingToExport(source);
    const Overview known = overview(source, progress);
    const auto crs = chooseExportCrs(options.crs, options.format, known.bounds.west, known.bounds.east);
    if (!crs) return crs.error();
    const ExportPlace place = placeOf(out, options);
    ExportCheck check{source.size(),     known.withoutShape, 1, known.areaM2, known.bounds,
                      crs.value().label, crs.value().notes,  {}};
    ExportLosses losses;
    const ExportFacts facts;
    std::vector<std::string> stems;
    const auto task = [&](const RowSource& rows) {
        return WriterTask{rows, options, facts, crs.value(), {}, {}, {}, known.bounds, losses, progress};
    };
    if (options.split == ExportOptions::Split::township) {
        for (const auto& [name, rows] : byTownship(source)) {
            const SomeRows some(source, rows);
            if (auto refusal = checkOne(task(some))) return *refusal;
            stems.push_back(name);
        }
        check.files = stems.size();
    } else {
        if (auto refusal = checkOne(task(source))) return *refusal;
        stems.push_back(place.stem);
    }
    if (!out.empty()) {
        if (auto refusal = inTheWay(place, stems, options)) return *refusal;
    }
    check.losses = losses.byKind();
    return check;
}

}  // namespace xiangtu::exchange
