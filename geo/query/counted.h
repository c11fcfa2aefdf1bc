// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"

#include <cstddef>
#include <functional>
#include <string_view>

namespace xiangtu::query {

/// Calls each(i) for every i in [0, count) on all cores, tells the progress how far it is (one thread at a time, never
/// backwards) and stops soon after it is asked to: then throws Error{cancelled}. At least `grain` of them are done
/// between two looks at the progress, so that looking costs nothing.
void countedFor(std::size_t count, std::size_t grain, const base::Progress& progress, std::string_view stage,
                const std::function<void(std::size_t)>& each);

}  // namespace xiangtu::query
