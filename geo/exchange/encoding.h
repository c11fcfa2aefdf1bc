// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace xiangtu::exchange {

/// Turns bytes of one character set into UTF-8 (iconv of the C library). One thread at a time.
class Decoder {
public:
    /// `charset` as iconv names it; see known(). Throws Error{Fault::usage} for an unknown one.
    explicit Decoder(const std::string& charset);
    ~Decoder();
    Decoder(Decoder&&) noexcept;

    [[nodiscard]] static bool known(const std::string& charset);

    /// Nothing when a byte does not belong to the character set.
    [[nodiscard]] std::optional<std::string> strict(std::string_view bytes) const;
    /// Bytes that do not belong become U+FFFD.
    [[nodiscard]] std::string lossy(std::string_view bytes) const;

private:
    struct Handle;
    std::unique_ptr<Handle> m_handle;
};

/// What the texts of a source look like, byte by byte. Fed with every text and field name.
class TextEvidence {
public:
    void add(std::string_view bytes);

    [[nodiscard]] std::size_t nonAscii() const noexcept { return m_nonAscii; }
    [[nodiscard]] std::size_t badUtf8() const noexcept { return m_badUtf8; }
    [[nodiscard]] std::size_t badGb() const noexcept { return m_badGb; }
    [[nodiscard]] std::size_t utf8Wide() const noexcept { return m_utf8Wide; }
    [[nodiscard]] std::size_t gbCharacters() const noexcept { return m_gbCharacters; }
    [[nodiscard]] std::size_t gbCommon() const noexcept { return m_gbCommon; }
    /// Some of the distinct non-ASCII texts.
    [[nodiscard]] const std::vector<std::string>& sample() const noexcept { return m_sample; }

private:
    std::size_t m_nonAscii = 0, m_badUtf8 = 0, m_badGb = 0, m_utf8Wide = 0, m_gbCharacters = 0, m_gbCommon = 0;
    std::unordered_set<std::string> m_seen;
    std::vector<std::string> m_sample;
};

/// What the files say about their own encoding. The language byte is at offset 29 of a .dbf.
struct DeclaredEncoding {
    std::string cpg;  ///< text of the .cpg file; empty = none
    int languageByte = 0;
};

struct EncodingChoice {
    std::string charset;   ///< iconv name: "UTF-8", "GB18030", …
    std::string basis;     ///< one English sentence: why this one
    bool assumed = false;  ///< against or without a declaration
};

/// Strict UTF-8 first, else GB 18030; a declaration decides between what the bytes allow, and bytes
/// overrule a declaration they contradict. `asked` (from the user) overrules everything; an unknown
/// name there throws Error{Fault::usage}.
[[nodiscard]] EncodingChoice chooseEncoding(const TextEvidence& evidence, const DeclaredEncoding& declared,
                                            const std::string& asked);

/// iconv name for what a .cpg file or a user writes ("65001", "UTF8", "936", "GBK", "ANSI 1252",
/// "88591", "LDID/77"); empty when it is not understood.
[[nodiscard]] std::string charsetFromName(std::string_view name);
/// iconv name for a .dbf language byte; empty for 0, for 0x57 ("whatever Windows used") and unknown.
[[nodiscard]] std::string charsetFromLanguageByte(int byte);

}  // namespace xiangtu::exchange
