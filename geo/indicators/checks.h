// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/figures.h"

#include <string>
#include <vector>

namespace xiangtu::indicators {

/// A place where a rule of the catalogue does not hold.
struct Finding {
    std::size_t rule = 0;               ///< position in catalogue->rules
    model::UnitRef unit;                ///< the unit judged; load rules: one of the units concerned
    double value = 0;                   ///< what there is
    double limit = 0;                   ///< what should be: least, most, or the other figure
    std::string text;                   ///< load rules: whose load it is
    std::vector<model::UnitRef> units;  ///< load rules: all units concerned
};

/// All findings of one rule, in the order of the units' codes.
[[nodiscard]] std::vector<Finding> check(const Figures& figures, std::size_t rule);
/// Of all rules, in their order.
[[nodiscard]] std::vector<Finding> checkAll(const Figures& figures);

}  // namespace xiangtu::indicators
