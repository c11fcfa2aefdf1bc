// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace xiangtu::base {

/// What kind of fault stopped the work. Closed, so that the client can show a state for each.
enum class Fault {
    io,            ///< a file could not be read or written
    noPermission,  ///< the operating system refused access
    diskFull,      ///< no room left while writing
    notADatabase,  ///< the file is not an SQLite database
    foreignFile,   ///< a database, but not one of Xiangtu's
    damaged,       ///< a Xiangtu file whose content is broken
    newerVersion,  ///< a Xiangtu file of a schema this program does not know
    busy,          ///< another program holds the file
    sql,           ///< a statement failed for another reason
    format,        ///< text or bytes that do not follow their format
    geometry,      ///< a geometry operation gave no usable result
    crs,           ///< a coordinate system is unknown or a transformation failed
    cancelled,     ///< the user stopped the job
    usage,         ///< the caller asked for something that does not exist
};

/// Short stable name of a fault, for JSON output and tests ("io", "diskFull", …).
[[nodiscard]] std::string_view faultName(Fault fault);

/// A fault of the outside world. Thrown where it happens, given context on the way up, caught once
/// per job. Refusals of an edit and dirty input rows are values, never this.
class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& what);

    [[nodiscard]] Fault fault() const noexcept { return m_fault; }
    [[nodiscard]] const char* what() const noexcept override { return m_text.c_str(); }

    /// Puts "context: " in front of the message; outermost context first.
    void addContext(std::string_view context);

private:
    Fault m_fault;
    std::string m_text;
};

}  // namespace xiangtu::base
