// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/render/asked_painter.h"
#include "app/render/map_painter.h"
#include "app/render/pattern_brush.h"
#include "scene/links.h"
#include "scene/palette.h"

#include <QImage>
#include <QString>

namespace xiangtu::app {

/// The language of a sheet is chosen for its readers, whatever the interface speaks; so its few words
/// are pairs like those of legends and not interface strings.
enum class SheetLanguage { chinese, english };
[[nodiscard]] QString inLanguage(const model::Titles& titles, SheetLanguage language);

struct SheetRequest {
    geom::GridBox box;  ///< what the map must show; empty = everything
    int widthPx = 1600;
    int heightPx = 1100;
    QString title;  ///< empty = the file's title and the theme
    SheetLanguage language = SheetLanguage::chinese;
    scene::Links links{};  ///< drawn over the map, with lines of their own in the legend
    const AskedPlace* asked = nullptr;  ///< drawn over the map; null = nothing
};

/// The map alone, filling the picture.
[[nodiscard]] QImage paintPlain(const scene::Geometry& geometry, const model::Snapshot& snapshot,
                                const style::StyleSheet& style, const scene::Options& options,
                                const SheetRequest& request);

/// The map as a sheet for the office: title, frame, legend with counts, scale bar, north arrow, the
/// mark of demonstration data and the note that it is for internal use. Sizes follow
/// options.pixelRatio.
[[nodiscard]] QImage paintSheet(const scene::Geometry& geometry, const model::Snapshot& snapshot,
                                const style::StyleSheet& style, const scene::Options& options,
                                const SheetRequest& request);

}  // namespace xiangtu::app
