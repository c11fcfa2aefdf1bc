// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "exchange/export_crs.h"
#include "exchange/export_report.h"
#include "exchange/export_rows.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// What every writer is told about the file it makes.
struct WriterTask {
    const RowSource& source;
    const ExportOptions& options;
    const ExportFacts& facts;
    const ExportCrs& crs;
    std::span<const ExportStyle> styles;
    std::filesystem::path folder;  ///< where its files grow
    std::string stem;              ///< their name without ending
    RowSource::Bounds bounds;      ///< of all rows, degrees
    ExportLosses& losses;
    base::Progress progress;
};

/// Takes rows one after the other, shapes in the system of the export. Throws base::Error.
class RowWriter {
public:
    virtual ~RowWriter() = default;
    RowWriter() = default;
    RowWriter(const RowWriter&) = delete;
    RowWriter& operator=(const RowWriter&) = delete;

    virtual void add(std::size_t row, const ExportRow& content, std::size_t look) = 0;
    /// Files are whole only after this.
    virtual void finish() = 0;
};

using MadeWriter = base::Result<std::unique_ptr<RowWriter>, Refusal>;
[[nodiscard]] MadeWriter csvWriter(const WriterTask& task);
[[nodiscard]] MadeWriter geoJsonWriter(const WriterTask& task);
[[nodiscard]] MadeWriter kmlWriter(const WriterTask& task);
[[nodiscard]] MadeWriter dxfWriter(const WriterTask& task);
[[nodiscard]] MadeWriter xlsxWriter(const WriterTask& task);
[[nodiscard]] MadeWriter landTextWriter(const WriterTask& task);
/// GeoPackage, FileGDB, FlatGeobuf and MapInfo, by GDAL's drivers.
[[nodiscard]] MadeWriter ogrWriter(const WriterTask& task);

/// Shapefiles are written by several threads at once and need every text measured before; they have a way of their own.
/// Refused before anything is written: more than 2 GiB, points and areas mixed, more than 255 fields.
[[nodiscard]] std::optional<Refusal> writeShapefile(const WriterTask& task);

// The same refusals and, of a shapefile, the same losses, with nothing written.
[[nodiscard]] std::optional<Refusal> tryShapefile(const WriterTask& task);
[[nodiscard]] std::optional<Refusal> tryOgr(const WriterTask& task);

/// Each row through one writer, with progress and cancel.
void writeRows(const WriterTask& task, RowWriter& writer);

// What writers share.
[[nodiscard]] std::string_view textOf(const Cell& cell) noexcept;  ///< "" for what is no text
/// The shortest decimal that reads back as the same number, never with an exponent.
void appendNumber(std::string& to, double value);
/// With at most so many digits behind the point, zeros taken off.
void appendFixed(std::string& to, double value, int decimals);
/// Any cell as text: "" for NULL.
void appendText(std::string& to, const Cell& cell);
void appendXml(std::string& to, std::string_view text);
/// How many digits behind the point a coordinate has: a tenth of a millimetre.
[[nodiscard]] inline int coordinateDecimals(const ExportCrs& crs) noexcept { return crs.geographic ? 9 : 4; }

}  // namespace xiangtu::exchange
