// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/record_slots.h"

#include "base/error.h"
#include "demo/rng.h"

#include <algorithm>
#include <set>

namespace xiangtu::demo {

using model::Level;

namespace {

std::vector<Place> candidates(const RecordFacts& facts, const Roll& roll, const MadeRecords& made) {
    std::vector<Place> out;
    if (!facts.of.empty()) {
        std::set<Place> seen;
        if (const auto found = made.find(facts.of); found != made.end()) {
            for (const MadeRecord& record : found->second) {
                if (isOfKind(roll, record.place, facts.kinds) && seen.insert(record.place).second)
                    out.push_back(record.place);
            }
        }
        return out;
    }
    for (std::uint32_t unit = 0; unit < roll.count(facts.on); ++unit) {
        const Place place{facts.on, unit};
        if (isOfKind(roll, place, facts.kinds)) out.push_back(place);
    }
    return out;
}

/// Units whose short name another unit bears, too, go last: figures that count names stay right.
void putNamesakesLast(const Roll& roll, std::vector<Place>& places) {
    std::set<std::string> seen;
    std::ranges::stable_partition(places,
                                  [&](const Place& p) { return seen.insert(roll.shortName(p.level, p.unit)).second; });
}

}  // namespace

std::vector<Slot> slotsFor(const RecordFacts& facts, const Roll& roll, const MadeRecords& made, std::uint64_t seed) {
    std::vector<Place> places = candidates(facts, roll, made);
    if (places.empty()) throw base::Error(base::Fault::format, "no unit of " + roll.facts().name + " fits");
    if (facts.order == RecordFacts::Order::drawn) {
        Random random(seed);
        for (std::size_t i = places.size(); i > 1; --i) std::swap(places[i - 1], places[random.below(i)]);
        if (facts.on <= Level::village) putNamesakesLast(roll, places);
    }
    for (auto code = facts.at.rbegin(); code != facts.at.rend(); ++code) {
        const auto at = std::ranges::find_if(places, [&](Place p) { return roll.code(p.level, p.unit) == *code; });
        if (at == places.end()) throw base::Error(base::Fault::format, "there is no unit " + code->text());
        std::rotate(places.begin(), at, at + 1);
    }
    places.resize(places.size() > facts.without ? places.size() - facts.without : 1);
    std::vector<Slot> slots(facts.count.value_or(std::uint32_t(places.size())));
    for (std::size_t i = 0; i < slots.size(); ++i) {
        slots[i].place = places[i % places.size()];
        slots[i].person = std::uint32_t(facts.people > 0 ? i * facts.people / slots.size() : i / facts.each);
    }
    std::size_t part = 0, used = 0;
    for (std::size_t i = 0; i < slots.size() && !facts.parts.empty(); ++i, ++used) {
        while (part + 1 < facts.parts.size() && facts.parts[part].count > 0 && used >= facts.parts[part].count) {
            ++part;
            used = 0;
        }
        slots[i].part = part;
    }
    return slots;
}

std::uint32_t townshipOf(const Roll& roll, Place place) {
    if (place.level == Level::county) {
        for (std::uint32_t t = 0; t < roll.count(Level::township); ++t) {
            if (roll.code(Level::township, t) == roll.facts().seat) return t;
        }
        return 0;
    }
    for (; place.level > Level::township; place.level = model::kLevels[model::indexOf(place.level) - 1])
        place.unit = roll.parent(place.level, place.unit);
    return place.unit;
}

std::uint32_t villageOf(const Roll& roll, Place place) {
    if (place.level < Level::village) {
        const std::uint32_t township = townshipOf(roll, place);
        const auto wishes = townshipWishes(roll.facts());
        std::uint32_t first = 0;
        for (std::uint32_t t = 0; t < township; ++t) first += std::uint32_t(wishes[t].villages.size());
        const auto seat = std::ranges::find_if(wishes[township].villages, &VillageWish::seat);
        return first + std::uint32_t(seat - wishes[township].villages.begin());
    }
    for (; place.level > Level::village; place.level = model::kLevels[model::indexOf(place.level) - 1])
        place.unit = roll.parent(place.level, place.unit);
    return place.unit;
}

bool isOfKind(const Roll& roll, Place place, const std::vector<model::UnitKind>& kinds) {
    if (kinds.empty()) return true;
    if (place.level > Level::village) place = {Level::village, villageOf(roll, place)};
    return std::ranges::find(kinds, roll.kind(place.level, place.unit)) != kinds.end();
}

}  // namespace xiangtu::demo
