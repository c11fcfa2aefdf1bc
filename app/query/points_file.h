// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/point_table.h"
#include "query/question.h"

#include <QString>

#include <string>

namespace xiangtu::app {

// Tables of points as people keep them: a question of the window and the command line names the file and not its text.

/// A table as text.
struct PointsFile {
    std::string text;     ///< UTF-8
    std::string charset;  ///< it was written in
    query::PointColumns columns;
};

/// Reads a table; `asked` names its encoding ("GBK", "UTF-8", …), empty = found out from the bytes. Not more than
/// `atMost` bytes, cut at the end of a line. Throws Error{io} and Error{usage}.
[[nodiscard]] PointsFile readPointsFile(const QString& path, const std::string& asked = {},
                                        std::size_t atMost = std::size_t(1) << 31);

/// What a question of the window says besides those of the core.
inline constexpr const char* kEncoding = "encoding";

/// The question with the text of the file in the place of its name, as the core is asked it. Where no column is named
/// that holds a place, Error{usage} says so. A question without a table stays as it is.
[[nodiscard]] query::Question withPoints(query::Question question);

}  // namespace xiangtu::app
