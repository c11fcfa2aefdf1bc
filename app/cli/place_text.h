// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/operation.h"
#include "model/snapshot.h"

#include <string>
#include <vector>

namespace xiangtu::cli {

// What people type for places and units. All throw Error{usage} naming what cannot be read.

/// "LON LAT" or "LON,LAT".
[[nodiscard]] geom::GeoPoint placeOf(const std::string& text);
/// "LON LAT, LON LAT, …" or well-known text of one line.
[[nodiscard]] geom::GeoLine lineOf(const std::string& text);
[[nodiscard]] model::Code codeOf(const std::string& text);
/// The unit of that code, on the level named or on the largest that has it; refuses (exit code 3) where there is none.
[[nodiscard]] borders::UnitName unitNamed(const model::Snapshot& snapshot, const std::string& code,
                                          const std::string& level);

}  // namespace xiangtu::cli
