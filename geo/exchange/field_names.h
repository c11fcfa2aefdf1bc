// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_options.h"
#include "exchange/export_rows.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// Names of columns in a file, one per column, no two alike whatever the case, none longer than `mostBytes` and none
/// empty. For FieldNaming::key and pinyin they are ASCII letters, digits and _, beginning with a letter. What would be
/// the same twice gets _2, _3 …, so that 行政区代码 and 行政区名称 stay apart.
[[nodiscard]] std::vector<std::string> fieldNames(std::span<const ExportColumn> columns, FieldNaming naming,
                                                  std::size_t mostBytes);

/// The longest field name a format holds, in bytes.
[[nodiscard]] std::size_t mostNameBytes(ExportFormat format) noexcept;

/// First letters of the pinyin of a Chinese title, capitals; ASCII letters and digits stay: "户数2023" → "HS2023".
[[nodiscard]] std::string pinyinInitials(std::string_view title);

}  // namespace xiangtu::exchange
