// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "query/question.h"

#include <vector>

namespace xiangtu::app {

/// Per row of a level, 1 = meant.
using Rows = std::vector<char>;

/// The units of a level that lie in the place a selection names (see select()); all of them where it names none. A
/// place is a drawn ring, a circle, a corridor along a line or a unit. Metres are geodesic. A unit is wholly in a
/// circle or corridor when all its corners are. Throws Error{usage} for a ring that crosses itself, a radius that is
/// none, …
[[nodiscard]] Rows unitsInPlace(const query::Ground& ground, model::Level level, const query::Question& question,
                                const base::Progress& progress);

/// As given, else "".
[[nodiscard]] std::string parameter(const query::Question& question, const char* name);

/// "LON LAT, LON LAT, …" as it is drawn. Throws Error{usage} for anything else.
[[nodiscard]] geom::GeoLine placesOf(const std::string& text);
/// The other way.
[[nodiscard]] std::string textOf(const geom::GeoLine& places);

}  // namespace xiangtu::app
