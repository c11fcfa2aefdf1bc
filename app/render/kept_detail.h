// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/section.h"
#include "scene/geometry.h"

#include <memory>
#include <vector>

namespace xiangtu::app {

/// What a geometry derived that costs much: its detail, and which faces are tiled by their children. As
/// sections of the file's sidecar; they share the arrays. Precondition: it has a detail.
[[nodiscard]] std::vector<display::Section> keptSections(const scene::Geometry& geometry);

/// The detail of such sections; null when one is missing or does not fit the others.
[[nodiscard]] std::shared_ptr<const topology::Detail> keptDetail(const display::Extras& extras);
/// The faces tiled by their children; empty when nobody kept them.
[[nodiscard]] base::SharedArray<std::uint8_t> keptTiled(const display::Extras& extras);

}  // namespace xiangtu::app
