// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/code.h"
#include "model/level.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace xiangtu::exchange {

enum class CodeTrouble : std::uint8_t { none, empty, notDigits, tooLong, digitsLost };

/// A code as a source writes it.
struct CodeReading {
    std::optional<model::Code> code;
    CodeTrouble trouble = CodeTrouble::empty;
    bool shortened = false;  ///< 330106010000 for a township: the zeros of the longer form were taken off
};

/// Reads a code for a unit of `level`. Full-width digits, a trailing ".0" and blanks are forgiven;
/// 3.30106E+11 is not, because digits are gone.
[[nodiscard]] CodeReading readCode(std::string_view text, model::Level level);

/// Usual length for the level; grids hang under natural villages (18) or straight under villages (15).
[[nodiscard]] bool lengthFits(model::Code code, model::Level level) noexcept;
/// Another level whose codes have exactly this length; nothing when `level`'s own do or none do.
[[nodiscard]] std::optional<model::Level> levelOfLength(model::Code code, model::Level level) noexcept;

/// The codes in use on one level, and the next free one under a parent.
class CodeBook {
public:
    /// False when it was taken before.
    bool take(model::Code code) { return m_used.insert(code).second; }
    [[nodiscard]] bool has(model::Code code) const { return m_used.contains(code); }

    /// Parent's code, zeros for levels in between, and a sequence of three digits (more once those are
    /// used up) one above the highest in use, or the lowest free one when 999 is taken; `digits` long
    /// altogether, longer when that leaves the sequence no room. Taken at once. Nothing when all 18
    /// digits are full.
    [[nodiscard]] std::optional<model::Code> next(model::Code parent, int digits);

private:
    [[nodiscard]] std::optional<model::Code> nextOfWidth(model::Code stem, int width) const;

    std::set<model::Code> m_used;
    std::map<model::Code, int> m_width;  ///< sequence digits now in use under a parent
};

}  // namespace xiangtu::exchange
