// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/label_glyphs.h"
#include "scene/labels.h"
#include "scene/options.h"
#include "style/style_sheet.h"

#include <QByteArray>
#include <QHash>
#include <QImage>

namespace xiangtu::app {

/// Paints labels and marks into images and keeps them: a text that stays on screen is painted once.
/// Use: begin(), paint() for everything shown, end(), which forgets what was not asked for lately.
/// Any one thread at a time.
class SpritePainter {
public:
    void begin(const style::StyleSheet& style, const scene::Options& options);
    [[nodiscard]] QImage paint(const scene::Label& label);
    [[nodiscard]] QImage paint(const scene::Mark& mark);
    void end();

private:
    struct Kept {
        QImage image;
        int lastRound = 0;
    };
    style::StyleSheet m_style;
    scene::Options m_options;
    QHash<QByteArray, Kept> m_images;
    LabelGlyphs m_glyphs;
    int m_round = 0;
};

}  // namespace xiangtu::app
