// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::project {

/// One thing that happened to a unit.
struct Happening {
    enum class What : std::uint8_t { began, ended, border, name, code, parent, unitClass, lineage } what = What::began;
    base::Date day{};           ///< from which it holds
    std::string before, after;  ///< names, codes; classes as "scheme class"; lineage: the other unit's code and name
    std::string kind;           ///< lineage: split, merge, piece, recode; with `outgoing` land went away
    bool outgoing = false;
    double areaBefore = 0, areaAfter = 0;  ///< m²: began, ended, border; lineage: what passed in areaAfter
    std::string reason;
    std::string author;    ///< empty = not known (it came with an import)
    std::string at;        ///< ISO instant
    std::int64_t seq = 0;  ///< line of the change log, 0 = none
    std::string photo;     ///< class: store::Attachment::hash; empty = none
};
[[nodiscard]] std::string_view happeningName(Happening::What what) noexcept;

/// A unit's life out of its states, classes, lineage and the log, newest day first. What was undone is not
/// in it; the log tells that.
[[nodiscard]] std::vector<Happening> timeline(store::Reader& store, model::UnitId unit);

}  // namespace xiangtu::project
