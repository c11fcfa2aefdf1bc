// SPDX-License-Identifier: GPL-3.0-or-later
// Every shipped lifecycle, walked: every action from every state, by every role, with and without what
// it needs.
#include "base/date.h"
#include "edit/plan.h"
#include "model/catalogue_json.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace xiangtu::edit {
namespace {

using model::FieldType;
using model::Lifecycle;
using model::LifecycleAction;
using model::Value;

const model::Catalogue& shipped() {
    static const model::Catalogue catalogue =
        model::loadCatalogue(std::filesystem::path(XIANGTU_DATA_DIR) / "catalogue");
    return catalogue;
}

/// Something a field can hold.
Value anyValue(const model::FieldDef& field) {
    switch (field.type) {
    case FieldType::choice:
    case FieldType::multiChoice: return field.choices.front().code;
    case FieldType::date: return std::string("2024-01-31");
    case FieldType::month: return std::string("2024-01");
    case FieldType::photo:
    case FieldType::attachment: return std::string(64, 'a');
    case FieldType::year: return std::int64_t(2024);
    case FieldType::yesNo: return std::int64_t(1);
    default: break;
    }
    if (isNumeric(field.type))
        return isWhole(field.type) ? Value(std::int64_t(field.min.value_or(1))) : Value(field.min.value_or(1));
    return std::string("有");
}

/// The shipped registers over the made-up coverage, one record each in a state.
struct Walk {
    model::Snapshot snapshot = support::snapshot();
    PlanContext context;
    const model::RegisterDef& def;
    const Lifecycle& lifecycle;

    explicit Walk(const model::RegisterDef& which) : def(which), lifecycle(*shipped().findLifecycle(which.lifecycle)) {
        snapshot.catalogue = std::make_shared<model::Catalogue>(shipped());
        snapshot.day = context.today = base::Date::of(2024, 1, 31);
    }
    void put(std::size_t state, const std::vector<std::string>& filled) {
        auto table = std::make_shared<model::RegisterTable>();
        table->def = def;
        auto record = std::make_shared<model::Record>();
        record->id = 1;
        record->unit = {model::Level::village, 0};
        record->state = std::uint8_t(state);
        record->since = record->from = base::Date::of(2024, 1, 1);
        record->due = base::Date::of(2024, 1, 10);
        record->values.resize(def.fields.size());
        for (const std::string& name : filled) record->values.set(*def.fieldAt(name), anyValue(*def.findField(name)));
        table->records = {record};
        snapshot.registers = {table};
    }
    Plan move(const LifecycleAction& action, model::Role role, const std::string& note) {
        context.role = role;
        return plan(snapshot, MoveRecord{def.id, 1, action.id, note, {}, ""}, context);
    }
};

void checkMove(Walk& walk, const LifecycleAction& action, std::size_t state) {
    const std::string where = walk.lifecycle.id + "/" + action.id + " from " + walk.lifecycle.states[state].code;
    const model::Role role = action.roles.front();
    const Plan result = walk.move(action, role, "说明");
    if (std::ranges::find(action.from, state) == action.from.end()) {
        ASSERT_FALSE(result.ok()) << where;
        EXPECT_EQ(result.error().reason, RefusalReason::wrongState) << where;
        return;
    }
    ASSERT_TRUE(result.ok()) << where << ": " << result.error().detail;
    const auto& changes = result.value().changes;
    EXPECT_EQ(changes.back().table, "record_step") << where;
    const std::size_t to = action.to.value_or(state);
    EXPECT_EQ(model::field(*changes.back().after, "to_state"), Value(walk.lifecycle.states[to].code)) << where;
    if (action.to && to != state) {
        const auto& days = walk.lifecycle.states[to].days;
        const Value due = days ? Value(base::Date{base::Date::of(2024, 1, 31).days + *days}.iso()) : Value();
        EXPECT_EQ(model::field(*changes.front().after, "due"), due) << where;
    }
    for (std::size_t r = 0; r < model::kRoleCount; ++r) {
        const bool may = std::ranges::find(action.roles, model::Role(r)) != action.roles.end();
        const Plan asRole = walk.move(action, model::Role(r), "说明");
        EXPECT_EQ(asRole.ok(), may) << where;
        EXPECT_TRUE(may || asRole.error().reason == RefusalReason::notAllowed) << where;
    }
    if (action.note) {
        const Plan silent = walk.move(action, role, "");
        ASSERT_FALSE(silent.ok()) << where;
        EXPECT_EQ(silent.error().reason, RefusalReason::reasonMissing) << where;
    }
}

TEST(ShippedLifecycles, EveryTransitionAndEveryRefusal) {
    std::size_t walked = 0;
    for (const Lifecycle& lifecycle : shipped().lifecycles) {
        const auto def = std::ranges::find(shipped().registers, lifecycle.id, &model::RegisterDef::lifecycle);
        ASSERT_NE(def, shipped().registers.end()) << lifecycle.id << " is used by no register";
        Walk walk(*def);
        for (const LifecycleAction& action : lifecycle.actions) {
            for (std::size_t state = 0; state < lifecycle.states.size(); ++state) {
                walk.put(state, action.needs);
                checkMove(walk, action, state);
                ++walked;
            }
        }
    }
    EXPECT_GT(walked, 100u);
}

TEST(ShippedLifecycles, EveryActionAsksForEachFieldItNeeds) {
    for (const model::RegisterDef& def : shipped().registers) {
        if (def.lifecycle.empty()) continue;
        Walk walk(def);
        for (const LifecycleAction& action : walk.lifecycle.actions) {
            for (const std::string& missing : action.needs) {
                std::vector<std::string> filled = action.needs;
                std::erase(filled, missing);
                walk.put(action.from.front(), filled);
                const Plan result = walk.move(action, action.roles.front(), "说明");
                ASSERT_FALSE(result.ok()) << def.id << "/" << action.id << " without " << missing;
                EXPECT_EQ(result.error().reason, RefusalReason::evidenceMissing);
                EXPECT_EQ(result.error().field, missing);
            }
        }
    }
}

TEST(ShippedLifecycles, EventsAndStrikeOffListsAreKeptApart) {
    const Lifecycle* event = shipped().findLifecycle("event");
    const Lifecycle* strikeOff = shipped().findLifecycle("strike_off");
    ASSERT_TRUE(event && strikeOff);
    EXPECT_EQ(event->family, model::LifecycleFamily::event);
    EXPECT_EQ(strikeOff->family, model::LifecycleFamily::strikeOff);
    const auto card = [&](model::Card wanted) {
        const auto it = std::ranges::find(event->actions, wanted, &LifecycleAction::card);
        return it == event->actions.end() ? 0 : it->points;
    };
    EXPECT_EQ(card(model::Card::yellow), -5);
    EXPECT_EQ(card(model::Card::red), -10);
}

}  // namespace
}  // namespace xiangtu::edit
