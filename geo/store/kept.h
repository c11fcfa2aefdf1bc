// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "model/snapshot.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::store {

/// Random texts in the file that become others with every change of those rows by any program
/// (`classes`: except for new newest rows, see ClassMark).
struct Identity {
    int schema = 0;
    std::string units;
    std::string party;
    std::string classes;
    bool operator==(const Identity&) const = default;
};

/// The newest row of the class table: its id and what it says. A file in which that row is the same and
/// the identity of classes, too, differs by the rows above it only.
struct ClassMark {
    std::int64_t id = 0;
    std::string text;
    bool operator==(const ClassMark&) const = default;
};

/// Days [since, until) between which no row begins or ends to hold.
struct Window {
    base::Date since{INT32_MIN};
    base::Date until = base::Date::open();

    /// Narrows the window around `day` by the day something begins or ends.
    void narrow(base::Date change, base::Date day) noexcept {
        if (change.isOpen()) return;
        if (change <= day)
            since = std::max(since, change);
        else
            until = std::min(until, change);
    }
    [[nodiscard]] bool contains(base::Date day) const noexcept { return since <= day && day < until; }
};

/// Tables of a snapshot as they were read once, with what they are good for.
struct Kept {
    Identity identity;
    Window window;
    std::array<std::shared_ptr<const model::LevelTable>, model::kLevelCount> levels;
    std::shared_ptr<const model::PartyTable> party;
    std::vector<std::shared_ptr<const model::ClassColumn>> classes;  ///< one per scheme of the file
    ClassMark mark;
};

/// A snapshot and what is needed to keep its tables. `current`: what was kept is
/// as good.
struct Loaded {
    model::Snapshot snapshot;
    std::optional<Identity> identity;  ///< nothing where the file cannot vouch for its rows
    Window window;
    ClassMark mark;
    bool levelsKept = false;
    bool current = false;
};

/// Asked during a load for what was kept of the file with this identity; null for nothing. What fits
/// only in part is used in part.
using Recall = std::function<std::shared_ptr<const Kept>(const Identity&)>;

/// Called during a load once all that a map shows unasked is there (model::drawnUnasked); the other
/// records follow.
using Drawable = std::function<void(const Loaded&)>;

}  // namespace xiangtu::store
