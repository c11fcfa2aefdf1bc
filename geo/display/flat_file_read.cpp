// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "display/checksum.h"
#include "display/flat_file.h"
#include "display/flat_layout.h"

#include <atomic>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace xiangtu::display {

namespace {

/// An open file and the mapping of all of it.
class Mapping {
public:
    static std::shared_ptr<const Mapping> of(const std::filesystem::path& file) {
        const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (handle < 0) return nullptr;
        auto mapping = std::shared_ptr<Mapping>(new Mapping(handle));
        struct ::stat status {};
        if (::fstat(handle, &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
        mapping->m_length = std::size_t(status.st_size);
        if (mapping->m_length < sizeof(FlatHead)) return nullptr;
        void* address = ::mmap(nullptr, mapping->m_length, PROT_READ, MAP_SHARED, handle, 0);
        if (address == MAP_FAILED) return nullptr;
        mapping->m_address = static_cast<const std::byte*>(address);
        return mapping;
    }
    ~Mapping() {
        if (m_address) ::munmap(const_cast<std::byte*>(m_address), m_length);
        ::close(m_handle);
    }
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const noexcept { return {m_address, m_length}; }
    [[nodiscard]] bool read(std::span<std::byte> into, std::uint64_t offset) const noexcept {
        return ::pread(m_handle, into.data(), into.size(), ::off_t(offset)) == ::ssize_t(into.size());
    }

private:
    explicit Mapping(int handle) : m_handle(handle) {}
    int m_handle;
    const std::byte* m_address = nullptr;
    std::size_t m_length = 0;
};

/// Head and table, if they are as they were written and point inside the file.
std::optional<std::vector<FlatEntry>> readTable(const Mapping& mapping) {
    const auto bytes = mapping.bytes();
    FlatHead head;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.magic != kMagic || head.byteOrder != kByteOrder || head.version != kVersion) return std::nullopt;
    if (head.fileBytes != bytes.size() || head.sections > kMaxSections) return std::nullopt;
    const std::size_t tableBytes = head.sections * sizeof(FlatEntry);
    if (bytes.size() - sizeof head < tableBytes) return std::nullopt;
    const auto table = bytes.subspan(sizeof head, tableBytes);
    if (checksum(table, head.fileBytes) != head.tableSum) return std::nullopt;
    std::vector<FlatEntry> entries(head.sections);
    if (tableBytes > 0) std::memcpy(entries.data(), table.data(), tableBytes);
    for (const FlatEntry& e : entries) {
        const bool inside = e.offset <= bytes.size() && e.length <= bytes.size() - e.offset;
        if (!inside || e.offset % kAlignment != 0 || e.name.back() != 0) return std::nullopt;
    }
    return entries;
}

/// Checks the sections on all cores. Their bytes are read, not looked at through the mapping: a mapped
/// page would count as this program's memory although nobody needs it yet.
bool isWhole(const Mapping& mapping, const std::vector<FlatEntry>& entries) {
    struct Block {
        std::uint64_t offset;
        std::size_t length;
    };
    std::vector<Block> blocks;
    for (const FlatEntry& e : entries) {
        for (std::uint64_t at = 0; at < e.length; at += kBlockBytes) {
            blocks.push_back({e.offset + at, std::size_t(std::min<std::uint64_t>(kBlockBytes, e.length - at))});
        }
    }
    std::vector<std::uint64_t> sums(blocks.size());
    std::atomic<bool> readable{true};
    base::parallelFor(blocks.size(), 8, [&](std::size_t begin, std::size_t end) {
        std::vector<std::byte> buffer(kBlockBytes);
        for (std::size_t i = begin; i < end && readable; ++i) {
            const auto bytes = std::span(buffer).first(blocks[i].length);
            if (!mapping.read(bytes, blocks[i].offset)) readable = false;
            sums[i] = checksum(bytes);
        }
    });
    std::size_t first = 0;
    for (const FlatEntry& e : entries) {
        const std::size_t count = (e.length + kBlockBytes - 1) / kBlockBytes;
        if (checksum(std::as_bytes(std::span(sums).subspan(first, count))) != e.sum) return false;
        first += count;
    }
    return readable;
}

}  // namespace

std::vector<Section> readFlatFile(const std::filesystem::path& file) {
    const auto mapping = Mapping::of(file);
    if (!mapping) return {};
    const auto entries = readTable(*mapping);
    if (!entries || !isWhole(*mapping, *entries)) return {};
    std::vector<Section> sections;
    for (const FlatEntry& e : *entries) {
        sections.push_back({e.name.data(), e.itemBytes, {mapping->bytes().subspan(e.offset, e.length), mapping}});
    }
    return sections;
}

}  // namespace xiangtu::display
