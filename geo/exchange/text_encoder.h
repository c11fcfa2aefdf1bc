// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_options.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace xiangtu::exchange {

/// What a text loses on its way into a field.
struct EncodedText {
    std::size_t bytes = 0;    ///< it would need whole
    std::size_t missing = 0;  ///< characters the character set does not have; 〓 stands for each
    std::size_t written = 0;  ///< bytes appended; less than `bytes` when it was cut before a character that did not fit
};

/// UTF-8 into the bytes of a character set. GBK is what Windows calls 936, as far as GB 18030 says the same, so that
/// every program reads it alike. Bytes that are no UTF-8 count as a missing character each. Immutable: any thread.
class TextEncoder {
public:
    explicit TextEncoder(TextEncoding encoding) noexcept : m_encoding(encoding) {}

    [[nodiscard]] TextEncoding encoding() const noexcept { return m_encoding; }
    /// Appends at most `most` bytes, whole characters only.
    EncodedText append(std::string_view utf8, std::size_t most, std::string& to) const;
    /// As append(), without writing.
    [[nodiscard]] EncodedText measure(std::string_view utf8, std::size_t most) const;
    /// The whole text.
    [[nodiscard]] std::string encoded(std::string_view utf8) const;

private:
    template <class Put>
    EncodedText run(std::string_view utf8, std::size_t most, const Put& put) const;

    TextEncoding m_encoding;
};

/// The next character of UTF-8 text, which moves behind it; U+FFFFFFFF for a byte that begins none.
[[nodiscard]] char32_t nextCharacter(std::string_view& utf8) noexcept;

}  // namespace xiangtu::exchange
