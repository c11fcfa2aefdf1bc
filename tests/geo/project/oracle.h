// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct sqlite3;

namespace xiangtu::project {

/// A second opinion on a file: none of the program's own code, only SQL over the tables with SpatiaLite's
/// functions, whose geometry is GEOS. Units are those of today (valid_to IS NULL).
class Oracle {
public:
    explicit Oracle(const std::filesystem::path& file);
    ~Oracle();
    Oracle(const Oracle&) = delete;
    Oracle& operator=(const Oracle&) = delete;

    /// What is wrong with the file, one sentence each; empty when nothing is: polygons valid, no two of a level
    /// with common land, each inside its parent, areas adding up to the lattice unit, every level together the
    /// county, codes unique and beginning with the parent's, past without gap or overlap, lineage complete, what
    /// stands on units standing on ones that are there, records with a place in the unit they lie in, spatial
    /// indexes as the tables.
    [[nodiscard]] std::vector<std::string> faults() const;
    /// Every row of every table byte by byte, but of the log and of what SQLite and SpatiaLite keep for themselves.
    [[nodiscard]] std::string dump() const;

private:
    [[nodiscard]] std::vector<std::string> rows(const std::string& sql) const;

    void* m_cache = nullptr;
    sqlite3* m_file = nullptr;
};

/// All of them under each other, for a message.
[[nodiscard]] std::string faultsOf(const std::filesystem::path& file);
[[nodiscard]] std::string dumpOf(const std::filesystem::path& file);

}  // namespace xiangtu::project
