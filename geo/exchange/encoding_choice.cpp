// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "exchange/encoding.h"
#include "exchange/text.h"

#include <algorithm>
#include <cstdio>

namespace xiangtu::exchange {

namespace {

bool decodesAll(const TextEvidence& evidence, const std::string& charset) {
    const Decoder decoder(charset);
    return std::ranges::all_of(evidence.sample(),
                               [&](const std::string& text) { return decoder.strict(text).has_value(); });
}

bool isSingleByte(const std::string& charset) {
    return charset != "UTF-8" && charset != "GB18030" && charset != "BIG5" && charset != "CP932" && charset != "CP949";
}

std::string shown(std::string text) {
    text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 32; }),
               text.end());
    return text.size() > 24 ? text.substr(0, 24) + "…" : text;
}

std::string hex(int byte) {
    char text[8];
    std::snprintf(text, sizeof text, "0x%02X", unsigned(byte));
    return text;
}

/// The declared character set and where it stands; the language byte is read before the .cpg file,
/// as ArcGIS does, unless it is silent.
struct Declaration {
    std::string charset;
    std::string where;
};
Declaration declaration(const DeclaredEncoding& declared) {
    if (auto byByte = charsetFromLanguageByte(declared.languageByte); !byByte.empty()) {
        return {byByte, "language byte " + hex(declared.languageByte) + " of the .dbf"};
    }
    if (auto byName = charsetFromName(declared.cpg); !byName.empty())
        return {byName, ".cpg \"" + shown(declared.cpg) + "\""};
    return {};
}

}  // namespace

EncodingChoice chooseEncoding(const TextEvidence& evidence, const DeclaredEncoding& declared,
                              const std::string& asked) {
    if (!asked.empty()) {
        const std::string charset = charsetFromName(asked);
        if (charset.empty())
            throw base::Error(base::Fault::usage, "--encoding " + asked + ": this encoding is not known");
        return {charset, "as asked for", false};
    }
    const Declaration told = declaration(declared);
    const std::string against = told.charset.empty() ? "nothing is declared" : told.where + " says " + told.charset;
    const std::string badCpg = !declared.cpg.empty() && charsetFromName(declared.cpg).empty()
                                   ? "; the .cpg \"" + shown(declared.cpg) + "\" names no encoding"
                                   : "";
    if (evidence.nonAscii() == 0) return {"UTF-8", "all texts are plain ASCII" + badCpg, false};

    const bool utf8 = evidence.badUtf8() == 0;
    const bool gb = evidence.badGb() == 0;
    // Chinese in UTF-8 has three-byte characters, which other encodings hardly produce by chance.
    if (utf8 && (evidence.utf8Wide() > 0 || told.charset.empty() || told.charset == "UTF-8")) {
        const bool agrees = told.charset == "UTF-8";
        return {"UTF-8", "all bytes are valid UTF-8; " + against + badCpg, !agrees && !told.charset.empty()};
    }
    if (gb && told.charset == "GB18030") return {"GB18030", against + " and all bytes are valid in it", false};
    const bool looksChinese =
        gb && evidence.gbCharacters() > 0 && evidence.gbCommon() * 10 >= evidence.gbCharacters() * 9;
    if (!told.charset.empty() && decodesAll(evidence, told.charset) && !(isSingleByte(told.charset) && looksChinese)) {
        return {told.charset, against + " and all bytes are valid in it", false};
    }
    if (looksChinese) {
        return {"GB18030", "not UTF-8, and the bytes are pairs of common Chinese characters; " + against + badCpg,
                true};
    }
    if (!told.charset.empty() && isSingleByte(told.charset)) return {told.charset, against, false};
    // A stray broken text in an otherwise clear source must not turn the whole layer into Latin.
    if (evidence.badUtf8() * 20 < evidence.nonAscii() && evidence.utf8Wide() > 0) {
        return {"UTF-8", "nearly all texts are valid UTF-8; " + against + badCpg, true};
    }
    if (evidence.badGb() * 20 < evidence.nonAscii() && evidence.gbCommon() * 10 >= evidence.gbCharacters() * 8) {
        return {"GB18030", "not UTF-8, and nearly all texts are Chinese characters in GB 18030; " + against + badCpg,
                true};
    }
    return {"CP1252", "neither UTF-8 nor GB 18030; read as Western European; " + against + badCpg, true};
}

}  // namespace xiangtu::exchange
