// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/code.h"

#include <array>
#include <cassert>

namespace xiangtu::model {

namespace {

constexpr std::array<std::uint64_t, 20> kPowers = [] {
    std::array<std::uint64_t, 20> p{};
    p[0] = 1;
    for (std::size_t i = 1; i < p.size(); ++i) p[i] = p[i - 1] * 10;
    return p;
}();

}  // namespace

std::optional<Code> Code::parse(std::string_view digits) noexcept {
    if (digits.empty() || digits.size() > 18) return std::nullopt;
    std::uint64_t packed = 1;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        packed = packed * 10 + std::uint64_t(c - '0');
    }
    return Code(packed);
}

std::optional<Code> Code::unpack(std::uint64_t packed) noexcept {
    if (packed == 0) return Code();
    for (std::size_t n = 1; n <= 18; ++n) {
        if (packed >= kPowers[n] && packed < 2 * kPowers[n]) return Code(packed);
    }
    return std::nullopt;
}

int Code::digits() const noexcept {
    int n = 0;
    while (n + 1 < int(kPowers.size()) && m_packed >= kPowers[std::size_t(n) + 1]) ++n;
    return n;
}

std::string Code::text() const { return valid() ? std::to_string(m_packed).substr(1) : std::string(); }

Code Code::prefix(int count) const noexcept {
    const int have = digits();
    if (count >= have) return *this;
    return count <= 0 ? Code() : Code(m_packed / kPowers[std::size_t(have - count)]);
}

bool Code::startsWith(Code other) const noexcept { return other.valid() && prefix(other.digits()) == other; }

Code Code::child(int sequence, int width) const noexcept {
    assert(valid() && digits() + width <= 18 && sequence >= 0);
    assert(std::uint64_t(sequence) < kPowers[std::size_t(width)]);
    return Code(m_packed * kPowers[std::size_t(width)] + std::uint64_t(sequence));
}

}  // namespace xiangtu::model
