// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text_encoder.h"

#include "base/error.h"
#include "exchange/text.h"

#include <iconv.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <vector>

namespace xiangtu::exchange {

namespace {

constexpr char32_t kNone = 0xFFFFFFFF;

/// One or two bytes (the first the higher) per character of the first plane; 0 = none. Made once.
struct Tables {
    std::vector<std::uint16_t> gb18030 = std::vector<std::uint16_t>(65536);
    std::vector<std::uint16_t> gbk = std::vector<std::uint16_t>(65536);

    Tables() {
        fill("GB18030", gb18030);
        fill("CP936", gbk);
        for (std::size_t c = 0; c < gbk.size(); ++c) {
            if (gbk[c] != gb18030[c]) gbk[c] = 0;
        }
    }

    static void fill(const char* charset, std::vector<std::uint16_t>& table) {
        const iconv_t cd = iconv_open(charset, "UTF-32LE");
        if (cd == iconv_t(-1)) {
            throw base::Error(base::Fault::usage, std::string("the C library has no character set ") + charset);
        }
        for (std::uint32_t c = 0; c < 65536; ++c) {
            if (c >= 0xD800 && c < 0xE000) continue;
            std::array<char, 4> in{char(c & 0xFF), char(c >> 8), 0, 0};
            std::array<char, 8> out{};
            char *from = in.data(), *to = out.data();
            std::size_t left = in.size(), room = out.size();
            iconv(cd, nullptr, nullptr, nullptr, nullptr);
            if (iconv(cd, &from, &left, &to, &room) == std::size_t(-1)) continue;
            const std::size_t n = out.size() - room;
            const auto byte = [&](std::size_t i) { return std::uint16_t(static_cast<unsigned char>(out[i])); };
            if (n == 1) table[c] = byte(0);
            if (n == 2) table[c] = std::uint16_t(byte(0) << 8 | byte(1));
        }
        iconv_close(cd);
    }
};

const Tables& tables() {
    static const Tables made;
    return made;
}

/// The four bytes of GB 18030; 0 when the C library has none. Beyond the first plane they follow a formula, inside it
/// they are asked for: such characters are rare.
std::size_t fourBytes(char32_t c, char* out) {
    if (c >= 0x10000) {
        std::uint32_t linear = std::uint32_t(c) - 0x10000;
        out[3] = char(0x30 + linear % 10);
        linear /= 10;
        out[2] = char(0x81 + linear % 126);
        linear /= 126;
        out[1] = char(0x30 + linear % 10);
        out[0] = char(0x90 + linear / 10);
        return 4;
    }
    const iconv_t cd = iconv_open("GB18030", "UTF-32LE");
    if (cd == iconv_t(-1)) return 0;
    std::array<char, 4> in{char(c & 0xFF), char(c >> 8), 0, 0};
    char *from = in.data(), *to = out;
    std::size_t left = in.size(), room = 4;
    const bool good = iconv(cd, &from, &left, &to, &room) != std::size_t(-1);
    iconv_close(cd);
    return good ? 4 - room : 0;
}

}  // namespace

char32_t nextCharacter(std::string_view& utf8) noexcept {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(utf8[i]); };
    const unsigned char first = at(0);
    const std::size_t length = first < 0x80   ? 1
                               : first < 0xC2 ? 0
                               : first < 0xE0 ? 2
                               : first < 0xF0 ? 3
                               : first < 0xF5 ? 4
                                              : 0;
    char32_t c = length == 1 ? first : length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07;
    bool good = length > 0 && length <= utf8.size();
    for (std::size_t i = 1; good && i < length; ++i) {
        good = (at(i) & 0xC0) == 0x80;
        c = c << 6 | (at(i) & 0x3F);
    }
    if (good && length == 3) good = c >= 0x800 && (c < 0xD800 || c > 0xDFFF);
    if (good && length == 4) good = c >= 0x10000 && c <= 0x10FFFF;
    utf8.remove_prefix(good ? length : 1);
    return good ? c : kNone;
}

template <class Put>
EncodedText TextEncoder::run(std::string_view utf8, std::size_t most, const Put& put) const {
    EncodedText out;
    bool open = true;
    const auto write = [&](const char* bytes, std::size_t n) {
        out.bytes += n;
        if (!open) return;
        if (out.written + n > most) {
            open = false;
            return;
        }
        put(bytes, n);
        out.written += n;
    };
    const bool plain = m_encoding == TextEncoding::utf8;
    const std::vector<std::uint16_t>* table = nullptr;
    while (!utf8.empty()) {
        if (static_cast<unsigned char>(utf8.front()) < 0x80) {
            write(utf8.data(), 1);
            utf8.remove_prefix(1);
            continue;
        }
        const char* const begin = utf8.data();
        const char32_t c = nextCharacter(utf8);
        if (c != kNone && plain) {
            write(begin, std::size_t(utf8.data() - begin));
            continue;
        }
        if (c == kNone) {
            ++out.missing;
            if (plain)
                write("\xE3\x80\x93", 3);
            else
                write("\xA1\xFE", 2);
            continue;
        }
        if (!table) table = m_encoding == TextEncoding::gbk ? &tables().gbk : &tables().gb18030;
        const std::uint16_t two = c < 0x10000 ? (*table)[c] : 0;
        if (two != 0) {
            const char bytes[2] = {char(two >> 8), char(two & 0xFF)};
            if (two < 0x100)
                write(bytes + 1, 1);
            else
                write(bytes, 2);
            continue;
        }
        char four[4];
        const std::size_t n = m_encoding == TextEncoding::gb18030 ? fourBytes(c, four) : 0;
        if (n > 0) {
            write(four, n);
        } else {
            ++out.missing;
            write("\xA1\xFE", 2);
        }
    }
    return out;
}

EncodedText TextEncoder::append(std::string_view utf8, std::size_t most, std::string& to) const {
    return run(utf8, most, [&](const char* bytes, std::size_t n) { to.append(bytes, n); });
}

EncodedText TextEncoder::measure(std::string_view utf8, std::size_t most) const {
    return run(utf8, most, [](const char*, std::size_t) {});
}

std::string TextEncoder::encoded(std::string_view utf8) const {
    std::string out;
    append(utf8, SIZE_MAX, out);
    return out;
}

}  // namespace xiangtu::exchange
