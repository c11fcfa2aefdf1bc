// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/roll.h"

namespace xiangtu::demo {

/// Classes of grids and villages in the three shipped schemes (risk5, progress5, theme5): most units are
/// normal, the others lie in clusters; each with reason and author, some with an earlier class.
void addClasses(const Roll& roll, const Phrases& phrases, model::Sink& sink);

}  // namespace xiangtu::demo
