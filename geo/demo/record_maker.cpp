// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/record_maker.h"

#include "base/error.h"
#include "demo/record_columns.h"
#include "demo/record_places.h"
#include "demo/rng.h"
#include "model/expression.h"

#include <algorithm>

namespace xiangtu::demo {

using base::Date;
using model::Value;

namespace {

constexpr std::uint64_t kSeed = 9600;

/// The day in a column of days, `otherwise` where the facts or the record have none.
Date dayOf(RecordColumns& columns, const std::string& field, std::size_t slot, Date otherwise) {
    if (!columns.has(field)) return otherwise;
    const Value& value = columns.column(field)[slot];
    if (model::isNull(value)) return otherwise;
    const auto* text = std::get_if<std::string>(&value);
    const auto day = text ? Date::parse(*text) : std::nullopt;
    if (!day) throw base::Error(base::Fault::format, field + " is not a day");
    return *day;
}

}  // namespace

void RecordMaker::add(const Roll& roll, BaseSites& sites) {
    m_made.clear();
    const CountyFacts& county = roll.facts();
    std::uint64_t number = 0;
    for (const RecordFacts& facts : county.records) addGroup(facts, roll, sites, mix(roll.seed(), kSeed + number++));
    for (const RecordFacts& facts : m_phrases.samples) {
        ++number;
        if (std::ranges::find(county.samples, facts.sample) != county.samples.end())
            addGroup(facts, roll, sites, mix(roll.seed(), kSeed + number));
    }
}

void RecordMaker::addGroup(const RecordFacts& facts, const Roll& roll, BaseSites& sites, std::uint64_t seed) try {
    std::vector<Slot> slots = slotsFor(facts, roll, m_made, mix(seed, 1));
    RecordColumns columns(facts, roll, m_phrases.surnames, m_made, slots, mix(seed, 2));
    if (facts.shape == RecordFacts::Shape::field) {
        const std::vector<Value>& mu = columns.column("@mu");
        for (std::size_t i = 0; i < slots.size(); ++i) slots[i].mu = model::numberOf(mu[i]).value_or(0);
    }
    RecordPlaces(roll, sites).place(facts, slots, mix(seed, 3));

    const std::vector<std::string> fields = columns.fields();
    for (const std::string& field : fields) (void)columns.column(field);
    std::vector<MadeRecord>& made = m_made[facts.registerId];
    for (std::size_t i = 0; i < slots.size(); ++i) {
        model::NewRecord record;
        record.registerId = facts.registerId;
        record.level = slots[i].place.level;
        record.unit = roll.code(record.level, slots[i].place.unit);
        record.shape = std::move(slots[i].shape);
        for (const std::string& field : fields) {
            const Value& value = columns.column(field)[i];
            if (!model::isNull(value)) record.values.emplace_back(field, value);
        }
        record.from = dayOf(columns, "@from", i, {});
        record.to = dayOf(columns, "@to", i, Date::open());
        if (columns.has("@state")) record.state = model::toText(columns.column("@state")[i]);
        record.since = dayOf(columns, "@since", i, record.from);
        record.due = dayOf(columns, "@due", i, Date::open());
        m_sink.add(record);
        made.push_back({++m_ids[facts.registerId], slots[i].place});
    }
} catch (base::Error& error) {
    error.addContext("records of " + facts.registerId);
    throw;
}

}  // namespace xiangtu::demo
