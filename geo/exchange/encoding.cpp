// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/encoding.h"

#include "base/error.h"
#include "exchange/text.h"

#include <iconv.h>

#include <algorithm>
#include <cctype>
#include <utility>

namespace xiangtu::exchange {

struct Decoder::Handle {
    explicit Handle(const std::string& charset) : cd(iconv_open("UTF-8", charset.c_str())) {}
    ~Handle() {
        if (open()) iconv_close(cd);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    [[nodiscard]] bool open() const noexcept { return cd != iconv_t(-1); }
    iconv_t cd;
};

Decoder::Decoder(const std::string& charset) : m_handle(std::make_unique<Handle>(charset)) {
    if (!m_handle->open()) throw base::Error(base::Fault::usage, "the text encoding \"" + charset + "\" is not known");
}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;

bool Decoder::known(const std::string& charset) { return !charset.empty() && Handle(charset).open(); }

std::optional<std::string> Decoder::strict(std::string_view bytes) const {
    iconv(m_handle->cd, nullptr, nullptr, nullptr, nullptr);
    std::string out(bytes.size() * 4 + 8, '\0');
    char* in = const_cast<char*>(bytes.data());  // iconv does not write through it
    std::size_t inLeft = bytes.size();
    char* to = out.data();
    std::size_t toLeft = out.size();
    if (iconv(m_handle->cd, &in, &inLeft, &to, &toLeft) == std::size_t(-1)) return std::nullopt;
    out.resize(out.size() - toLeft);
    return out;
}

std::string Decoder::lossy(std::string_view bytes) const {
    std::string out;
    std::size_t good = 0;
    while (good < bytes.size()) {
        // The longest convertible start; texts that come here are short.
        std::size_t length = bytes.size() - good;
        std::optional<std::string> part;
        while (length > 0 && !(part = strict(bytes.substr(good, length)))) --length;
        if (part) out += *part;
        good += length;
        if (good < bytes.size()) {
            out += "\uFFFD";
            ++good;
        }
    }
    return out;
}

void TextEvidence::add(std::string_view bytes) {
    if (isAscii(bytes)) return;
    constexpr std::size_t kSample = 2000;
    ++m_nonAscii;
    const auto utf8 = scanUtf8(bytes);
    m_badUtf8 += !utf8.good;
    m_utf8Wide += utf8.good ? utf8.wide : 0;
    const auto gb = scanGb18030(bytes);
    m_badGb += !gb.good;
    m_gbCharacters += gb.good ? gb.multibyte : 0;
    m_gbCommon += gb.good ? gb.wide : 0;
    if (m_sample.size() < kSample && m_seen.insert(std::string(bytes)).second) m_sample.emplace_back(bytes);
}

std::string charsetFromName(std::string_view name) {
    std::string key;
    for (const char c : name) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            key.push_back(char(std::toupper(static_cast<unsigned char>(c))));
    }
    for (const std::string_view prefix : {"ANSI", "OEM", "LDID"}) {
        if (key.size() > prefix.size() && key.starts_with(prefix)) {
            if (prefix == "LDID") return charsetFromLanguageByte(std::atoi(key.c_str() + 4));
            key.erase(0, prefix.size());
        }
    }
    if (key == "65001" || key == "UTF8") return "UTF-8";
    // GBK and GB 2312 are read as GB 18030, which holds both.
    for (const std::string_view gb :
         {"936", "CP936", "GBK", "GB2312", "GB18030", "GB180302000", "54936", "EUCCN", "WINDOWS936", "X936"}) {
        if (key == gb) return "GB18030";
    }
    if (key == "88591" || key == "ISO88591" || key == "LATIN1" || key == "28591") return "ISO-8859-1";
    if (key == "950" || key == "BIG5" || key == "CP950") return "BIG5";
    if (key.size() >= 3 && key.size() <= 5 && std::ranges::all_of(key, [](char c) { return c >= '0' && c <= '9'; })) {
        if (key.size() == 5 && key.starts_with("8859")) return "ISO-8859-" + key.substr(4);
        key = "CP" + key;
    }
    if (key.starts_with("WINDOWS")) key = "CP" + key.substr(7);
    if (Decoder::known(key)) return key;
    const std::string raw(name.substr(0, name.find_first_of("\r\n")));
    return raw.size() < 32 && Decoder::known(raw) ? raw : std::string();
}

std::string charsetFromLanguageByte(int byte) {
    switch (byte) {
    case 0x4D:
    case 0x7A: return "GB18030";  // 936
    case 0x4F:
    case 0x78: return "BIG5";  // 950
    case 0x01: return "CP437";
    case 0x02: return "CP850";
    case 0x03:
    case 0x58: return "CP1252";
    case 0x13:
    case 0x7B: return "CP932";
    case 0x4E:
    case 0x79: return "CP949";
    case 0x64: return "CP852";
    case 0xC8: return "CP1250";
    case 0xC9: return "CP1251";
    default: return {};
    }
}

}  // namespace xiangtu::exchange
