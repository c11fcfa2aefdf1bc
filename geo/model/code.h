// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace xiangtu::model {

/// A unit code: text of 1 to 18 digits, leading zeros kept, packed into 64 bits ("1" followed by the
/// digits). The default value is "no code". In the database and in files it is always TEXT.
class Code {
public:
    constexpr Code() = default;
    /// Nothing for empty text, other characters than ASCII digits, or more than 18 of them.
    [[nodiscard]] static std::optional<Code> parse(std::string_view digits) noexcept;

    /// The inverse of packed(); nothing for a number that is no code's, but 0 is "no code".
    [[nodiscard]] static std::optional<Code> unpack(std::uint64_t packed) noexcept;

    [[nodiscard]] bool valid() const noexcept { return m_packed != 0; }
    [[nodiscard]] int digits() const noexcept;
    [[nodiscard]] std::string text() const;
    /// The first `count` digits; itself when it has no more than that.
    [[nodiscard]] Code prefix(int count) const noexcept;
    [[nodiscard]] bool startsWith(Code prefix) const noexcept;
    /// This code with `sequence` appended as `width` digits.
    [[nodiscard]] Code child(int sequence, int width = 3) const noexcept;

    /// The packed number; unique per code text.
    [[nodiscard]] std::uint64_t packed() const noexcept { return m_packed; }
    /// Shorter codes first, then by digits.
    auto operator<=>(const Code&) const = default;

private:
    explicit constexpr Code(std::uint64_t packed) : m_packed(packed) {}
    std::uint64_t m_packed = 0;
};

}  // namespace xiangtu::model

template <>
struct std::hash<xiangtu::model::Code> {
    std::size_t operator()(xiangtu::model::Code code) const noexcept {
        return std::hash<std::uint64_t>{}(code.packed());
    }
};
