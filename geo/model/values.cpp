// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/values.h"

#include "base/overloaded.h"

#include <cassert>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace xiangtu::model {

namespace {

/// In front of every value; what follows: nothing, a number of variable length, eight bytes, a number of
/// variable length and so many bytes.
enum class Kind : std::uint8_t { null, integer, real, text };

using Bytes = std::vector<std::byte>;

/// Seven bits a byte, low ones first; the eighth says that more follow.
void putNumber(Bytes& out, std::uint64_t n) {
    for (; n >= 0x80; n >>= 7) out.push_back(std::byte(n | 0x80));
    out.push_back(std::byte(n));
}

std::uint64_t takeNumber(const std::byte*& at) noexcept {
    std::uint64_t n = 0;
    for (unsigned shift = 0;; shift += 7) {
        const auto byte = std::uint64_t(*at++);
        n |= (byte & 0x7F) << shift;
        if (byte < 0x80) return n;
    }
}

/// Small numbers of either sign become small ones.
std::uint64_t folded(std::int64_t n) noexcept { return std::uint64_t(n) << 1 ^ std::uint64_t(n >> 63); }
std::int64_t unfolded(std::uint64_t n) noexcept { return std::int64_t(n >> 1) ^ -std::int64_t(n & 1); }

void put(Bytes& out, const Value& value) {
    out.push_back(std::byte(value.index()));
    const auto append = [&](const void* data, std::size_t length) {
        const auto* first = static_cast<const std::byte*>(data);
        out.insert(out.end(), first, first + length);
    };
    std::visit(base::Overloaded{[](std::monostate) {}, [&](std::int64_t n) { putNumber(out, folded(n)); },
                                [&](double x) { append(&x, sizeof x); },
                                [&](const std::string& text) {
                                    putNumber(out, text.size());
                                    append(text.data(), text.size());
                                }},
               value);
}

void skip(const std::byte*& at) noexcept {
    switch (Kind(*at++)) {
    case Kind::null: return;
    case Kind::integer: takeNumber(at); return;
    case Kind::real: at += sizeof(double); return;
    case Kind::text: {
        const std::uint64_t length = takeNumber(at);
        at += length;
        return;
    }
    }
}

Value take(const std::byte*& at) {
    switch (Kind(*at++)) {
    case Kind::null: break;
    case Kind::integer: return unfolded(takeNumber(at));
    case Kind::real: {
        double x = 0;
        std::memcpy(&x, at, sizeof x);
        at += sizeof x;
        return x;
    }
    case Kind::text: {
        const std::uint64_t length = takeNumber(at);
        at += length;
        return std::string(reinterpret_cast<const char*>(at - length), length);
    }
    }
    return {};
}

static_assert(std::is_same_v<std::variant_alternative_t<std::size_t(Kind::text), Value>, std::string>);

}  // namespace

Values::Values(const std::vector<Value>& values) { pack(values.data(), values.size()); }
Values::Values(std::initializer_list<Value> values) { pack(values.begin(), values.size()); }

Values::Values(const Values& other) {
    if (!other.m_bytes) return;
    const std::size_t length = other.head().bytes;
    m_bytes.reset(new std::byte[length]);
    std::memcpy(m_bytes.get(), other.m_bytes.get(), length);
}

Values& Values::operator=(const Values& other) { return *this = Values(other); }

Values::Head Values::head() const noexcept {
    Head head;
    std::memcpy(&head, m_bytes.get(), sizeof head);
    return head;
}

void Values::pack(const Value* values, std::size_t count) {
    thread_local Bytes bytes;  // keeps its room: millions are packed one after the other
    bytes.assign(sizeof(Head), std::byte{});
    for (std::size_t i = 0; i < count; ++i) put(bytes, values[i]);
    const Head head{std::uint32_t(bytes.size()), std::uint32_t(count)};
    std::memcpy(bytes.data(), &head, sizeof head);
    m_bytes.reset(count == 0 ? nullptr : new std::byte[bytes.size()]);
    if (m_bytes) std::memcpy(m_bytes.get(), bytes.data(), bytes.size());
}

const Value Values::operator[](std::size_t i) const {  // NOLINT(readability-const-return-type)
    assert(i < size());
    const std::byte* at = m_bytes.get() + sizeof(Head);
    while (i-- > 0) skip(at);
    return take(at);
}

std::vector<Value> Values::all() const {
    std::vector<Value> out(size());
    const std::byte* at = m_bytes.get() + (m_bytes ? sizeof(Head) : 0);
    for (Value& value : out) value = take(at);
    return out;
}

void Values::set(std::size_t i, Value value) {
    assert(i < size());
    std::vector<Value> values = all();
    values[i] = std::move(value);
    pack(values.data(), values.size());
}

void Values::resize(std::size_t count) {
    std::vector<Value> values = all();
    values.resize(count);
    pack(values.data(), values.size());
}

}  // namespace xiangtu::model
