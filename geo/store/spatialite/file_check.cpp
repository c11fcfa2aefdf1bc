// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/spatialite/file_check.h"

#include "store/spatialite/migrate.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>

namespace xiangtu::store::spatialite {

namespace {

namespace fs = std::filesystem;
using base::Error;
using base::Fault;

bool may(const fs::path& path, int how) { return ::faccessat(AT_FDCWD, path.c_str(), how, AT_EACCESS) == 0; }

/// Unfinished business of an earlier run lies beside the file: its head may not tell the truth yet.
bool hasSidecar(const fs::path& file) {
    for (const char* suffix : {"-wal", "-journal"}) {
        std::error_code failed;
        const auto size = fs::file_size(fs::path(file.string() + suffix), failed);
        if (!failed && size > 0) return true;
    }
    return false;
}

std::uint32_t bigEndian(const unsigned char* bytes) {
    return std::uint32_t(bytes[0]) << 24 | std::uint32_t(bytes[1]) << 16 | std::uint32_t(bytes[2]) << 8 | bytes[3];
}

fs::path folderOf(const fs::path& file) { return fs::absolute(file).parent_path(); }

}  // namespace

void checkFromOutside(const fs::path& file) {
    const std::string name = file.string();
    std::error_code failed;
    const auto status = fs::status(file, failed);
    if (status.type() == fs::file_type::not_found) throw Error(Fault::io, name + ": there is no such file");
    if (failed) throw Error(Fault::noPermission, name + ": " + failed.message());
    if (!fs::is_regular_file(status)) throw Error(Fault::io, name + ": is not a file");
    if (!may(file, R_OK)) throw Error(Fault::noPermission, name + ": may not be read");

    // File head as in "Database File Format", https://www.sqlite.org/fileformat.html#the_database_header
    std::array<unsigned char, 100> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(reinterpret_cast<char*>(head.data()), head.size());
    const auto got = std::size_t(in.gcount());
    if (got == 0) throw Error(Fault::notADatabase, name + ": is empty");
    static constexpr char kMagic[] = "SQLite format 3";
    if (got < sizeof kMagic || std::memcmp(head.data(), kMagic, sizeof kMagic) != 0) {
        throw Error(Fault::notADatabase, name + ": is not an SQLite database");
    }
    if (got < head.size()) throw Error(Fault::damaged, name + ": is cut short after " + std::to_string(got) + " bytes");
    if (hasSidecar(file)) return;
    const std::uint32_t pageSizeField = std::uint32_t(head[16]) << 8 | head[17];
    const std::uint64_t pageSize = pageSizeField == 1 ? 65536 : pageSizeField;
    const bool countIsCurrent = bigEndian(&head[24]) == bigEndian(&head[92]);
    const std::uint64_t expected = pageSize * bigEndian(&head[28]);
    const auto size = fs::file_size(file);
    if (countIsCurrent && size < expected) {
        throw Error(Fault::damaged,
                    name + ": is cut short: " + std::to_string(size) + " of " + std::to_string(expected) + " bytes");
    }
}

Access accessFor(const fs::path& file, OpenMode mode) {
    const bool folderWritable = may(folderOf(file), W_OK | X_OK);
    if (folderWritable && may(file, W_OK)) return mode == OpenMode::readWrite ? Access::readWrite : Access::query;
    // Even reading in WAL mode makes a lock file; where none can be made and nothing is pending, the
    // file cannot change under us either.
    return folderWritable || hasSidecar(file) ? Access::readOnly : Access::immutable;
}

void checkFromInside(const Database& database) {
    const std::string& name = database.name();
    const auto application = database.integer("PRAGMA application_id");
    const auto version = database.integer("PRAGMA user_version");
    if (application != kApplicationId)
        throw Error(Fault::foreignFile, name + ": is a database, but not one of Xiangtu's");
    if (version > newestVersion()) {
        throw Error(Fault::newerVersion, name + ": was made by a newer Xiangtu (schema " + std::to_string(version) +
                                             "; this program knows up to " + std::to_string(newestVersion()) + ")");
    }
    if (version < 1) throw Error(Fault::damaged, name + ": has no schema version");
    const auto tables = database.integer(
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('meta', 'unit', 'idx_unit_geom', "
        "'party_org', 'scheme', 'scheme_class', 'unit_class', 'change_log', 'register', 'geometry_columns')");
    if (tables != 10) throw Error(Fault::damaged, name + ": tables are missing");
}

}  // namespace xiangtu::store::spatialite
