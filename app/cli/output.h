// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/plan.h"
#include "indicators/tables.h"

#include <string>

namespace xiangtu::cli {

inline constexpr int kRefused = 3;

/// Reason, sentence and place on standard error; ends the command with exit code 3.
[[noreturn]] void refuse(const edit::Refusal& refusal);
/// $XIANGTU_AUTHOR or the account's name, so that a record made on the command line has an author.
[[nodiscard]] std::string accountName();

enum class TableForm { text, csv, json };
/// Prints a table on standard output; titles in Chinese, as the office reads them.
void print(const model::Snapshot& snapshot, const indicators::Table& table, TableForm form);

/// Columns under each other; Chinese characters count two places.
[[nodiscard]] std::string alignedText(const model::Snapshot& snapshot, const indicators::Table& table);

/// ISO day, today when the text is empty; anything else throws Error{usage}.
[[nodiscard]] base::Date dayOrToday(const std::string& text);
/// The unit of that code on any level; throws Error{usage} when there is none. Empty text = invalid ref.
[[nodiscard]] model::UnitRef unitOrNone(const model::Snapshot& snapshot, const std::string& code);

}  // namespace xiangtu::cli
