// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/parallel.h"
#include "display/checksum.h"
#include "display/flat_file.h"
#include "display/flat_layout.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <utility>

namespace xiangtu::display {

namespace {

/// Checks the table, and the sections on all cores. Their bytes are read, not looked at through the mapping: a mapped
/// page would count as this program's memory although nobody needs it yet.
bool isWhole(const MappedFile& mapping, const std::vector<FlatEntry>& entries) {
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
    FlatHead head;
    std::memcpy(&head, mapping.bytes().data(), sizeof head);
    if (checksum(std::as_bytes(std::span(entries)), head.fileBytes) != head.tableSum) return false;
    std::size_t first = 0;
    for (const FlatEntry& e : entries) {
        const std::size_t count = (e.length + kBlockBytes - 1) / kBlockBytes;
        if (checksum(std::as_bytes(std::span(sums).subspan(first, count))) != e.sum) return false;
        first += count;
    }
    return readable;
}

}  // namespace

std::optional<std::vector<FlatEntry>> entriesOf(std::span<const std::byte> bytes) {
    if (bytes.size() < sizeof(FlatHead)) return std::nullopt;
    FlatHead head;
    std::memcpy(&head, bytes.data(), sizeof head);
    if (head.magic != kMagic || head.byteOrder != kByteOrder || head.version != kVersion) return std::nullopt;
    if (head.fileBytes != bytes.size() || head.sections > kMaxSections) return std::nullopt;
    const std::size_t tableBytes = head.sections * sizeof(FlatEntry);
    if (bytes.size() - sizeof head < tableBytes) return std::nullopt;
    std::vector<FlatEntry> entries(head.sections);
    if (tableBytes > 0) std::memcpy(entries.data(), bytes.data() + sizeof head, tableBytes);
    for (const FlatEntry& e : entries) {
        const bool inside = e.offset <= bytes.size() && e.length <= bytes.size() - e.offset;
        if (!inside || e.offset % kAlignment != 0 || e.name.back() != 0) return std::nullopt;
    }
    return entries;
}

std::vector<Section> sectionsOf(std::span<const FlatEntry> entries, std::span<const std::byte> bytes,
                                const std::shared_ptr<const void>& owner) {
    std::vector<Section> sections;
    for (const FlatEntry& e : entries) {
        sections.push_back({e.name.data(), e.itemBytes, {bytes.subspan(e.offset, e.length), owner}});
    }
    return sections;
}

FlatFile readFlatFile(const std::filesystem::path& file) {
    auto mapping = MappedFile::of(file);
    if (!mapping) return {};
    const auto entries = entriesOf(mapping->bytes());
    if (!entries || !isWhole(*mapping, *entries)) return {};
    auto sections = sectionsOf(*entries, mapping->bytes(), mapping);
    return {std::move(sections), std::move(mapping)};
}

}  // namespace xiangtu::display
