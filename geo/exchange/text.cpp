// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text.h"

#include "exchange/encoding.h"

#include <array>
#include <cstdint>

namespace xiangtu::exchange {

namespace {

using Byte = unsigned char;

bool isTail(Byte b) noexcept { return (b & 0xC0) == 0x80; }

/// Length of a UTF-8 sequence by its first byte; 0 = cannot start one.
std::size_t utf8Length(Byte b) noexcept {
    if (b < 0x80) return 1;
    if (b < 0xC2) return 0;
    if (b < 0xE0) return 2;
    if (b < 0xF0) return 3;
    return b < 0xF5 ? 4 : 0;
}

/// Code point at `i`, which moves on; wellformed text is assumed.
char32_t take(std::string_view s, std::size_t& i) noexcept {
    const Byte b = Byte(s[i]);
    const std::size_t n = std::max<std::size_t>(utf8Length(b), 1);
    char32_t c = n == 1 ? b : b & (0xFFu >> (n + 1));
    for (std::size_t k = 1; k < n && i + k < s.size(); ++k) c = c << 6 | (Byte(s[i + k]) & 0x3Fu);
    i += n;
    return c;
}

bool isHan(char32_t c) noexcept {
    return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || c == 0x3007 ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF);
}

bool isBlank(char32_t c) noexcept {
    return c == 0 || c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || c == 0xFEFF || c == 0x200B;
}

/// The byte that Windows-1252 shows as `c`; -1 = none. Latin-1 agrees outside 0x80 … 0x9F.
int byteOf(char32_t c) noexcept {
    if (c < 0x100) return int(c);
    static constexpr std::array<char32_t, 32> kHigh{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
    for (std::size_t i = 0; i < kHigh.size(); ++i) {
        if (kHigh[i] == c) return 0x80 + int(i);
    }
    return -1;
}

}  // namespace

Wellformed scanUtf8(std::string_view s) noexcept {
    Wellformed result;
    std::size_t i = 0;
    while (i < s.size()) {
        const std::size_t n = utf8Length(Byte(s[i]));
        if (n == 0) return result;
        for (std::size_t k = 1; k < n && i + k < s.size(); ++k) {
            if (!isTail(Byte(s[i + k]))) return result;
        }
        if (i + n > s.size()) break;  // cut
        std::size_t j = i;
        const char32_t c = take(s, j);
        if ((n == 3 && (c < 0x800 || (c >= 0xD800 && c < 0xE000))) || (n == 4 && (c < 0x10000 || c > 0x10FFFF)))
            return result;
        result.multibyte += n > 1;
        result.wide += n > 2;
        i += n;
    }
    result.good = true;
    result.length = i;
    return result;
}

Wellformed scanGb18030(std::string_view s) noexcept {
    Wellformed result;
    const auto at = [&](std::size_t k) { return Byte(s[k]); };
    const auto isLead = [](Byte b) { return b >= 0x81 && b <= 0xFE; };
    const auto isDigit = [](Byte b) { return b >= 0x30 && b <= 0x39; };
    std::size_t i = 0;
    while (i < s.size()) {
        if (at(i) < 0x80) {
            ++i;
            continue;
        }
        if (!isLead(at(i))) return result;
        if (i + 1 >= s.size()) break;  // cut
        const Byte second = at(i + 1);
        if (isDigit(second)) {
            if (i + 2 < s.size() && !isLead(at(i + 2))) return result;
            if (i + 3 < s.size() && !isDigit(at(i + 3))) return result;
            if (i + 3 >= s.size()) break;  // cut
            ++result.multibyte;
            i += 4;
            continue;
        }
        if (second < 0x40 || second == 0x7F || second == 0xFF) return result;
        ++result.multibyte;
        result.wide += at(i) >= 0xB0 && at(i) <= 0xF7 && second >= 0xA1;
        i += 2;
    }
    result.good = true;
    result.length = i;
    return result;
}

bool isAscii(std::string_view text) noexcept {
    for (const char c : text) {
        if (Byte(c) >= 0x80) return false;
    }
    return true;
}

std::string trimmed(std::string_view s) {
    std::size_t begin = s.size(), end = 0;
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t start = i;
        if (isBlank(take(s, i))) continue;
        begin = std::min(begin, start);
        end = std::min(i, s.size());
    }
    return begin < end ? std::string(s.substr(begin, end - begin)) : std::string();
}

double hanShare(std::string_view s) noexcept {
    std::size_t all = 0, han = 0;
    for (std::size_t i = 0; i < s.size(); ++all) han += isHan(take(s, i));
    return all ? double(han) / double(all) : 0;
}

std::string narrowed(std::string_view s) {
    std::string out;
    for (std::size_t i = 0; i < s.size();) {
        const std::size_t start = i;
        const char32_t c = take(s, i);
        if (c >= 0xFF01 && c <= 0xFF5E)
            out.push_back(char(c - 0xFEE0));
        else
            out.append(s.substr(start, i - start));
    }
    return out;
}

std::optional<std::string> unmangled(std::string_view s) {
    if (isAscii(s)) return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < s.size();) {
        const int b = byteOf(take(s, i));
        if (b < 0) return std::nullopt;
        bytes.push_back(char(b));
    }
    // Accented Latin words have single high letters between ASCII ones; mangled Chinese has nothing
    // but complete pairs of the common ideographs (or three-byte UTF-8 sequences).
    if (const auto utf8 = scanUtf8(bytes);
        utf8.good && utf8.length == bytes.size() && utf8.wide > 0 && utf8.wide == utf8.multibyte) {
        return bytes;
    }
    const auto gb = scanGb18030(bytes);
    if (!gb.good || gb.length != bytes.size() || gb.wide == 0 || gb.wide != gb.multibyte) return std::nullopt;
    return Decoder("GB18030").strict(bytes);
}

}  // namespace xiangtu::exchange
