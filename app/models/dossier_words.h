// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/dossier.h"
#include "store/store.h"

#include <QVariantList>

namespace xiangtu::app {

// A dossier in words, as lists of maps for QML. All texts are in the language of the interface.

/// { code, name, level, current }, county first.
[[nodiscard]] QVariantList crumbList(const model::Snapshot& snapshot, const Dossier& dossier);
/// { code, unit, level, org, kind, hole }, smallest unit first.
[[nodiscard]] QVariantList servingList(const model::Snapshot& snapshot, const Dossier& dossier);
/// { title, units, served, share (0 … 1), text, full }, per level below.
[[nodiscard]] QVariantList coverageList(const Dossier& dossier);
/// { name, colour, share, text }, in the scheme's order, units without a class last.
[[nodiscard]] QVariantList shareList(const model::Snapshot& snapshot, const Dossier& dossier, std::size_t scheme);
/// { title, count, sum, lines: [text] }, per register; sum is empty where nothing adds up.
[[nodiscard]] QVariantList lyingList(const model::Snapshot& snapshot, const Dossier& dossier);
/// { index, code, name, meaning, colour, current } of a scheme.
[[nodiscard]] QVariantList classList(const model::Snapshot& snapshot, std::size_t scheme, std::uint8_t current);
/// { name, colour, since, reason, author, cleared, photo } of one scheme, newest first.
[[nodiscard]] QVariantList historyList(const model::Scheme& scheme, const std::vector<store::ClassRecord>& records);

}  // namespace xiangtu::app
