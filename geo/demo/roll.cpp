// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/roll.h"

#include "demo/rng.h"

#include <cstdio>
#include <set>

namespace xiangtu::demo {

using model::Level;
using model::UnitKind;

namespace {

std::string_view withoutEnding(std::string_view name, std::string_view ending) {
    return name.ends_with(ending) ? name.substr(0, name.size() - ending.size()) : name;
}

/// 廖家桥镇 -> 廖家桥.
std::string_view stem(std::string_view township) {
    for (const std::string_view ending : {"街道", "瑶族乡", "镇", "乡"}) {
        if (township.ends_with(ending)) return withoutEnding(township, ending);
    }
    return township;
}

/// Position of the village a township sits in: of its own name if there is one, a community first.
std::size_t seatOf(const TownshipFacts& township) {
    const std::string_view own = stem(township.name);
    std::size_t best = 0;
    int bestRank = -1;
    for (std::size_t i = 0; i < township.villages.size(); ++i) {
        const NamedUnit& v = township.villages[i];
        const int rank = (v.name.starts_with(own) ? 2 : 0) + (v.kind == UnitKind::community ? 1 : 0);
        if (rank > bestRank) {
            bestRank = rank;
            best = i;
        }
    }
    return best;
}

/// Different invented names for a village's natural villages.
std::vector<std::string> naturalNames(const CountyFacts& facts, std::size_t count, Random& random) {
    std::set<std::string> used;
    std::vector<std::string> names;
    for (std::size_t tries = 0; names.size() < count; ++tries) {
        std::string name = tries < 20 * count && random.chance(0.3)
                               ? facts.commonNames[random.below(facts.commonNames.size())]
                               : facts.firstParts[random.below(facts.firstParts.size())] +
                                     facts.lastParts[random.below(facts.lastParts.size())];
        // More natural villages than names to combine: number them.
        if (tries > 40 * count) name += std::to_string(names.size() + 1) + "组";
        if (used.insert(name).second) names.push_back(std::move(name));
    }
    return names;
}

}  // namespace

std::vector<TownshipWish> townshipWishes(const CountyFacts& facts) {
    std::vector<TownshipWish> wishes;
    for (const TownshipFacts& t : facts.townships) {
        TownshipWish& wish = wishes.emplace_back();
        wish.countySeat = t.code == facts.seat;
        for (const NamedUnit& v : t.villages) wish.villages.push_back({v.kind == UnitKind::community, false});
        wish.villages[seatOf(t)].seat = true;
    }
    return wishes;
}

Roll::Roll(CountyFacts facts, CountyShape shape, std::uint64_t seed)
    : m_facts(std::move(facts)), m_shape(std::move(shape)), m_seed(seed) {
    m_codes[0] = {m_facts.code};
    for (const TownshipFacts& t : m_facts.townships) {
        m_codes[1].push_back(t.code);
        for (const NamedUnit& v : t.villages) {
            m_codes[2].push_back(v.code);
            m_villages.push_back(&v);
        }
    }
    for (std::size_t l = 3; l < model::kLevelCount; ++l) {
        const auto& parent = m_shape.parent[l];
        int sequence = 0;
        for (std::size_t i = 0; i < parent.size(); ++i) {
            sequence = i > 0 && parent[i] == parent[i - 1] ? sequence + 1 : 1;
            m_codes[l].push_back(m_codes[l - 1][parent[i]].child(sequence));
        }
    }
    const auto& villageOf = m_shape.parent[3];
    for (std::size_t i = 0; i < villageOf.size();) {
        const std::uint32_t village = villageOf[i];
        std::size_t count = 0;
        while (i < villageOf.size() && villageOf[i] == village) ++count, ++i;
        Random random(mix(seed, 7000000 + village));
        if (m_villages[village]->kind == UnitKind::community) {
            for (std::size_t k = 1; k <= count; ++k) m_naturalNames.push_back("第" + std::to_string(k) + "居民小组");
        } else {
            for (auto& name : naturalNames(m_facts, count, random)) m_naturalNames.push_back(std::move(name));
        }
    }
    for (std::size_t l = 0; l < model::kLevelCount; ++l) m_households[l].assign(m_codes[l].size(), 0);
    for (std::size_t i = 0; i < m_codes[4].size(); ++i)
        m_households[4][i] = 3 + std::int32_t(mix(seed, 8000000 + i) % 3);
    for (std::size_t l = model::kLevelCount - 1; l > 0; --l) {
        for (std::size_t i = 0; i < m_codes[l].size(); ++i)
            m_households[l - 1][m_shape.parent[l][i]] += m_households[l][i];
    }
}

const NamedUnit& Roll::named(Level level, std::uint32_t unit) const {
    if (level == Level::county) return m_facts;
    if (level == Level::township) return m_facts.townships[unit];
    return *m_villages[unit];
}

std::string Roll::name(Level level, std::uint32_t unit) const {
    if (level == Level::naturalVillage) return m_naturalNames[unit];
    if (level == Level::grid) {
        char text[24];
        std::snprintf(text, sizeof text, "网格%02d", int(code(level, unit).packed() % 1000));
        return text;
    }
    return named(level, unit).name;
}

std::string Roll::shortName(Level level, std::uint32_t unit) const {
    const std::string full = name(level, unit);
    if (level != Level::village) return full;
    if (full.ends_with("社区居委会") || full.ends_with("村村委会")) return full.substr(0, full.size() - 9);
    if (full.ends_with("居委会")) return full.substr(0, full.size() - 9) + "社区";
    if (full.ends_with("村委会")) return full.substr(0, full.size() - 6);
    return full;
}

UnitKind Roll::kind(Level level, std::uint32_t unit) const {
    if (level == Level::grid) return UnitKind::householdGrid;
    if (level != Level::naturalVillage) return named(level, unit).kind;
    return m_villages[parent(level, unit)]->kind == UnitKind::community ? UnitKind::villagerGroup
                                                                        : UnitKind::naturalVillage;
}

model::NewUnit Roll::draft(Level level, std::uint32_t unit) const {
    model::NewUnit out;
    out.level = level;
    out.code = code(level, unit);
    out.name = name(level, unit);
    out.kind = kind(level, unit);
    if (level != Level::county) out.parent = code(model::kLevels[model::indexOf(level) - 1], parent(level, unit));
    out.households = households(level, unit);
    out.from = level >= Level::naturalVillage ? base::Date::of(2021, 3, 1) : base::Date::of(2016, 1, 1);
    out.shape = m_shape.shapes[model::indexOf(level)].feature(unit);
    return out;
}

}  // namespace xiangtu::demo
