// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/code_reading.h"
#include "model/level.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace xiangtu::exchange {

/// What the values of one field look like; fed with decoded text.
class FieldProfile {
public:
    explicit FieldProfile(model::Level level) : m_level(level) {}
    void add(std::string_view text);

    [[nodiscard]] std::size_t filled() const noexcept { return m_filled; }
    /// Share of all records whose value reads as a code of the level, 0 … 1.
    [[nodiscard]] double codeShare(std::size_t records) const noexcept { return share(m_codes, records); }
    /// The same for codes of another level's length.
    [[nodiscard]] double codeShareOf(model::Level other, std::size_t records) const noexcept {
        return share(m_codesOf[model::indexOf(other)], records);
    }
    /// Share of filled values that are whole numbers, have Han characters, or are words.
    [[nodiscard]] double wholeNumberShareOfFilled() const noexcept { return share(m_wholeNumbers, m_filled); }
    [[nodiscard]] double hanShareOfFilled() const noexcept { return share(m_han, m_filled); }
    [[nodiscard]] double wordShareOfFilled() const noexcept { return share(m_words, m_filled); }
    /// Distinct values per filled value, 0 … 1.
    [[nodiscard]] double distinctness() const noexcept { return share(m_distinct.size(), m_filled); }

private:
    static double share(std::size_t part, std::size_t all) noexcept { return all ? double(part) / double(all) : 0; }
    model::Level m_level;
    std::size_t m_filled = 0, m_codes = 0, m_wholeNumbers = 0, m_han = 0, m_words = 0;
    std::array<std::size_t, model::kLevelCount> m_codesOf{};
    std::unordered_set<std::string> m_distinct;
};

/// A field chosen for a role, and why, in words.
struct FieldChoice {
    std::size_t column = 0;
    std::string basis;
};

/// Values win over names: the field whose values are distinct codes of the level; names decide
/// between equals. Nothing when no field's values will do.
[[nodiscard]] std::optional<FieldChoice> guessCodeField(std::span<const std::string> names,
                                                        std::span<const FieldProfile> profiles, std::size_t records,
                                                        model::Level level);
/// For when there is none: a field that holds distinct codes of another level.
[[nodiscard]] std::optional<std::string> otherLevelHint(std::span<const std::string> names,
                                                        std::span<const FieldProfile> profiles, std::size_t records);
[[nodiscard]] std::optional<FieldChoice> guessNameField(std::span<const std::string> names,
                                                        std::span<const FieldProfile> profiles, std::size_t records,
                                                        model::Level level);
/// By name only (户数, households, hs, zhs); its values must be whole numbers.
[[nodiscard]] std::optional<FieldChoice> guessHouseholdsField(std::span<const std::string> names,
                                                              std::span<const FieldProfile> profiles);

}  // namespace xiangtu::exchange
