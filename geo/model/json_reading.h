// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "model/catalogue.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::model {

// What the readers of the catalogue's parts share; used inside this folder only.

/// Refuses members nobody reads: a misspelt one would otherwise be lost silently.
void onlyMembers(const base::JsonCursor& json, std::span<const std::string_view> known);
inline void onlyMembers(const base::JsonCursor& json, std::initializer_list<std::string_view> known) {
    onlyMembers(json, std::span(known.begin(), known.size()));
}
/// A small letter followed by small letters, digits or _, 48 at most.
[[nodiscard]] std::string parseIdentifier(const base::JsonCursor& json);
[[nodiscard]] Titles parseTitles(const base::JsonCursor& json);
[[nodiscard]] base::Json dumpTitles(const Titles& titles);
[[nodiscard]] Level parseLevelName(const base::JsonCursor& json);
/// The member `mechanisms`: numbers 1 … 999; absent = none.
[[nodiscard]] std::vector<int> parseMechanisms(const base::JsonCursor& json);
[[nodiscard]] std::vector<std::string> parseTexts(const base::JsonCursor& json);
/// An optional number member that must be finite.
[[nodiscard]] std::optional<double> numberIfAny(const base::JsonCursor& json, std::string_view key);

[[nodiscard]] Rhythm parseRhythm(const base::JsonCursor& json);

template <class Enum, std::size_t N>
Enum parseName(const base::JsonCursor& json, const std::array<std::string_view, N>& names) {
    const std::string text = json.text();
    const auto it = std::ranges::find(names, text);
    if (it == names.end()) json.fail("\"" + text + "\" is not one of the known names");
    return Enum(it - names.begin());
}

template <class T>
void refuseRepeated(std::set<T>& seen, const T& key, const base::JsonCursor& json) {
    if (!seen.insert(key).second) json.fail("\"" + key + "\" is declared twice");
}

/// Calls each(item) for every element of a list that must be one; an absent member is an empty list.
template <class Each>
void forEachIn(const base::JsonCursor& json, std::string_view key, Each&& each) {
    if (!json.has(key)) return;
    const base::JsonCursor list = json.at(key);
    if (!list.node().is_array()) list.fail("must be a list");
    for (std::size_t i = 0; i < list.size(); ++i) each(list.at(i));
}

}  // namespace xiangtu::model
