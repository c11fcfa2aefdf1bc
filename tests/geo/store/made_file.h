// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "store/store.h"
#include "support/coverage.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace xiangtu {

/// Creates a file with the made-up coverage, title 造县, marked as demonstration data.
std::unique_ptr<store::Store> createFilled(const std::filesystem::path& file);
std::unique_ptr<store::Store> createFilled(const std::filesystem::path& file, const support::CoverageOptions& options);

model::NewUnit newUnit(model::Level level, const std::string& code, const std::string& name);
/// `serves` empty = serves no unit.
model::NewPartyOrg newOrg(const std::string& name, model::PartyOrgKind kind, model::Level level = model::Level::village,
                          const std::string& serves = "");

/// The fault an action throws; nothing when it throws none. `text` receives the message.
std::optional<base::Fault> thrownBy(const std::function<void()>& action, std::string* text = nullptr);

/// A class of unit_class as the change set of one inserted row.
edit::ChangeSet classRow(std::int64_t id, std::int64_t unit, std::int64_t scheme, const std::string& classCode,
                         const std::string& day);

}  // namespace xiangtu
