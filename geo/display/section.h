// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/shared_array.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace xiangtu::display {

/// A flat array under a name of at most kMaxName bytes, as it lies in a sidecar: little-endian plain
/// values, whose memory may be a part of the mapped file.
struct Section {
    static constexpr std::size_t kMaxName = 23;
    std::string name;
    std::uint32_t itemBytes = 0;
    base::SharedArray<std::byte> bytes;
};

template <class T>
[[nodiscard]] Section section(std::string name, const base::SharedArray<T>& values) {
    return {std::move(name),
            std::uint32_t(sizeof(T)),
            {std::as_bytes(values.span()), std::make_shared<const base::SharedArray<T>>(values)}};
}
/// `values` must stay as they are while `owner` lives.
template <class T>
[[nodiscard]] Section section(std::string name, std::span<const T> values, std::shared_ptr<const void> owner) {
    return section(std::move(name), base::SharedArray<T>(values, std::move(owner)));
}

/// Sections by name: what stages after the store derived once and want back at the next opening. The
/// names are theirs; nothing here looks into them.
class Extras {
public:
    Extras() = default;
    explicit Extras(std::vector<Section> sections) : m_sections(std::move(sections)) {}

    [[nodiscard]] const std::vector<Section>& sections() const noexcept { return m_sections; }
    /// Nothing when there is none of that name, or one of values of another size.
    template <class T>
    [[nodiscard]] std::optional<base::SharedArray<T>> array(std::string_view name) const {
        for (const Section& s : m_sections) {
            if (s.name != name) continue;
            const auto address = reinterpret_cast<std::uintptr_t>(s.bytes.data());
            if (s.itemBytes != sizeof(T) || s.bytes.size() % sizeof(T) != 0 || address % alignof(T) != 0) break;
            const std::span<const T> values(reinterpret_cast<const T*>(s.bytes.data()), s.bytes.size() / sizeof(T));
            return base::SharedArray<T>(values, std::make_shared<const base::SharedArray<std::byte>>(s.bytes));
        }
        return std::nullopt;
    }

private:
    std::vector<Section> m_sections;
};

}  // namespace xiangtu::display
