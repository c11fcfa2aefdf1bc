// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/text_size.h"

namespace xiangtu::scene {

double textWidthEm(std::string_view utf8) noexcept {
    double width = 0;
    for (const char ch : utf8) {
        const auto byte = static_cast<unsigned char>(ch);
        if ((byte & 0xC0) == 0x80) continue;  // continuation of a character already counted
        width += byte >= 0xE2 ? 1.0 : 0.55;   // U+2000 and above: CJK and its punctuation
    }
    return width;
}

}  // namespace xiangtu::scene
