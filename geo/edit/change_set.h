// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json_fwd.h"
#include "model/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::edit {

/// One row before and after. Insert, delete and update are just which side is empty.
struct Change {
    std::string table;
    std::int64_t id = 0;  ///< row id; fixed at planning time, so that undo and redo name the same row
    std::optional<model::Fields> before;
    std::optional<model::Fields> after;
    bool operator==(const Change&) const = default;
};

/// A planned edit: applied in one transaction or not at all.
struct ChangeSet {
    std::string title;  ///< command name for the history ("set_class")
    std::string author;
    std::string at;  ///< ISO instant
    std::vector<Change> changes;
    std::string reason{};
    bool operator==(const ChangeSet&) const = default;
};

/// Swaps before and after and reverses the order: applying it undoes the original.
[[nodiscard]] ChangeSet invert(const ChangeSet& set);

/// The form kept in the change log.
[[nodiscard]] base::Json toJson(const std::vector<Change>& changes);
[[nodiscard]] std::vector<Change> changesFromJson(const base::Json& json, const std::string& origin);

}  // namespace xiangtu::edit
