// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/date.h"
#include "base/json_fwd.h"
#include "model/unit.h"
#include "model/value.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace xiangtu::demo {

/// How the values of one field come about over a group of records. In the facts file:
///
///   7 · "text" · true · null      the same everywhere; null = not filled
///   {"sum": n, "least": n, "step": n, "like": field | "even"}   shares that add up to n exactly
///   {"turn": […]} {"block": […]}  one after the other, again and again | each for a stretch of records
///   {"shares": [[value, count], …]}   each as often as it says; the last takes the rest
///   {"pick": […]} {"between": [a, b], "step": n} {"day": [first, last]}   drawn
///   {"after": field, "days": [a, b]}  so many days after another date of the record
///   {"record": register}          numbers of records of that register made before, in turn
///   {"unit": "own" | "township" | "other", "kinds": […]}   code of a unit of the records' level
///   {"households": true} {"mu": true}   of the record's unit | the area of its polygon
///
/// Texts may hold {unit} {natural} (the village of a grid) {township} {county} {branch} {person} {other}
/// {no} {n} and {any field}.
struct ValueSpec {
    enum class Kind : std::uint8_t {
        fixed,
        sum,
        turn,
        block,
        shares,
        pick,
        between,
        day,
        after,
        record,
        unit,
        households,
        mu
    };
    Kind kind = Kind::fixed;
    std::vector<model::Value> values;    ///< fixed: one; turn, block, shares, pick
    std::vector<std::uint32_t> counts;   ///< shares
    double low = 0, high = 0, step = 1;  ///< sum: least and total; between; after: days
    base::Date first, last;              ///< day
    std::string name;                    ///< sum: like; after: field; record: register; unit: which
    std::vector<model::UnitKind> kinds;  ///< unit
};

/// By field; the days from, to, since, due, the state, the area "mu" and the "words" that only serve
/// other texts stand under "@from" and so on.
using ValueSpecs = std::map<std::string, ValueSpec>;

/// Throws Error{Fault::format} for anything else than the above.
[[nodiscard]] ValueSpec readValueSpec(const base::JsonCursor& json);

/// Unit kinds as the facts name them.
[[nodiscard]] std::vector<model::UnitKind> readKinds(const base::JsonCursor& json);

}  // namespace xiangtu::demo
