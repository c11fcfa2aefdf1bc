// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalogue_json.h"
#include "model/json_reading.h"

namespace xiangtu::model {

namespace {

using base::JsonCursor;

constexpr std::array<std::string_view, 3> kFamilies{"event", "strike_off", "stage"};
constexpr std::array<std::string_view, 3> kKinds{"open", "done", "void"};
constexpr std::array<std::string_view, 3> kCards{"none", "yellow", "red"};
constexpr std::int64_t kMostStates = 200;

int days(const JsonCursor& json) {
    const std::int64_t n = json.integer();
    if (n < 0 || n > 36500) json.fail("must be a number of days between 0 and 36500");
    return int(n);
}

LifecycleState parseState(const JsonCursor& json) {
    onlyMembers(json, {"code", "title", "kind", "days", "remind", "escalate"});
    LifecycleState state;
    state.code = parseIdentifier(json.at("code"));
    state.title = parseTitles(json.at("title"));
    state.kind = parseName<StateKind>(json.at("kind"), kKinds);
    if (json.has("days")) state.days = days(json.at("days"));
    if (state.days && state.kind != StateKind::open) json.at("days").fail("only an open state has a deadline");
    if (json.has("remind")) state.remind = days(json.at("remind"));
    forEachIn(json, "escalate", [&](const JsonCursor& item) {
        onlyMembers(item, {"days", "to"});
        state.escalate.push_back({days(item.at("days")), parseLevelName(item.at("to"))});
    });
    if (!state.escalate.empty() && !state.days) json.at("escalate").fail("needs a deadline (days)");
    std::ranges::sort(state.escalate, {}, &Escalation::days);
    return state;
}

std::size_t parseStateCode(const Lifecycle& lifecycle, const JsonCursor& json) {
    const auto at = lifecycle.stateAt(json.text());
    if (!at) json.fail("\"" + json.text() + "\" is no state of this lifecycle");
    return *at;
}

LifecycleAction parseAction(const Lifecycle& lifecycle, const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "from", "to", "roles", "needs", "note", "points", "card"});
    LifecycleAction action;
    action.id = parseIdentifier(json.at("id"));
    action.title = parseTitles(json.at("title"));
    forEachIn(json, "from", [&](const JsonCursor& item) { action.from.push_back(parseStateCode(lifecycle, item)); });
    if (action.from.empty()) json.at("from").fail("needs at least one state");
    if (json.has("to")) action.to = parseStateCode(lifecycle, json.at("to"));
    forEachIn(json, "roles", [&](const JsonCursor& item) {
        const auto role = parseRole(item.text());
        if (!role) item.fail("\"" + item.text() + "\" is not a role");
        action.roles.push_back(*role);
    });
    if (action.roles.empty()) json.at("roles").fail("needs at least one role");
    forEachIn(json, "needs", [&](const JsonCursor& item) { action.needs.push_back(item.text()); });
    action.note = json.flagOr("note", false);
    const std::int64_t points = json.integerOr("points", 0);
    if (points < -1000 || points > 1000) json.at("points").fail("must lie between -1000 and 1000");
    action.points = int(points);
    if (json.has("card")) action.card = parseName<Card>(json.at("card"), kCards);
    return action;
}

/// A state nobody can leave or enter is a mistake of the declaration.
void checkReach(const Lifecycle& lifecycle, const JsonCursor& json) {
    std::vector<bool> reached(lifecycle.states.size()), left(lifecycle.states.size());
    reached[lifecycle.start] = true;
    for (const LifecycleAction& action : lifecycle.actions) {
        if (!action.to) continue;
        reached[*action.to] = true;
        for (const std::size_t from : action.from) left[from] = left[from] || from != *action.to;
    }
    for (std::size_t i = 0; i < reached.size(); ++i) {
        const LifecycleState& state = lifecycle.states[i];
        if (!reached[i]) json.at("states").at(i).fail("no action leads to state \"" + state.code + "\"");
        if (!left[i] && state.kind == StateKind::open) {
            json.at("states").at(i).fail("no action leads out of the open state \"" + state.code + "\"");
        }
    }
}

}  // namespace

Lifecycle parseLifecycle(const JsonCursor& json) {
    onlyMembers(json, {"id", "title", "family", "start", "states", "actions", "mechanisms"});
    Lifecycle lifecycle;
    lifecycle.id = parseIdentifier(json.at("id"));
    lifecycle.title = parseTitles(json.at("title"));
    lifecycle.family = parseName<LifecycleFamily>(json.at("family"), kFamilies);
    std::set<std::string> codes, actions;
    forEachIn(json, "states", [&](const JsonCursor& item) {
        lifecycle.states.push_back(parseState(item));
        refuseRepeated(codes, lifecycle.states.back().code, item.at("code"));
    });
    if (lifecycle.states.empty() || std::int64_t(lifecycle.states.size()) > kMostStates) {
        json.at("states").fail("needs between 1 and 200 states");
    }
    lifecycle.start = parseStateCode(lifecycle, json.at("start"));
    forEachIn(json, "actions", [&](const JsonCursor& item) {
        lifecycle.actions.push_back(parseAction(lifecycle, item));
        refuseRepeated(actions, lifecycle.actions.back().id, item.at("id"));
    });
    checkReach(lifecycle, json);
    lifecycle.mechanisms = parseMechanisms(json);
    lifecycle.definition = json.node().dump();
    return lifecycle;
}

}  // namespace xiangtu::model
