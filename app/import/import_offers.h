// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/preview.h"
#include "model/snapshot.h"

#include <QString>
#include <QVariantList>

#include <optional>

namespace xiangtu::app {

// What a person can choose from when a file is brought in: [{ key, text }], and what is proposed.

/// Names charsetFromName() understands.
[[nodiscard]] QVariantList encodingOffers();
/// EPSG numbers: degrees, then the zones this county lies in and beside.
[[nodiscard]] QVariantList systemOffers(const model::Snapshot& file);
/// "level:NAME", "organisations", "register:ID".
[[nodiscard]] QVariantList goalOffers(const model::Snapshot& file);
/// What records are known again by; "" = all are new.
[[nodiscard]] QVariantList keyOffers(const exchange::Into& into, const model::Snapshot& file);

[[nodiscard]] QString goalKey(const exchange::Into& into);
[[nodiscard]] std::optional<exchange::Into> goalOf(const QString& key);

/// By codes of the length of one level, or by the names of the fields; nothing = they do not tell.
[[nodiscard]] std::optional<exchange::Into> proposedGoal(const exchange::Preview& preview, const model::Snapshot& file);

/// The way from the file's datum is not exact: parameters of the survey office would make it so.
[[nodiscard]] bool hasLocalDatum(const exchange::Preview& preview);

}  // namespace xiangtu::app
