// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scheme.h"
#include "style/style_sheet.h"

#include <string>
#include <string_view>

namespace xiangtu::style {

/// How another program is to draw a layer: two documents that say the same.
struct LayerStyle {
    std::string qml;  ///< QGIS 3.18 and newer; keeps the scale from which on the layer is shown
    std::string sld;  ///< OGC Styled Layer Descriptor 1.0
};

/// Outlines of a level without fill, in the middle of the sheet's range of widths; shown from the same
/// scale on as on the map.
[[nodiscard]] LayerStyle outlines(std::string_view layer, const BorderStyle& border);

/// Fills by `field`, which holds class codes of the scheme; every other value has the colour of units
/// without class. Labels are the Chinese names with their meaning.
[[nodiscard]] LayerStyle classFills(std::string_view layer, std::string_view field, const model::Scheme& scheme,
                                    const StyleSheet& sheet);

}  // namespace xiangtu::style
