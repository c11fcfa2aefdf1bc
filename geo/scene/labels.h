// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/geometry.h"
#include "scene/options.h"
#include "scene/view.h"
#include "style/style_sheet.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::scene {

/// A text with its place; box is centred on `at`, sizes in device pixels.
struct Label {
    model::UnitRef unit;
    std::string text;
    geodesy::WorldPoint at;
    double textPx = 12;
    double widthPx = 0;
    double heightPx = 0;
    model::Level styleLevel = model::Level::county;
    bool record = false;  ///< the name of a record: StyleSheet::recordLabel is its style
    bool operator==(const Label&) const = default;
};

/// A symbol standing on a point (demonstration village, Party organisation, record of a register …).
struct Mark {
    model::UnitRef unit;  ///< whose label stands below the mark; a record's point has none
    std::string symbol;   ///< mark name in the style sheet
    geodesy::WorldPoint at;
    double sizePx = 16;
    std::string tip;
    std::uint32_t colour = 0;  ///< 0xAARRGGBB instead of the sheet's; 0 = the sheet's
    std::string glyph;         ///< character on a dot; empty = none
    std::string label;         ///< name of a record, for a label below; empty = none
    bool operator==(const Mark&) const = default;
};

/// The style of a label's text.
[[nodiscard]] const style::LabelStyle& styleOf(const Label& label, const style::StyleSheet& style) noexcept;

/// Marks of the view, in drawing order: those of the theme, then the registers shown. Points stand where
/// they are, records of units as badges on the unit's label point while such units have labels.
[[nodiscard]] std::vector<Mark> placeMarks(const Geometry& geometry, const model::Snapshot& snapshot,
                                           const style::StyleSheet& style, const Options& options, const View& view);

/// Labels of the view: inside their polygon, never overlapping each other or a mark, higher levels
/// first. Labels of `previous` that are still in view at the same scale keep their place, so nothing
/// jumps while panning. The number of labels is bounded by the screen, not by the county.
[[nodiscard]] std::vector<Label> placeLabels(const Geometry& geometry, const style::StyleSheet& style,
                                             const Options& options, const View& view, const std::vector<Mark>& marks,
                                             const std::vector<Label>& previous);

}  // namespace xiangtu::scene
