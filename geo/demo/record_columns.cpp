// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/record_columns.h"

#include "base/error.h"
#include "demo/allot.h"
#include "demo/party_orgs.h"
#include "demo/rng.h"
#include "model/expression.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace xiangtu::demo {

using Kind = ValueSpec::Kind;
using model::Level;
using model::Value;

namespace {

/// Whole numbers stay whole, so that fields of either kind take them.
Value number(double n) {
    const double whole = std::round(n);
    if (std::abs(n - whole) < 1e-9) return std::int64_t(whole);
    return n;
}

}  // namespace

std::uint64_t textHash(std::string_view text) noexcept {
    std::uint64_t h = 0xcbf29ce484222325ull;
    for (const char c : text) h = (h ^ std::uint8_t(c)) * 0x100000001b3ull;
    return h;
}

RecordColumns::RecordColumns(const RecordFacts& facts, const Roll& roll, const std::vector<std::string>& surnames,
                             const MadeRecords& made, const std::vector<Slot>& slots, std::uint64_t seed)
    : m_facts(facts), m_roll(roll), m_surnames(surnames), m_made(made), m_slots(slots), m_seed(seed) {}

const ValueSpec* RecordColumns::specFor(const std::string& field, std::size_t part) const {
    if (part < m_facts.parts.size()) {
        const auto own = m_facts.parts[part].values.find(field);
        if (own != m_facts.parts[part].values.end()) return &own->second;
    }
    const auto found = m_facts.values.find(field);
    return found == m_facts.values.end() ? nullptr : &found->second;
}

bool RecordColumns::has(const std::string& field) const {
    return m_facts.values.contains(field) ||
           std::ranges::any_of(m_facts.parts, [&](const auto& part) { return part.values.contains(field); });
}

std::vector<std::string> RecordColumns::fields() const {
    std::set<std::string> names;
    const auto take = [&](const ValueSpecs& values) {
        for (const auto& [name, spec] : values) {
            if (!name.starts_with('@')) names.insert(name);
        }
    };
    take(m_facts.values);
    for (const auto& part : m_facts.parts) take(part.values);
    return {names.begin(), names.end()};
}

void RecordColumns::fail(const std::string& field, const std::string& reason) const {
    throw base::Error(base::Fault::format, m_facts.registerId + ", " + field + ": " + reason);
}

const std::vector<Value>& RecordColumns::column(const std::string& field) {
    if (const auto known = m_columns.find(field); known != m_columns.end()) return known->second;
    if (!has(field)) fail(field, "the records have no such field");
    if (!m_open.insert(field).second) fail(field, "builds on itself");
    std::vector<Value> out(m_slots.size());
    std::map<const ValueSpec*, Indices> spans;
    std::vector<const ValueSpec*> order;  // pointers themselves have no lasting order
    for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
        const ValueSpec* spec = specFor(field, m_slots[i].part);
        if (!spec) continue;
        Indices& span = spans[spec];
        if (span.empty()) order.push_back(spec);
        span.push_back(i);
    }
    for (const ValueSpec* spec : order) fill(field, *spec, spans[spec], out);
    m_open.erase(field);
    return m_columns[field] = std::move(out);
}

void RecordColumns::fill(const std::string& field, const ValueSpec& spec, const Indices& at, std::vector<Value>& out) {
    const std::uint64_t seed = mix(m_seed, mix(textHash(field), at.front()));
    if (spec.kind == Kind::sum) return share(field, spec, at, out, seed);
    std::size_t chosen = 0, used = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (spec.kind == Kind::shares) {
            while (chosen + 1 < spec.values.size() && used >= spec.counts[chosen]) {
                ++chosen;
                used = 0;
            }
            out[at[i]] = texted(spec.values[chosen], at[i]);
            ++used;
        } else {
            out[at[i]] = one(field, spec, at[i], i, at.size(), mix(seed, i));
        }
    }
}

void RecordColumns::share(const std::string& field, const ValueSpec& spec, const Indices& at, std::vector<Value>& out,
                          std::uint64_t seed) {
    const auto total = std::uint32_t(std::lround(spec.high / spec.step));
    const auto least = std::uint32_t(std::lround(spec.low / spec.step));
    if (std::uint64_t(least) * at.size() > total) fail(field, "the least shares are more than the sum");
    std::vector<double> weights(at.size(), 1);
    Random random(seed);
    for (std::size_t i = 0; i < at.size(); ++i) {
        if (spec.name.empty())
            weights[i] = std::exp2(0.5 * random.bell());
        else if (spec.name != "even")
            weights[i] = model::numberOf(column(spec.name)[at[i]]).value_or(0);
    }
    const auto shares = allot(weights, total, least);
    for (std::size_t i = 0; i < at.size(); ++i) out[at[i]] = number(shares[i] * spec.step);
}

Value RecordColumns::one(const std::string& field, const ValueSpec& spec, std::uint32_t slot, std::size_t position,
                         std::size_t size, std::uint64_t random) {
    const Place place = m_slots[slot].place;
    switch (spec.kind) {
    case Kind::fixed: return texted(spec.values.front(), slot);
    case Kind::turn: return texted(spec.values[position % spec.values.size()], slot);
    case Kind::block: return texted(spec.values[position * spec.values.size() / size], slot);
    case Kind::pick: return texted(spec.values[random % spec.values.size()], slot);
    case Kind::between: {
        const auto steps = std::uint64_t(std::llround((spec.high - spec.low) / spec.step));
        return number(spec.low + double(random % (steps + 1)) * spec.step);
    }
    case Kind::day: {
        const auto days = std::uint64_t(spec.last.days - spec.first.days);
        return base::Date{spec.first.days + std::int32_t(random % (days + 1))}.iso();
    }
    case Kind::after: {
        const auto* text = std::get_if<std::string>(&column(spec.name)[slot]);
        const auto day = text ? base::Date::parse(*text) : std::nullopt;
        if (!day) fail(field, spec.name + " is not a day");
        const auto days = std::uint64_t(spec.high - spec.low);
        return base::Date{day->days + std::int32_t(spec.low) + std::int32_t(random % (days + 1))}.iso();
    }
    case Kind::record: {
        const auto found = m_made.find(spec.name);
        if (found == m_made.end()) fail(field, "there is no record of " + spec.name + " before it");
        return found->second[position % found->second.size()].id;
    }
    case Kind::unit: {
        if (spec.name == "township") return m_roll.code(Level::township, townshipOf(m_roll, place)).text();
        std::uint32_t unit = place.unit;
        for (int tries = 0; spec.name == "other" && tries < 1000; ++tries) {
            random = mix(random);
            unit = std::uint32_t(random % m_roll.count(place.level));
            if (unit != place.unit && isOfKind(m_roll, {place.level, unit}, spec.kinds)) break;
        }
        return m_roll.code(place.level, unit).text();
    }
    case Kind::households: return std::int64_t(m_roll.households(place.level, place.unit));
    case Kind::mu: return m_slots[slot].mu;
    case Kind::sum:
    case Kind::shares: break;  // filled as a whole
    }
    return {};
}

Value RecordColumns::texted(const Value& value, std::uint32_t slot) {
    const auto* pattern = std::get_if<std::string>(&value);
    if (!pattern || pattern->find('{') == std::string::npos) return value;
    std::string text;
    for (std::size_t at = 0; at < pattern->size();) {
        const std::size_t open = std::min(pattern->find('{', at), pattern->size());
        text.append(*pattern, at, open - at);
        if (open == pattern->size()) break;
        const std::size_t close = pattern->find('}', open);
        if (close == std::string::npos) fail(*pattern, "a { without its }");
        text += word(pattern->substr(open + 1, close - open - 1), slot);
        at = close + 1;
    }
    return text;
}

std::string RecordColumns::word(const std::string& key, std::uint32_t slot) {
    const Place place = m_slots[slot].place;
    if (key == "unit") return m_roll.shortName(place.level, place.unit);
    if (key == "natural" && place.level == Level::grid)
        return m_roll.name(Level::naturalVillage, m_roll.parent(Level::grid, place.unit));
    if (key == "township") return m_roll.name(Level::township, townshipOf(m_roll, place));
    if (key == "county") return m_roll.facts().name;
    if (key == "branch") return organisationOf(m_roll, place);
    if (key == "person") return person(1, slot);
    if (key == "other") return person(2, slot);
    if (key == "n") return std::to_string(slot + 1);
    if (key == "no") {
        char text[16];
        std::snprintf(text, sizeof text, "%03u", m_slots[slot].person + 1);
        return text;
    }
    return model::toText(column(key)[slot]);
}

std::string RecordColumns::person(std::uint64_t which, std::uint32_t slot) const {
    const std::uint64_t drawn = mix(m_seed, mix(which, m_slots[slot].person));
    return m_surnames[drawn % m_surnames.size()] + "某";
}

}  // namespace xiangtu::demo
