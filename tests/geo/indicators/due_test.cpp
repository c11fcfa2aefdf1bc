// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators/due.h"

#include "base/json.h"
#include "model/catalogue_json.h"
#include "support/coverage.h"

#include <gtest/gtest.h>

namespace xiangtu::indicators {
namespace {

using base::Date;

struct Fixture {
    model::Snapshot snapshot = support::snapshot();

    Fixture() {
        auto catalogue = std::make_shared<model::Catalogue>();
        const base::Json json = base::parseJson(
            R"({"lifecycles": [{"id": "flow", "title": {"zh": "流程", "en": "Flow"}, "family": "stage", "start": "a",
          "states": [{"code": "a", "title": {"zh": "甲", "en": "A"}, "kind": "open", "days": 10, "remind": 2,
                      "escalate": [{"days": 1, "to": "township"}, {"days": 5, "to": "county"}]},
                     {"code": "b", "title": {"zh": "乙", "en": "B"}, "kind": "done"}],
          "actions": [{"id": "go", "title": {"zh": "办", "en": "Go"}, "from": ["a"], "to": "b", "roles": ["leader"]}]}],
          "registers": [{"id": "m", "title": {"zh": "事", "en": "M"}, "anchor": "unit", "level": "any", "lifecycle": "flow",
            "fields": [{"name": "n", "title": {"zh": "名", "en": "N"}, "type": "text"}]}]})",
            "test");
        model::addCatalogueFile(*catalogue, {json, "test"});
        auto table = std::make_shared<model::RegisterTable>();
        table->def = catalogue->registers[0];
        snapshot.registers = {table};
        snapshot.catalogue = catalogue;
        snapshot.day = Date::of(2024, 2, 29);
    }
    void add(std::int64_t id, std::uint8_t state, Date due, std::uint32_t village = 0) {
        auto table = std::make_shared<model::RegisterTable>(*snapshot.registers[0]);
        auto record = std::make_shared<model::Record>();
        record->id = id;
        record->unit = {model::Level::village, village};
        record->state = state;
        record->due = due;
        record->values.resize(1);
        table->records.push_back(record);
        snapshot.registers[0] = table;
    }
    Matter standingOf(Date due) {
        model::Record record;
        record.state = 0;
        record.due = due;
        return standing(snapshot, 0, record);
    }
};

TEST(Due, TheLastDayStillCounts) {
    Fixture f;
    EXPECT_EQ(f.standingOf(Date::of(2024, 2, 29)).urgency, Urgency::nearlyDue);
    EXPECT_EQ(f.standingOf(Date::of(2024, 2, 28)).urgency, Urgency::overdue);
    EXPECT_EQ(f.standingOf(Date::of(2024, 2, 28)).daysLeft, -1);
    EXPECT_EQ(f.standingOf(Date::of(2024, 3, 2)).urgency, Urgency::nearlyDue) << "two days, over a leap day";
    EXPECT_EQ(f.standingOf(Date::of(2024, 3, 3)).urgency, Urgency::open);
    EXPECT_EQ(f.standingOf(Date::open()).urgency, Urgency::open);
}

TEST(Due, WhatIsOverdueGoesUp) {
    Fixture f;
    EXPECT_FALSE(f.standingOf(Date::of(2024, 2, 29)).escalatedTo);
    EXPECT_EQ(f.standingOf(Date::of(2024, 2, 28)).escalatedTo, model::Level::township);
    EXPECT_EQ(f.standingOf(Date::of(2024, 2, 25)).escalatedTo, model::Level::township);
    EXPECT_EQ(f.standingOf(Date::of(2024, 2, 24)).escalatedTo, model::Level::county);
}

TEST(Due, OverdueFirstClosedLast) {
    Fixture f;
    f.add(1, 1, Date::open());
    f.add(2, 0, Date::of(2024, 3, 20));
    f.add(3, 0, Date::of(2024, 2, 1));
    f.add(4, 0, Date::of(2024, 2, 20), 15);
    f.add(5, 0, Date::open());
    std::vector<std::int64_t> order;
    for (const Matter& m : matters(f.snapshot)) order.push_back(m.record);
    EXPECT_EQ(order, (std::vector<std::int64_t>{3, 4, 2, 5, 1}));
    EXPECT_EQ(matters(f.snapshot, {model::Level::village, 15}).size(), 1u);
    EXPECT_EQ(matters(f.snapshot)[4].urgency, Urgency::closed);
}

}  // namespace
}  // namespace xiangtu::indicators
