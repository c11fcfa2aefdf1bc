// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "query/question.h"

namespace xiangtu::app {

/// The id of the question a person puts together: units of a level in a place, for which conditions hold.
inline constexpr const char* kSelect = "select";

/// Answers it from the questions of the core. Its parameters, all text:
///   level      of the units asked for
///   how        middle (preset: the middle of the unit lies there) | touch | whole | beyond (nothing of it does)
///   area       "LON LAT, …" a ring; or
///   at, metres a circle around "LON LAT"; or
///   line, metres a corridor along "LON LAT, LON LAT, …"; or
///   within     a unit of this code
///   match      all (preset) | any of the conditions
///   conditions a JSON list of { kind, op, what, of, n }:
///     org        has | not                     an organisation that serves it
///     class      is | not                      what: code of a class, of: key of the scheme
///     neighbour  has | not                     one of that class: what and of as above
///     households least | most                  n
///     area       least | most                  n mu
///     distance   within | beyond               n metres from its middle; what: a register or kind of organisation,
///                                              of: a choice of the register's symbol field or ""
///     record     has | not                     of the register `what`, of the choice `of`
///     land       has | not                     land of the register `what`, of the choice `of`, on it
/// Throws Error{usage} naming what cannot be answered, and Error{cancelled}.
[[nodiscard]] query::Answer select(const query::Ground& ground, const query::Question& question,
                                   const base::Progress& progress);

/// The records meant by a condition: "crop = 'apple'", "" for all of them.
[[nodiscard]] std::string conditionOn(const model::Snapshot& snapshot, const std::string& registerId,
                                      const std::string& choice);

}  // namespace xiangtu::app
