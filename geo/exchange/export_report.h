// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_rows.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Something of a value that a format could not hold.
struct ExportLoss {
    enum class Kind : std::uint8_t {
        tooLong,       ///< text longer than a field; cut before a character
        noCharacter,   ///< characters the encoding does not have
        rounded,       ///< a number with more digits than a field
        notADate,      ///< text in a date column that is no day
        shapeLeftOut,  ///< a geometry the format has no place for
        rowLeftOut,    ///< a row without geometry, which the format has no place for
    } kind = Kind::tooLong;
    std::size_t row = 0;  ///< from 0, in the order of the source
    std::string key;      ///< code or number of the row
    std::string column;
    std::string value;  ///< as it was
};
[[nodiscard]] std::string_view lossName(ExportLoss::Kind kind) noexcept;

/// Collects losses from several threads. All are counted, the first ten thousand of each kind are kept.
class ExportLosses {
public:
    void add(ExportLoss loss);
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::map<ExportLoss::Kind, std::size_t> byKind() const;
    /// By row, then by column.
    [[nodiscard]] std::vector<ExportLoss> listed() const;

private:
    mutable std::mutex m_mutex;
    std::map<ExportLoss::Kind, std::size_t> m_counts;
    std::vector<ExportLoss> m_listed;
};

struct WrittenFile {
    std::filesystem::path path;
    std::uintmax_t bytes = 0;
    std::string sha256;  ///< empty where sheets were not asked for, and of folders
};

/// What became of an export.
struct ExportReport {
    std::vector<WrittenFile> files;
    std::size_t rows = 0;
    std::size_t withoutShape = 0;
    double areaM2 = 0;
    std::string crs;
    std::string encoding;
    std::vector<std::string> notes;
    std::map<ExportLoss::Kind, std::size_t> lossCounts;
    std::vector<ExportLoss> losses;
};

}  // namespace xiangtu::exchange
