// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/proposal.h"
#include "edit/plan.h"

#include <QString>
#include <QVariantList>

namespace xiangtu::app {

// An edit of borders in the language of the interface.

/// Whether the unit differs in more than points on a border that runs as before.
[[nodiscard]] bool changesMuch(const borders::UnitChange& change);
/// The units that change much, largest level first: { code, name, level, what, fresh,
/// before, after, change, grows, shrinks }.
[[nodiscard]] QVariantList touchedList(const model::Snapshot& snapshot, const borders::Proposal& proposal);
/// Why it cannot be done, with the units it is about.
[[nodiscard]] QString refusalWords(const model::Snapshot& snapshot, const borders::Refusal& refusal);
/// Why a proposal was not saved although the borders allow it.
[[nodiscard]] QString notSavedWords(const edit::Refusal& refusal);
/// What the refusal offers to do instead; empty when nothing.
[[nodiscard]] QString offerWords(const borders::Refusal& refusal, const borders::Request& asked);

}  // namespace xiangtu::app
