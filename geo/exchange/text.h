// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace xiangtu::exchange {

/// How far a byte string follows a multi-byte encoding. A string cut in the middle of its last
/// character (fixed-width fields do that) counts as good up to `length`.
struct Wellformed {
    bool good = false;
    std::size_t length = 0;     ///< bytes up to the last complete character
    std::size_t multibyte = 0;  ///< characters of more than one byte
    std::size_t wide = 0;       ///< UTF-8: of three bytes or more; GB: ideographs of GB 2312
};
/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] Wellformed scanUtf8(std::string_view bytes) noexcept;
/// Structure of GB 18030 (GBK and GB 2312 are parts of it).
[[nodiscard]] Wellformed scanGb18030(std::string_view bytes) noexcept;

[[nodiscard]] bool isAscii(std::string_view text) noexcept;
/// Without blanks, tabs, line ends, NUL, no-break and ideographic spaces at both ends.
[[nodiscard]] std::string trimmed(std::string_view utf8);
/// Share of the characters that are Han ideographs, 0 … 1; 0 for empty text.
[[nodiscard]] double hanShare(std::string_view utf8) noexcept;
/// Full-width digits and letters (U+FF01 … U+FF5E) as ASCII.
[[nodiscard]] std::string narrowed(std::string_view utf8);

/// Chinese text that some program read byte by byte as Latin-1 or Windows-1252 and wrote as UTF-8
/// ("Ê¡" for 省): the text as it was meant, or nothing when the characters do not tell that story.
[[nodiscard]] std::optional<std::string> unmangled(std::string_view utf8);

}  // namespace xiangtu::exchange
