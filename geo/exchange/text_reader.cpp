// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/text_reader.h"

#include "exchange/text.h"

namespace xiangtu::exchange {

ReadText TextReader::read(std::string_view bytes) const {
    ReadText result;
    if (isAscii(bytes)) {
        result.text = trimmed(bytes);
        return result;
    }
    const bool utf8 = m_charset == "UTF-8";
    if (utf8 || m_charset == "GB18030") {
        const Wellformed scan = utf8 ? scanUtf8(bytes) : scanGb18030(bytes);
        if (scan.good && scan.length < bytes.size()) {
            result.cut = true;
            bytes = bytes.substr(0, scan.length);
        }
    }
    if (auto text = m_decoder.strict(bytes)) {
        result.text = std::move(*text);
    } else {
        result.text = m_decoder.lossy(bytes);
        result.invalid = true;
    }
    if (auto meant = unmangled(result.text)) {
        result.text = std::move(*meant);
        result.unmangled = true;
    }
    result.text = trimmed(result.text);
    return result;
}

TextEvidence evidenceOf(const RawLayer& layer) {
    TextEvidence evidence;
    for (const RawField& field : layer.fields) evidence.add(field.name);
    for (std::size_t c = 0; c < layer.fields.size(); ++c) {
        if (!layer.fields[c].text) continue;
        for (std::size_t r = 0; r < layer.size(); ++r) evidence.add(layer.cells.bytes(r, c));
    }
    return evidence;
}

}  // namespace xiangtu::exchange
