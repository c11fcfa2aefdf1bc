// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/code.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::app {

/// What stands above the tiles because somebody asked for it: units to outline, registers to show
/// with all their records, one record to point at, lines from one unit to others.
struct Overlay {
    model::Code selected;
    std::vector<model::Code> highlighted;
    std::vector<std::string> registers;  ///< ids, bottom first
    std::string recordRegister;          ///< of `record`
    std::int64_t record = 0;             ///< 0 = none
    model::Code linkFrom;
    std::vector<model::Code> linkTo;

    /// Nothing to be seen but outlines.
    [[nodiscard]] bool onlyUnits() const { return registers.empty() && record == 0 && linkTo.empty(); }
    [[nodiscard]] bool empty() const { return !selected.valid() && highlighted.empty() && onlyUnits(); }
    bool operator==(const Overlay&) const = default;
};

}  // namespace xiangtu::app
