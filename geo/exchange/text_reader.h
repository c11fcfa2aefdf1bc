// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/encoding.h"
#include "exchange/raw_layer.h"

#include <string>
#include <string_view>

namespace xiangtu::exchange {

/// A text of the source as it is to be understood.
struct ReadText {
    std::string text;        ///< UTF-8, trimmed
    bool unmangled = false;  ///< was Chinese read as Latin-1 by the program that wrote it
    bool cut = false;        ///< the last character was incomplete and is gone
    bool invalid = false;    ///< bytes outside the encoding became U+FFFD
    [[nodiscard]] bool asIs() const noexcept { return !unmangled && !cut && !invalid; }
};

/// Decodes the texts of one layer in the encoding chosen for it. One thread at a time.
class TextReader {
public:
    explicit TextReader(const std::string& charset) : m_charset(charset), m_decoder(charset) {}
    [[nodiscard]] ReadText read(std::string_view bytes) const;

private:
    std::string m_charset;
    Decoder m_decoder;
};

/// Evidence of all text cells and field names of a layer.
[[nodiscard]] TextEvidence evidenceOf(const RawLayer& layer);

}  // namespace xiangtu::exchange
