// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/spatial_index.h"

#include "store/spatialite/statement.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace xiangtu::store::spatialite {

namespace {

constexpr std::size_t kCellBytes = 8 + 4 * 4;
constexpr std::size_t kHeadBytes = 4;
constexpr float kInfinity = std::numeric_limits<float>::infinity();

float roundDown(double value) noexcept {
    const auto narrow = float(value);
    return narrow > value ? std::nextafter(narrow, -kInfinity) : narrow;
}

float roundUp(double value) noexcept {
    const auto narrow = float(value);
    return narrow < value ? std::nextafter(narrow, kInfinity) : narrow;
}

void put16(std::byte* at, std::size_t value) noexcept {
    at[0] = std::byte(value >> 8);
    at[1] = std::byte(value & 255);
}

void putCell(std::byte* at, std::int64_t id, const std::array<float, 4>& box) noexcept {
    const std::uint64_t bigId = __builtin_bswap64(std::uint64_t(id));
    std::memcpy(at, &bigId, 8);
    for (std::size_t i = 0; i < 4; ++i) {
        const std::uint32_t big = __builtin_bswap32(std::bit_cast<std::uint32_t>(box[i]));
        std::memcpy(at + 8 + 4 * i, &big, 4);
    }
}

}  // namespace

void SpatialIndexWriter::add(std::int64_t id, const DegreeBox& box) {
    m_entries.push_back({id, {roundDown(box.minX), roundUp(box.maxX), roundDown(box.minY), roundUp(box.maxY)}});
}

void SpatialIndexWriter::writeTo(Database& database, const std::string& table) {
    if (m_entries.empty()) return;
    const std::string index = "idx_" + table + "_geom";
    const auto present = std::size_t(database.integer("SELECT count(*) FROM " + quotedName(index + "_rowid")));
    if (m_entries.size() < present / 4)
        insertSingly(database, index);
    else
        writePacked(database, index);
    m_entries.clear();
}

void SpatialIndexWriter::insertSingly(Database& database, const std::string& index) {
    Statement insert(database, "INSERT INTO " + quotedName(index) + " VALUES (?, ?, ?, ?, ?)");
    for (const Entry& e : m_entries) {
        insert.run(e.id, double(e.box[0]), double(e.box[1]), double(e.box[2]), double(e.box[3]));
    }
}

/// Orders entries so that every run of `capacity` is a compact node: slices by x, each by y.
void SpatialIndexWriter::tile(std::vector<Entry>& entries, std::size_t capacity) {
    const std::size_t nodes = (entries.size() + capacity - 1) / capacity;
    const auto slices = std::size_t(std::ceil(std::sqrt(double(nodes))));
    const std::size_t sliceSize = (nodes + slices - 1) / slices * capacity;
    std::ranges::sort(entries, {}, [](const Entry& e) { return double(e.box[0]) + e.box[1]; });
    for (std::size_t from = 0; from < entries.size(); from += sliceSize) {
        const std::size_t to = std::min(from + sliceSize, entries.size());
        std::ranges::sort(entries.begin() + std::ptrdiff_t(from), entries.begin() + std::ptrdiff_t(to), {},
                          [](const Entry& e) { return double(e.box[2]) + e.box[3]; });
    }
}

void SpatialIndexWriter::writePacked(Database& database, const std::string& index) {
    {
        Statement select(database, "SELECT pkid, xmin, xmax, ymin, ymax FROM " + quotedName(index));
        Query row(select);
        while (row.next()) {
            m_entries.push_back(
                {row.integer(0),
                 {float(row.number(1)), float(row.number(2)), float(row.number(3)), float(row.number(4))}});
        }
    }
    const auto nodeBytes =
        std::size_t(database.integer("SELECT length(data) FROM " + quotedName(index + "_node") + " WHERE nodeno = 1"));
    if (nodeBytes < kHeadBytes + 2 * kCellBytes) {
        throw base::Error(base::Fault::damaged, database.name() + ": table " + index + "_node: the root is broken");
    }
    // A little room in every node, so that the first single edits do not split them all.
    const std::size_t full = (nodeBytes - kHeadBytes) / kCellBytes;
    const std::size_t capacity = std::max<std::size_t>(2, full - full / 12);

    for (const char* shadow : {"_node", "_parent", "_rowid"}) {
        database.execute("DELETE FROM " + quotedName(index + shadow), "writing the spatial index");
    }
    Statement putNode(database, "INSERT INTO " + quotedName(index + "_node") + " VALUES (?, ?)");
    Statement putParent(database, "INSERT INTO " + quotedName(index + "_parent") + " VALUES (?, ?)");
    std::vector<std::pair<std::int64_t, std::int64_t>> leafOf;  // row id, node
    leafOf.reserve(m_entries.size());

    std::vector<std::byte> node(nodeBytes);
    std::int64_t nextNode = 2;  // 1 is the root
    for (std::size_t depth = 0;; ++depth) {
        const bool root = m_entries.size() <= capacity;
        tile(m_entries, capacity);
        std::vector<Entry> above;
        for (std::size_t from = 0; from < m_entries.size(); from += capacity) {
            const std::size_t count = std::min(capacity, m_entries.size() - from);
            const std::int64_t number = root ? 1 : nextNode++;
            std::ranges::fill(node, std::byte{});
            if (root) put16(node.data(), depth);
            put16(node.data() + 2, count);
            Entry outer{number, {kInfinity, -kInfinity, kInfinity, -kInfinity}};
            for (std::size_t i = 0; i < count; ++i) {
                const Entry& e = m_entries[from + i];
                putCell(node.data() + kHeadBytes + i * kCellBytes, e.id, e.box);
                outer.box = {std::min(outer.box[0], e.box[0]), std::max(outer.box[1], e.box[1]),
                             std::min(outer.box[2], e.box[2]), std::max(outer.box[3], e.box[3])};
                if (depth == 0)
                    leafOf.emplace_back(e.id, number);
                else
                    putParent.run(e.id, number);
            }
            putNode.run(number, Blob(node));
            above.push_back(outer);
        }
        if (root) break;
        m_entries = std::move(above);
    }

    std::ranges::sort(leafOf);
    Statement putRow(database, "INSERT INTO " + quotedName(index + "_rowid") + " VALUES (?, ?)");
    for (const auto& [id, number] : leafOf) putRow.run(id, number);
}

}  // namespace xiangtu::store::spatialite
