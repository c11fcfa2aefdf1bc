// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/lifecycle.h"

#include <algorithm>
#include <array>

namespace xiangtu::model {

namespace {

constexpr std::array<std::string_view, kRoleCount> kRoles{"grid_worker", "leader", "planner", "administrator"};

}  // namespace

std::string_view roleName(Role role) noexcept { return kRoles[std::size_t(role)]; }

std::optional<Role> parseRole(std::string_view name) noexcept {
    const auto it = std::ranges::find(kRoles, name);
    if (it == kRoles.end()) return std::nullopt;
    return Role(it - kRoles.begin());
}

const Titles& roleTitles(Role role) noexcept {
    static const std::array<Titles, kRoleCount> kTitles{Titles{"网格员", "Grid worker"}, Titles{"领导", "Leader"},
                                                        Titles{"业务员", "Planner"}, Titles{"管理员", "Administrator"}};
    return kTitles[std::size_t(role)];
}

std::optional<std::size_t> Lifecycle::stateAt(std::string_view code) const noexcept {
    const auto it = std::ranges::find(states, code, &LifecycleState::code);
    if (it == states.end()) return std::nullopt;
    return std::size_t(it - states.begin());
}

const LifecycleAction* Lifecycle::findAction(std::string_view wanted) const noexcept {
    const auto it = std::ranges::find(actions, wanted, &LifecycleAction::id);
    return it == actions.end() ? nullptr : &*it;
}

}  // namespace xiangtu::model
