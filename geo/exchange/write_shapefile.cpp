// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "base/parallel.h"
#include "exchange/dbf_layout.h"
#include "exchange/field_names.h"
#include "exchange/out_file.h"
#include "exchange/row_writer.h"
#include "exchange/shp_record.h"

#include <algorithm>
#include <bitset>
#include <mutex>

namespace xiangtu::exchange {

namespace {

constexpr std::size_t kBlock = 512;        ///< rows one thread takes at a time
constexpr std::size_t kBlocksAtOnce = 32;  ///< that lie in memory before they are written
constexpr std::uint64_t kMostBytes = 0x7FFFFFFF;

/// What all rows need together.
struct Measured {
    std::vector<DbfNeed> needs;
    std::bitset<4> kinds;
    std::uint64_t shpBytes = 100;

    void take(const Measured& other) {
        for (std::size_t c = 0; c < needs.size(); ++c) needs[c].take(other.needs[c]);
        kinds |= other.kinds;
        shpBytes += other.shpBytes - 100;
    }
};

Measured measure(const WriterTask& task, const TextEncoder& encoder) {
    const auto& columns = task.source.about().columns;
    Measured all{std::vector<DbfNeed>(columns.size()), {}};
    std::mutex mutex;
    base::parallelFor(task.source.size(), 4096, [&](std::size_t begin, std::size_t end) {
        Measured part{std::vector<DbfNeed>(columns.size()), {}};
        ExportRow row;
        for (std::size_t i = begin; i < end; ++i) {
            if ((i & 1023) == 0) task.progress.check();
            task.source.cells(i, row);
            for (std::size_t c = 0; c < columns.size(); ++c)
                part.needs[c].take(dbfNeed(columns[c], row.cells[c], encoder));
            const auto size = task.source.shapeSize(i);
            part.kinds.set(std::size_t(size.kind));
            part.shpBytes += 8 + shpContentBytes(size);
        }
        const std::lock_guard lock(mutex);
        all.take(part);
    });
    return all;
}

std::optional<Refusal> whyNot(const WriterTask& task, const Measured& measured, std::span<const DbfField> fields) {
    if (fields.size() > kDbfMostFields) {
        return Refusal{"a shapefile holds 255 fields; these are " + std::to_string(fields.size())};
    }
    auto kinds = measured.kinds;
    kinds.reset(std::size_t(GeometryKind::none));
    if (kinds.count() > 1) {
        return Refusal{task.source.about().title.en +
                       " has geometries of several kinds, a shapefile holds one: choose gpkg, gdb or geojson"};
    }
    if (dbfRecordBytes(fields) > 0xFFFF) {
        return Refusal{"a record of a .dbf holds 65,535 bytes; these fields need " +
                       std::to_string(dbfRecordBytes(fields)) + ": choose fewer columns"};
    }
    const std::uint64_t dbf = 33 + 32 * fields.size() + task.source.size() * dbfRecordBytes(fields);
    for (const auto& [what, bytes] : {std::pair(".shp", measured.shpBytes), std::pair(".dbf", dbf)}) {
        if (bytes > kMostBytes) {
            return Refusal{std::string("the ") + what + " would have " + std::to_string(bytes / 1'000'000) +
                           " MB; more than 2 GiB no program reads reliably: choose --split township, fewer columns, "
                           "gpkg or gdb"};
        }
    }
    return std::nullopt;
}

/// What a block of rows becomes.
struct Block {
    std::string shp, dbf;
    std::vector<std::uint32_t> contents;
    ShpBounds bounds;
};

void encode(const WriterTask& task, std::size_t begin, std::size_t end, const geodesy::Projector& projector,
            std::span<const DbfField> fields, const TextEncoder& encoder, Block& out) {
    out.shp.clear();
    out.dbf.clear();
    out.contents.clear();
    out.bounds = {};
    ExportRow row;
    for (std::size_t i = begin; i < end; ++i) {
        task.source.cells(i, row);
        task.source.shape(i, row.shape);
        projector.forward(row.shape.points);
        const std::size_t before = out.shp.size();
        appendShpRecord(out.shp, std::uint32_t(i + 1), row.shape, out.bounds);
        out.contents.push_back(std::uint32_t(out.shp.size() - before - 8));
        appendDbfRecord(out.dbf, fields, task.source.about(), row, i, encoder, task.losses);
    }
}

void writeText(const std::filesystem::path& file, std::string_view text) {
    OutFile out(file);
    out.write(text);
    out.close();
}

GeometryKind kindOf(const Measured& measured) {
    for (const GeometryKind kind : {GeometryKind::point, GeometryKind::line, GeometryKind::polygon}) {
        if (measured.kinds.test(std::size_t(kind))) return kind;
    }
    return GeometryKind::none;
}

}  // namespace

std::optional<Refusal> tryShapefile(const WriterTask& task) {
    const TextEncoder encoder(task.options.encoding);
    const Measured measured = measure(task, encoder);
    const auto& columns = task.source.about().columns;
    const auto fields = dbfFields(columns, measured.needs, fieldNames(columns, task.options.naming, kDbfNameBytes));
    if (auto refusal = whyNot(task, measured, fields)) return refusal;
    base::parallelFor(task.source.size(), 4096, [&](std::size_t begin, std::size_t end) {
        ExportRow row;
        std::string record;
        for (std::size_t i = begin; i < end; ++i) {
            if ((i & 1023) == 0) task.progress.check();
            record.clear();
            task.source.cells(i, row);
            appendDbfRecord(record, fields, task.source.about(), row, i, encoder, task.losses);
        }
    });
    return std::nullopt;
}

std::optional<Refusal> writeShapefile(const WriterTask& task) {
    const TextEncoder encoder(task.options.encoding);
    const auto& columns = task.source.about().columns;
    const std::size_t rows = task.source.size();
    task.progress.report("measure", 0, std::int64_t(rows));
    const Measured measured = measure(task, encoder);
    const auto names = fieldNames(columns, task.options.naming, kDbfNameBytes);
    const auto fields = dbfFields(columns, measured.needs, names);
    if (auto refusal = whyNot(task, measured, fields)) return refusal;

    const auto file = [&](const char* ending) { return task.folder / (task.stem + ending); };
    const GeometryKind kind = kindOf(measured);
    OutFile shp(file(".shp")), shx(file(".shx")), dbf(file(".dbf"));
    ShpBounds bounds;
    shp.write(shpHeader(kind, 0, bounds));
    shx.write(shpHeader(kind, 0, bounds));
    dbf.write(dbfHeader(fields, rows, task.options.encoding, task.facts.made));

    std::vector<Block> blocks(kBlocksAtOnce);
    std::string index;
    for (std::size_t first = 0; first < rows; first += kBlock * kBlocksAtOnce) {
        task.progress.check();
        task.progress.report("write", std::int64_t(first), std::int64_t(rows));
        const std::size_t count = std::min(kBlocksAtOnce, (rows - first + kBlock - 1) / kBlock);
        base::parallelFor(count, 1, [&](std::size_t begin, std::size_t end) {
            const geodesy::Projector projector(task.crs.epsg);
            for (std::size_t b = begin; b < end; ++b) {
                const std::size_t from = first + b * kBlock;
                encode(task, from, std::min(from + kBlock, rows), projector, fields, encoder, blocks[b]);
            }
        });
        for (std::size_t b = 0; b < count; ++b) {
            index.clear();
            std::uint64_t offset = shp.size();
            for (const std::uint32_t content : blocks[b].contents) {
                appendShxEntry(index, offset, content);
                offset += 8 + content;
            }
            shp.write(blocks[b].shp);
            dbf.write(blocks[b].dbf);
            shx.write(index);
            if (blocks[b].bounds.any()) bounds.extend(blocks[b].bounds);
        }
    }
    task.progress.check();
    dbf.write("\x1A");
    shp.rewriteFront(shpHeader(kind, shp.size(), bounds));
    shx.rewriteFront(shpHeader(kind, shx.size(), bounds));
    shp.close();
    shx.close();
    dbf.close();
    writeText(file(".prj"), esriText(task.crs));
    writeText(file(".cpg"), encodingName(task.options.encoding));
    return std::nullopt;
}

}  // namespace xiangtu::exchange
