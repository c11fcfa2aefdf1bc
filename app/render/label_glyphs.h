// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/labels.h"
#include "style/style_sheet.h"

#include <QFont>
#include <QHash>
#include <QImage>

#include <cstdint>

namespace xiangtu::app {

/// Labels put together from glyphs painted once: names of a county share their characters, and the halo of a text is
/// the widest of the halos of its characters. Any one thread at a time.
class LabelGlyphs {
public:
    /// As paintLabel(), letters without kerning and on quarters of a pixel. Null where characters are shaped together
    /// or stand outside the Han, Latin and punctuation blocks.
    [[nodiscard]] QImage paint(const scene::Label& label, const style::LabelStyle& style, double pixelRatio);
    void clear() { m_glyphs.clear(); }

private:
    struct Key {
        char32_t character;
        int sizePx;
        int haloQuarters;  ///< reach of the halo, quarters of a pixel
        int quarter;       ///< of a pixel the glyph is moved to the right
        bool bold;
        bool operator==(const Key&) const = default;
        friend std::size_t qHash(const Key& key, std::size_t seed) noexcept {
            return qHashMulti(seed, std::uint32_t(key.character), key.sizePx, key.haloQuarters, key.quarter, key.bold);
        }
    };
    struct Glyph {
        QImage ink, halo;    ///< of the same size, Alpha8
        int left = 0;        ///< of the images from the pen's place
        int top = 0;         ///< of the images from the baseline, down
        double advance = 0;  ///< pixels
    };
    const Glyph& glyph(const Key& key);

    QHash<Key, Glyph> m_glyphs;
};

}  // namespace xiangtu::app
