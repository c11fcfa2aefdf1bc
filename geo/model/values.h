// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/value.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <vector>

namespace xiangtu::model {

/// The values of one record, one behind the other in a single piece of memory: a county keeps a million
/// records of ten fields, and a vector of variants would take five times what they say. Reading walks
/// over the fields before, of which there are few; changing packs anew.
class Values {
public:
    Values() = default;
    // Implicit: a record's values are written where a vector of them would be.
    Values(const std::vector<Value>& values);     // NOLINT(google-explicit-constructor)
    Values(std::initializer_list<Value> values);  // NOLINT(google-explicit-constructor)
    Values(const Values& other);
    Values(Values&&) noexcept = default;
    Values& operator=(const Values& other);
    Values& operator=(Values&&) noexcept = default;
    ~Values() = default;

    [[nodiscard]] std::size_t size() const noexcept { return m_bytes ? head().count : 0; }
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    /// A copy; const, so that nobody assigns to it and thinks the record changed. Precondition: i < size().
    [[nodiscard]] const Value operator[](std::size_t i) const;  // NOLINT(readability-const-return-type)
    [[nodiscard]] std::vector<Value> all() const;

    /// Precondition: i < size().
    void set(std::size_t i, Value value);
    /// New ones are NULL.
    void resize(std::size_t count);

    friend bool operator==(const Values& a, const Values& b) { return a.all() == b.all(); }

private:
    struct Head {
        std::uint32_t bytes;  ///< all of them, this one included
        std::uint32_t count;
    };
    [[nodiscard]] Head head() const noexcept;
    void pack(const Value* values, std::size_t count);

    std::unique_ptr<std::byte[]> m_bytes;  ///< Head, then the values; null = none
};

}  // namespace xiangtu::model
