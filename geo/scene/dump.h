// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/labels.h"
#include "scene/palette.h"

#include <string>
#include <vector>

namespace xiangtu::scene {

// Parts of a scene as text, one line an item: what golden tests compare.

/// Colours with the number of faces that carry them, borders, overlays.
[[nodiscard]] std::string dump(const Palette& palette);
[[nodiscard]] std::string dump(const Legend& legend);
/// Unit codes, texts and places on screen in whole pixels.
[[nodiscard]] std::string dump(const std::vector<Label>& labels, const model::Snapshot& snapshot, const View& view);
[[nodiscard]] std::string dump(const std::vector<Mark>& marks, const model::Snapshot& snapshot, const View& view);

}  // namespace xiangtu::scene
