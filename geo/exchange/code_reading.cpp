// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_reading.h"

#include "exchange/text.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

namespace xiangtu::exchange {

namespace {

using model::Code;
using model::Level;

constexpr int kMostDigits = 18;
/// A sequence has at most this many digits: Code::child counts in int.
constexpr int kMostSequenceDigits = 9;

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c); });
}

bool looksScientific(std::string_view text) {
    const auto e = text.find_first_of("eE");
    if (e == std::string_view::npos || e == 0) return false;
    const auto rest = text.substr(e + 1);
    return allDigits(rest.starts_with('+') || rest.starts_with('-') ? rest.substr(1) : rest) &&
           std::ranges::all_of(text.substr(0, e), [](unsigned char c) { return std::isdigit(c) || c == '.'; });
}

/// The code without the zeros of longer forms, when exactly those follow the level's digits.
std::string_view shortest(std::string_view digits, Level level) {
    const auto usual = std::size_t(model::codeDigits(level));
    if (digits.size() <= usual || (digits.size() - usual) % 3 != 0) return digits;
    const auto tail = digits.substr(usual);
    // Grids under villages have 15 digits: 330106010003001 must not lose a real sequence.
    if (tail.find_first_not_of('0') != std::string_view::npos) return digits;
    return digits.substr(0, usual);
}

int pow10(int n) {
    int v = 1;
    while (n-- > 0) v *= 10;
    return v;
}

}  // namespace

CodeReading readCode(std::string_view raw, Level level) {
    std::string text = isAscii(raw) ? trimmed(raw) : trimmed(narrowed(raw));
    CodeReading result;
    if (text.empty()) return result;
    if (const auto dot = text.find('.');
        dot != std::string::npos && dot > 0 && text.find_first_not_of('0', dot + 1) == std::string::npos) {
        text.resize(dot);
    }
    if (!allDigits(text)) {
        result.trouble = looksScientific(text) ? CodeTrouble::digitsLost : CodeTrouble::notDigits;
        return result;
    }
    const auto digits = shortest(text, level);
    result.shortened = digits.size() != text.size();
    result.code = Code::parse(digits);
    result.trouble = result.code ? CodeTrouble::none : CodeTrouble::tooLong;
    return result;
}

bool lengthFits(Code code, Level level) noexcept {
    const int digits = code.digits();
    return digits == model::codeDigits(level) ||
           (level == Level::grid && digits == model::codeDigits(Level::naturalVillage));
}

std::optional<Level> levelOfLength(Code code, Level level) noexcept {
    if (lengthFits(code, level)) return std::nullopt;
    // Fifteen digits in a layer of larger units are the standard form of a grid.
    if (code.digits() == 15) return Level::grid;
    for (const Level other : model::kLevels) {
        if (model::codeDigits(other) == code.digits()) return other;
    }
    return std::nullopt;
}

std::optional<Code> CodeBook::nextOfWidth(Code stem, int width) const {
    const int last = pow10(width) - 1;
    const Code lowest = stem.child(0, width);
    const auto after = m_used.upper_bound(stem.child(last, width));
    int sequence = 1;
    if (after != m_used.begin() && *std::prev(after) >= lowest)
        sequence = int(std::prev(after)->packed() - lowest.packed()) + 1;
    if (sequence > last) {
        for (sequence = 1; sequence <= last && m_used.contains(stem.child(sequence, width)); ++sequence) {}
    }
    return sequence <= last ? std::optional(stem.child(sequence, width)) : std::nullopt;
}

std::optional<Code> CodeBook::next(Code parent, int digits) {
    constexpr int kSequence = 3;
    const int room = std::max(digits - parent.digits(), 0);
    int& width = m_width.emplace(parent, room > 0 ? std::min(room, kSequence) : kSequence).first->second;
    for (; parent.digits() + width <= kMostDigits && width <= kMostSequenceDigits; ++width) {
        const int zeros = std::max(0, room - width);
        // Zeros in portions: child() takes at most nine digits at a time.
        Code stem = parent;
        for (int left = zeros; left > 0; left -= std::min(left, kMostSequenceDigits))
            stem = stem.child(0, std::min(left, kMostSequenceDigits));
        if (const auto code = nextOfWidth(stem, width)) {
            m_used.insert(*code);
            return code;
        }
    }
    return std::nullopt;
}

}  // namespace xiangtu::exchange
