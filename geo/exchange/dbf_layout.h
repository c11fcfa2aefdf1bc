// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_report.h"
#include "exchange/export_rows.h"
#include "exchange/text_encoder.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// What the values of one column need in a .dbf; put together from many rows, in any order.
struct DbfNeed {
    std::size_t bytes = 0;  ///< longest text; more than a field holds when one is too long
    int whole = 1;          ///< digits before the point, with the sign
    int decimals = 0;
    void take(const DbfNeed& other);
};
[[nodiscard]] DbfNeed dbfNeed(const ExportColumn& column, const Cell& cell, const TextEncoder& encoder);

/// One field of a .dbf (dBase III): text C up to 254 bytes, numbers N, days D.
struct DbfField {
    std::string name;  ///< at most 10 ASCII bytes
    char type = 'C';
    std::uint8_t width = 1;
    std::uint8_t decimals = 0;
};
inline constexpr std::size_t kDbfMostText = 254;
inline constexpr std::size_t kDbfMostFields = 255;
inline constexpr std::size_t kDbfNameBytes = 10;

/// Fields wide enough for the needs. Numbers are at most 20 wide; whole numbers of more than 18 digits become text,
/// because programs would read them as floating point.
[[nodiscard]] std::vector<DbfField> dbfFields(std::span<const ExportColumn> columns, std::span<const DbfNeed> needs,
                                              std::span<const std::string> names);
[[nodiscard]] std::size_t dbfRecordBytes(std::span<const DbfField> fields);
/// Header with the language byte of the encoding: 0x4D (936) for GBK and GB 18030, 0 for UTF-8.
[[nodiscard]] std::string dbfHeader(std::span<const DbfField> fields, std::size_t records, TextEncoding encoding,
                                    std::string_view isoDay);

/// Appends one record; what does not fit is cut before a character, or rounded, and told.
void appendDbfRecord(std::string& to, std::span<const DbfField> fields, const RowSource::About& about,
                     const ExportRow& row, std::size_t number, const TextEncoder& encoder, ExportLosses& losses);

}  // namespace xiangtu::exchange
