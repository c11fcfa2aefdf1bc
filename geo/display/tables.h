// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/section.h"
#include "store/kept.h"

#include <memory>
#include <vector>

namespace xiangtu::display {

/// Units with their polygons, organisations and classes as sections, and what they are good for. The
/// sections hold on to the tables they lie in.
void addTables(const store::Kept& kept, std::vector<Section>& out);

/// What the tables of a sidecar are good for, without the tables; null when it does not say.
[[nodiscard]] std::shared_ptr<store::Kept> readKey(const Extras& sections);
/// Fills in the tables. False when they are missing or a number in them points nowhere. Polygons stay
/// where the sections lie; the rest is copied.
[[nodiscard]] bool readTables(const Extras& sections, store::Kept& kept);

}  // namespace xiangtu::display
