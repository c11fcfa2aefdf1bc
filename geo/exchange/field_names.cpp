// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/field_names.h"

#include "exchange/dbf_layout.h"
#include "exchange/text_encoder.h"
#include "index/name_search.h"

#include <cctype>
#include <set>

namespace xiangtu::exchange {

namespace {

bool isAlnum(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 0x80;
}

std::string asciiName(std::string_view text) {
    std::string out;
    for (const char c : text) out += isAlnum(c) || c == '_' ? c : '_';
    if (out.empty() || std::isalpha(static_cast<unsigned char>(out.front())) == 0) out.insert(0, 1, 'F');
    return out;
}

/// At most so many bytes, no character in pieces.
std::string cutTo(std::string_view text, std::size_t most) {
    std::string out;
    TextEncoder(TextEncoding::utf8).append(text, most, out);
    return out;
}

std::string lower(std::string text) {
    for (char& c : text) c = char(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

std::string pinyinInitials(std::string_view title) {
    std::string out;
    bool inWord = false;
    for (const char c : index::pinyin(title)) {
        if (!isAlnum(c)) {
            inWord = false;
            continue;
        }
        const bool digit = std::isdigit(static_cast<unsigned char>(c)) != 0;
        if (!inWord || digit) out += char(std::toupper(static_cast<unsigned char>(c)));
        inWord = !digit;
    }
    return out;
}

std::size_t mostNameBytes(ExportFormat format) noexcept {
    switch (format) {
    case ExportFormat::shapefile: return kDbfNameBytes;
    case ExportFormat::mapInfoTab:
    case ExportFormat::mapInfoMif: return 31;
    case ExportFormat::fileGdb: return 64;
    default: return 120;
    }
}

std::vector<std::string> fieldNames(std::span<const ExportColumn> columns, FieldNaming naming, std::size_t mostBytes) {
    std::set<std::string> taken;
    std::vector<std::string> out;
    for (const ExportColumn& column : columns) {
        std::string name;
        switch (naming) {
        case FieldNaming::key: name = asciiName(column.key); break;
        case FieldNaming::pinyin: name = asciiName(pinyinInitials(column.title.zh)); break;
        case FieldNaming::title: name = column.title.zh.empty() ? column.key : column.title.zh; break;
        }
        std::string unique = cutTo(name, mostBytes);
        for (int n = 2; !taken.insert(lower(unique)).second; ++n) {
            const std::string number = "_" + std::to_string(n);
            unique = cutTo(name, mostBytes - number.size()) + number;
        }
        out.push_back(std::move(unique));
    }
    return out;
}

}  // namespace xiangtu::exchange
