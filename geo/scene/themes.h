// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/figure_theme.h"
#include "scene/geometry.h"

#include <cstdint>
#include <vector>

namespace xiangtu::scene {

// What a theme says about every face, before any colour: palette and legend both read these.

/// Class of every face in a scheme: its own, else the nearest ancestor's, else ClassColumn::kUnset.
[[nodiscard]] std::vector<std::uint8_t> effectiveClasses(const Geometry& geometry, const model::Snapshot& snapshot,
                                                         std::size_t scheme);

enum class Served : std::uint8_t { unknown, yes, no };

/// Whether the unit of `level` that a face lies in is served by a Party organisation of that level.
/// A face that no unit of the level contains (its chain skips it) is judged by its own level, and
/// faces above the level by theirs.
[[nodiscard]] std::vector<Served> servedFaces(const Geometry& geometry, const model::Snapshot& snapshot,
                                              model::Level level);
/// Is the unit itself served?
[[nodiscard]] bool isServed(const model::Snapshot& snapshot, model::UnitRef ref) noexcept;

/// 1 for faces with a record of the demonstration register, or lying in one.
[[nodiscard]] std::vector<std::uint8_t> demonstrationFaces(const Geometry& geometry, const model::Snapshot& snapshot);

/// Class of the unit of figures.level every face is or lies in; FigureTheme::kNoValue for faces above
/// the level and those whose chain skips it.
[[nodiscard]] std::vector<std::uint8_t> figureFaces(const Geometry& geometry, const model::Snapshot& snapshot,
                                                    const FigureTheme& figures);

}  // namespace xiangtu::scene
