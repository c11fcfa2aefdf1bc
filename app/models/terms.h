// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/party.h"
#include "model/scheme.h"
#include "model/unit.h"

#include <QString>

namespace xiangtu::app {

// What the core's names are called in the language of the interface.

/// The text of the data in the interface's language; the other one where it is missing. Which
/// language that is, the installed translation itself says.
[[nodiscard]] QString titleOf(const model::Titles& titles);
[[nodiscard]] QString levelTitle(model::Level level);
[[nodiscard]] QString unitKindTitle(model::UnitKind kind);
[[nodiscard]] QString partyOrgKindTitle(model::PartyOrgKind kind);
/// The kind of organisation that is expected to serve a unit of that level.
[[nodiscard]] QString expectedOrgTitle(model::Level level);

[[nodiscard]] inline QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

}  // namespace xiangtu::app
