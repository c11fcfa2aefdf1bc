// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/base_sites.h"

namespace xiangtu::demo {

/// Demonstration villages as the facts count them: known ones first, the others drawn.
void addDemonstrationVillages(const Roll& roll, model::Sink& sink);

/// Industry bases: field-like polygons inside villages, not touching each other; those of a crop add up to
/// the area its facts state, on the ellipsoid. Bases "on" others lie inside them.
/// Throws Error{Fault::geometry} when the county has no room for them.
void addIndustryBases(const Roll& roll, BaseSites& sites, model::Sink& sink);

}  // namespace xiangtu::demo
