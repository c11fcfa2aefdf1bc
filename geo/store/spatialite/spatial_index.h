// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/spatialite/geometry_blob.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace xiangtu::store::spatialite {

/// Writes the R*Tree of a geometry column packed and at once, instead of row by row through triggers
/// (which is most of the time of an import). Packing: Leutenegger, Lopez, Edgington, "STR: a simple
/// and efficient algorithm for R-tree packing" (1997), on every level of the tree. The shadow tables
/// follow "The SQLite R*Tree Module", https://www.sqlite.org/rtree.html, chapter "Roadmap"; node
/// format as in ext/rtree/rtree.c.
class SpatialIndexWriter {
public:
    void add(std::int64_t id, const DegreeBox& box);
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }

    /// Brings the added rows into the index of `table`.geom: into the tree that is there when they are
    /// few beside it, else by writing the whole tree anew. Empties this writer.
    void writeTo(Database& database, const std::string& table);

private:
    struct Entry {
        std::int64_t id = 0;         ///< row id in a leaf, node number above
        std::array<float, 4> box{};  ///< min x, max x, min y, max y, rounded outwards
    };
    void insertSingly(Database& database, const std::string& index);
    void writePacked(Database& database, const std::string& index);
    static void tile(std::vector<Entry>& entries, std::size_t capacity);

    std::vector<Entry> m_entries;
};

}  // namespace xiangtu::store::spatialite
