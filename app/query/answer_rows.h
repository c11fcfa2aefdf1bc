// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_rows.h"
#include "model/snapshot.h"
#include "query/answer.h"

#include <memory>
#include <string>

namespace xiangtu::app {

/// The answer of a question as rows to export: its own shapes, else the land of its records or units. Sensitive
/// columns are left out.
[[nodiscard]] std::unique_ptr<exchange::RowSource> answerRows(std::shared_ptr<const model::Snapshot> snapshot,
                                                              query::Answer answer, const std::string& key);

}  // namespace xiangtu::app
