// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/level.h"
#include "model/titles.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

/// Who acts. Which steps of a matter a role may take is declared per action, the rest is in model/account.h.
enum class Role : std::uint8_t { gridWorker, leader, planner, administrator };
inline constexpr std::size_t kRoleCount = 4;
[[nodiscard]] std::string_view roleName(Role role) noexcept;  ///< "grid_worker", "leader", …
[[nodiscard]] std::optional<Role> parseRole(std::string_view name) noexcept;
[[nodiscard]] const Titles& roleTitles(Role role) noexcept;

/// Events (采集 … 评价) and strike-off lists (排查 … 销号) are different machines and kept apart; a stage
/// list (入库 评审 落地) has neither first receiver nor clock of its own.
enum class LifecycleFamily : std::uint8_t { event, strikeOff, stage };

enum class StateKind : std::uint8_t { open, done, dropped };  // "dropped" is written "void" in declarations

/// After so many days past the deadline the matter is one level up.
struct Escalation {
    int days = 0;
    Level to = Level::township;
};

struct LifecycleState {
    std::string code;
    Titles title;
    StateKind kind = StateKind::open;
    std::optional<int> days;  ///< calendar days from entering until due
    int remind = 0;           ///< days before due when it counts as nearly due
    std::vector<Escalation> escalate;
};

/// 督办 cards: a mark against whoever holds the matter.
enum class Card : std::uint8_t { none, yellow, red };

struct LifecycleAction {
    std::string id;
    Titles title;
    std::vector<std::size_t> from;   ///< positions of states
    std::optional<std::size_t> to;   ///< nothing = the matter stays where it is
    std::vector<Role> roles;         ///< who may
    std::vector<std::string> needs;  ///< fields that must be filled
    bool note = false;               ///< a note is required
    int points = 0;
    Card card = Card::none;
};

/// The states a matter goes through and who may move it.
struct Lifecycle {
    std::string id;
    Titles title;
    LifecycleFamily family = LifecycleFamily::stage;
    std::size_t start = 0;
    std::vector<LifecycleState> states;
    std::vector<LifecycleAction> actions;
    std::vector<int> mechanisms;
    std::string definition;  ///< the declaration as JSON text

    [[nodiscard]] std::optional<std::size_t> stateAt(std::string_view code) const noexcept;
    [[nodiscard]] const LifecycleAction* findAction(std::string_view id) const noexcept;
};

}  // namespace xiangtu::model
