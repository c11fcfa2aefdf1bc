// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"
#include "store/store.h"

#include <optional>
#include <vector>

namespace xiangtu::store::spatialite {

/// By name. Throws Error{damaged} naming table and row.
[[nodiscard]] std::vector<model::Account> readAccounts(const Database& database);
[[nodiscard]] std::optional<Pin> readPin(const Database& database, model::AccountId account);
/// Inside the caller's transaction; tries begin anew.
void writePin(const Database& database, std::int64_t account, const std::string& hash);

/// Every account must be as the log's lines about accounts leave it, with the PIN whose mark stands there. What is
/// not is put into `check` under the newest of these lines.
void checkAccounts(const Database& database, ChainCheck& check);

}  // namespace xiangtu::store::spatialite
