// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace xiangtu::base {

/// An immutable array of plain values that does not care who owns its memory: a vector it took over,
/// or a part of something larger such as a mapped file, kept alive as long as a copy of the array
/// lives. Copies share. Safe from any thread.
template <class T>
class SharedArray {
    static_assert(std::is_trivially_copyable_v<T>, "values must mean the same wherever their bytes lie");

public:
    SharedArray() = default;
    // Implicit: a finished vector becomes its array by assignment.
    SharedArray(std::vector<T> values) {  // NOLINT(google-explicit-constructor)
        auto owner = std::make_shared<const std::vector<T>>(std::move(values));
        m_values = *owner;
        m_owner = std::move(owner);
    }
    /// `values` must stay readable and unchanged while `owner` lives.
    SharedArray(std::span<const T> values, std::shared_ptr<const void> owner)
        : m_values(values), m_owner(std::move(owner)) {}

    [[nodiscard]] std::span<const T> span() const noexcept { return m_values; }
    [[nodiscard]] const T* data() const noexcept { return m_values.data(); }
    [[nodiscard]] std::size_t size() const noexcept { return m_values.size(); }
    [[nodiscard]] bool empty() const noexcept { return m_values.empty(); }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return m_values[i]; }
    [[nodiscard]] const T& back() const noexcept { return m_values.back(); }
    [[nodiscard]] auto begin() const noexcept { return m_values.begin(); }
    [[nodiscard]] auto end() const noexcept { return m_values.end(); }

private:
    std::span<const T> m_values;
    std::shared_ptr<const void> m_owner;
};

}  // namespace xiangtu::base
