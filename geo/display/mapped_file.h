// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

namespace xiangtu::display {

/// A file mapped for reading, all of it. Safe from any thread.
class MappedFile {
public:
    /// Null when there is no such file or it cannot be mapped.
    [[nodiscard]] static std::shared_ptr<const MappedFile> of(const std::filesystem::path& file);
    ~MappedFile();
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {m_address, m_length}; }
    /// Copies bytes without looking at them through the mapping: a mapped page counts as this program's
    /// memory. False when they could not be read.
    [[nodiscard]] bool read(std::span<std::byte> into, std::uint64_t offset) const noexcept;
    /// Gives back the pages looked at so far. Nothing else changes: whoever looks again gets them again,
    /// from the system's own cache while there is room.
    void letGo() const noexcept;

private:
    explicit MappedFile(int handle) : m_handle(handle) {}
    int m_handle;
    const std::byte* m_address = nullptr;
    std::size_t m_length = 0;
};

}  // namespace xiangtu::display
