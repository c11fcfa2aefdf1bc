// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dbf_layout.h"

#include "base/date.h"
#include "exchange/row_writer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace xiangtu::exchange {

namespace {

constexpr int kMostNumber = 20;
constexpr int kMostWhole = 18;
constexpr int kMostDecimals = 15;

/// As it would stand there, without limits.
std::string_view digits(const Cell& cell, std::array<char, 400>& room) {
    char* const begin = room.data();
    char* end = begin;
    if (const auto* n = std::get_if<std::int64_t>(&cell)) end = std::to_chars(begin, begin + room.size(), *n).ptr;
    if (const auto* n = std::get_if<double>(&cell); n && std::isfinite(*n))
        end = std::to_chars(begin, begin + room.size(), *n, std::chars_format::fixed).ptr;
    return {begin, end};
}

bool isNumber(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::real || type == ColumnType::yesNo;
}

}  // namespace

void DbfNeed::take(const DbfNeed& other) {
    bytes = std::max(bytes, other.bytes);
    whole = std::max(whole, other.whole);
    decimals = std::max(decimals, other.decimals);
}

DbfNeed dbfNeed(const ExportColumn& column, const Cell& cell, const TextEncoder& encoder) {
    DbfNeed need;
    if (const auto* text = std::get_if<std::string_view>(&cell)) {
        // Most texts are of plain characters; those need no look at the tables.
        need.bytes = encoder.encoding() == TextEncoding::utf8 && text->size() <= kDbfMostText
                         ? text->size()
                         : encoder.measure(*text, SIZE_MAX).bytes;
    } else if (isNumber(column.type) && cell.index() != 0) {
        std::array<char, 400> room;
        const std::string_view text = digits(cell, room);
        const auto point = text.find('.');
        need.whole = int(std::min(text.size(), point));
        need.decimals = point == std::string_view::npos ? 0 : int(text.size() - point - 1);
        need.bytes = text.size();
    }
    return need;
}

std::vector<DbfField> dbfFields(std::span<const ExportColumn> columns, std::span<const DbfNeed> needs,
                                std::span<const std::string> names) {
    std::vector<DbfField> out;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const DbfNeed& need = needs[c];
        DbfField field{names[c], 'C', std::uint8_t(std::clamp<std::size_t>(need.bytes, 1, kDbfMostText)), 0};
        if (columns[c].type == ColumnType::date) {
            field.type = 'D';
            field.width = 8;
        } else if (isNumber(columns[c].type) && (columns[c].type == ColumnType::real || need.whole <= kMostWhole)) {
            field.type = 'N';
            const int room = std::max(0, kMostNumber - 1 - need.whole);
            field.decimals = std::uint8_t(std::min({need.decimals, kMostDecimals, room}));
            const int width = need.whole + (field.decimals > 0 ? 1 + field.decimals : 0);
            field.width = std::uint8_t(std::clamp(width, 1, 254));
        }
        out.push_back(std::move(field));
    }
    return out;
}

std::size_t dbfRecordBytes(std::span<const DbfField> fields) {
    std::size_t sum = 1;
    for (const DbfField& field : fields) sum += field.width;
    return sum;
}

std::string dbfHeader(std::span<const DbfField> fields, std::size_t records, TextEncoding encoding,
                      std::string_view isoDay) {
    std::string out(32, '\0');
    const auto put = [&](std::size_t at, std::uint32_t n, int bytes) {
        for (int i = 0; i < bytes; ++i) out[at + std::size_t(i)] = char(n >> (8 * i));
    };
    out[0] = 3;
    if (isoDay.size() >= 10) {
        const auto two = [&](std::size_t at) { return (isoDay[at] - '0') * 10 + (isoDay[at + 1] - '0'); };
        out[1] = char((isoDay[0] - '0') * 1000 + (isoDay[1] - '0') * 100 + two(2) - 1900);
        out[2] = char(two(5));
        out[3] = char(two(8));
    }
    put(4, std::uint32_t(records), 4);
    put(8, std::uint32_t(32 + 32 * fields.size() + 1), 2);
    put(10, std::uint32_t(dbfRecordBytes(fields)), 2);
    out[29] = encoding == TextEncoding::utf8 ? '\0' : '\x4D';
    for (const DbfField& field : fields) {
        std::string line(32, '\0');
        line.replace(0, field.name.size(), field.name);
        line[11] = field.type;
        line[16] = char(field.width);
        line[17] = char(field.decimals);
        out += line;
    }
    return out += '\r';
}

void appendDbfRecord(std::string& to, std::span<const DbfField> fields, const RowSource::About& about,
                     const ExportRow& row, std::size_t number, const TextEncoder& encoder, ExportLosses& losses) {
    const auto lost = [&](ExportLoss::Kind kind, std::size_t c) {
        std::string key, value;
        appendText(key, row.cells[about.keyColumn]);
        appendText(value, row.cells[c]);
        losses.add({kind, number, std::move(key), about.columns[c].key, std::move(value)});
    };
    std::array<char, 400> room;
    to += ' ';
    for (std::size_t c = 0; c < fields.size(); ++c) {
        const DbfField& field = fields[c];
        const Cell& cell = row.cells[c];
        const std::size_t begin = to.size(), end = begin + field.width;
        if (const auto* text = std::get_if<std::string_view>(&cell)) {
            if (field.type == 'D') {
                const auto day = base::Date::parse(*text);
                if (day && !day->isOpen() && text->size() == 10) {
                    to.append(text->substr(0, 4)).append(text->substr(5, 2)).append(text->substr(8, 2));
                } else if (!text->empty()) {
                    lost(ExportLoss::Kind::notADate, c);
                }
            } else if (field.type == 'C') {
                const EncodedText put = encoder.append(*text, field.width, to);
                if (put.written < put.bytes) lost(ExportLoss::Kind::tooLong, c);
                if (put.missing > 0) lost(ExportLoss::Kind::noCharacter, c);
            }
        } else if (cell.index() != 0) {
            std::string_view text = digits(cell, room);
            const auto point = std::min(text.find('.'), text.size());
            const bool rounds = field.type == 'N' && text.size() - point > std::size_t(field.decimals) + 1;
            if (rounds) {
                text = {room.data(), std::to_chars(room.data(), room.data() + room.size(), std::get<double>(cell),
                                                   std::chars_format::fixed, field.decimals)
                                         .ptr};
            }
            const bool fits = text.size() <= field.width;
            if (rounds || !fits || text.empty()) lost(ExportLoss::Kind::rounded, c);
            if (field.type == 'N' && fits) to.append(field.width - text.size(), ' ');
            if (fits) to.append(text);
        }
        to.resize(end, ' ');
    }
}

}  // namespace xiangtu::exchange
