// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text_encoder.h"

#include "exchange/encoding.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace xiangtu::exchange {

namespace {

std::string utf8(char32_t c) {
    std::string out;
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += {char(0xC0 | c >> 6), char(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
        out += {char(0xE0 | c >> 12), char(0x80 | (c >> 6 & 0x3F)), char(0x80 | (c & 0x3F))};
    } else {
        out += {char(0xF0 | c >> 18), char(0x80 | (c >> 12 & 0x3F)), char(0x80 | (c >> 6 & 0x3F)),
                char(0x80 | (c & 0x3F))};
    }
    return out;
}

TEST(TextEncoder, Gb18030HoldsEveryCharacter) {
    const TextEncoder encoder(TextEncoding::gb18030);
    const Decoder decoder("GB18030");
    for (char32_t c = 1; c < 0x110000; c += c < 0x30000 ? 1 : 997) {
        if (c >= 0xD800 && c < 0xE000) continue;
        // The C library has no place for these code points of private use and for noncharacters.
        if ((c >= 0xE000 && c < 0xF900) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF)) continue;
        std::string bytes;
        const EncodedText put = encoder.append(utf8(c), SIZE_MAX, bytes);
        ASSERT_EQ(put.missing, 0u) << std::hex << std::uint32_t(c);
        ASSERT_EQ(decoder.strict(bytes), utf8(c)) << std::hex << std::uint32_t(c);
    }
}

TEST(TextEncoder, WhatGbkHoldsIsTheSameInGb18030) {
    const TextEncoder gbk(TextEncoding::gbk);
    const Decoder wide("GB18030"), windows("CP936");
    std::size_t held = 0;
    for (char32_t c = 1; c < 0x10000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string bytes;
        if (gbk.append(utf8(c), SIZE_MAX, bytes).missing > 0) continue;
        ++held;
        ASSERT_EQ(wide.strict(bytes), utf8(c)) << std::hex << std::uint32_t(c);
        ASSERT_EQ(windows.strict(bytes), utf8(c)) << std::hex << std::uint32_t(c);
    }
    EXPECT_GT(held, 21'000u) << "20,902 ideographs and the signs";
}

TEST(TextEncoder, SaysWhatTheCharacterSetLacks) {
    std::string bytes;
    const EncodedText put = TextEncoder(TextEncoding::gbk).append("𠮷家坳", SIZE_MAX, bytes);
    EXPECT_EQ(put.missing, 1u);
    EXPECT_EQ(bytes.substr(0, 2), "\xA1\xFE") << "the sign for a missing character";
    EXPECT_EQ(Decoder("GB18030").strict(bytes.substr(2)), "家坳");
}

TEST(TextEncoder, CutsBeforeACharacterThatDoesNotFit) {
    for (const TextEncoding encoding : {TextEncoding::utf8, TextEncoding::gbk, TextEncoding::gb18030}) {
        const TextEncoder encoder(encoding);
        const std::string whole = "a筸子b坪镇";
        for (std::size_t room = 0; room < 16; ++room) {
            std::string bytes;
            const EncodedText put = encoder.append(whole, room, bytes);
            ASSERT_LE(bytes.size(), room);
            ASSERT_EQ(put.written, bytes.size());
            const auto text =
                encoding == TextEncoding::utf8 ? bytes : Decoder("GB18030").strict(bytes).value_or("torn");
            ASSERT_TRUE(whole.starts_with(text)) << text;
            ASSERT_EQ(put.bytes, encoder.encoded(whole).size());
        }
    }
}

TEST(TextEncoder, TakesBytesThatAreNoUtf8ForMissingCharacters) {
    EXPECT_EQ(TextEncoder(TextEncoding::utf8).measure("\xFF\xC0村\xE6", SIZE_MAX).missing, 3u);
    EXPECT_EQ(TextEncoder(TextEncoding::utf8).encoded("\xFF村"), "〓村");
}

}  // namespace

}  // namespace xiangtu::exchange
