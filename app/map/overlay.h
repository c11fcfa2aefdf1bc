// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/code.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::app {

/// What stands above the tiles because somebody asked for it: units to outline, one record to point at,
/// who answers for what from one unit.
struct Overlay {
    model::Code selected;
    std::vector<model::Code> highlighted;
    std::string recordRegister;  ///< of `record`
    std::int64_t record = 0;     ///< 0 = none
    model::Code linksFrom;       ///< unit whose responsibility links are drawn; not valid() = none

    /// Nothing to be seen but outlines.
    [[nodiscard]] bool onlyUnits() const { return record == 0 && !linksFrom.valid(); }
    [[nodiscard]] bool empty() const { return !selected.valid() && highlighted.empty() && onlyUnits(); }
    bool operator==(const Overlay&) const = default;
};

}  // namespace xiangtu::app
