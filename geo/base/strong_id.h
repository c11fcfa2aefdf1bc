// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace xiangtu::base {

/// A database row id that cannot be mixed up with another table's. 0 means "not stored yet".
template <class Tag>
struct StrongId {
    std::int64_t value = 0;

    [[nodiscard]] bool stored() const noexcept { return value != 0; }
    auto operator<=>(const StrongId&) const = default;
};

}  // namespace xiangtu::base

template <class Tag>
struct std::hash<xiangtu::base::StrongId<Tag>> {
    std::size_t operator()(xiangtu::base::StrongId<Tag> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
