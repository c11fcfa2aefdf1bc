// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace xiangtu::display {

// Rows of tables as they lie in a sidecar. Texts stand one after the other in a section of their own, in
// the order of the rows and, inside a row, of the fields.

struct UnitRow {
    std::int64_t id = 0;
    std::uint64_t code = 0;  ///< model::Code::packed
    std::uint32_t nameEnd = 0;
    std::uint32_t parent = UINT32_MAX;
    std::int32_t households = -1;
    std::int32_t from = 0, to = 0;  ///< base::Date::days
    std::uint8_t kind = 0;
    std::uint8_t parentLevel = 0;
    std::uint16_t unused = 0;
};
static_assert(sizeof(UnitRow) == 40);

/// What a sidecar is good for; the texts lie in a section beside it, ends counted from its beginning.
struct KeyRow {
    std::int64_t mark = 0;  ///< store::ClassMark::id
    std::int32_t schema = 0;
    std::int32_t since = 0, until = 0;  ///< base::Date::days
    std::uint32_t schemes = 0;
    std::uint32_t unitsEnd = 0, partyEnd = 0, classesEnd = 0, markEnd = 0;
};
static_assert(sizeof(KeyRow) == 40);

}  // namespace xiangtu::display
