// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/project/project_object.h"
#include "indicators/due.h"
#include "indicators/tables.h"
#include "model/snapshot.h"

#include <QString>
#include <QStringList>

namespace xiangtu::app {

// What registers, records and their rules are called in the language of the interface.

/// The language of the interface as the core's tables know it.
[[nodiscard]] indicators::Language dataLanguage();
[[nodiscard]] QString cellText(const model::Snapshot& snapshot, const model::FieldDef& field,
                               const model::Value& value);
/// What stands for a sensitive value nobody has asked for.
[[nodiscard]] QString coveredText();
/// What a record is called: its label, else its number.
[[nodiscard]] QString recordTitle(const model::Snapshot& snapshot, const model::RegisterDef& def,
                                  const model::Record& record);
/// The code of the unit, "" for none.
[[nodiscard]] QString unitCode(const model::Snapshot& snapshot, model::UnitRef unit);
[[nodiscard]] QString unitName(const model::Snapshot& snapshot, model::UnitRef unit);
/// "3 days overdue", "2 days left", "" without a clock.
[[nodiscard]] QString dueText(const indicators::Matter& matter, base::Date due);
[[nodiscard]] QString daysText(std::int32_t daysLeft);
[[nodiscard]] QString urgencyName(indicators::Urgency urgency);
[[nodiscard]] QString anchorTitle(model::Anchor anchor);
[[nodiscard]] QString fieldTypeTitle(model::FieldType type);
[[nodiscard]] QString rolesText(const std::vector<model::Role>& roles);

/// model::reasonAgainst in the language of the interface. What it does not know stays English.
[[nodiscard]] QString fieldReason(const std::string& reason);
/// What stands in the way of text that cannot be read as the field's type.
[[nodiscard]] QString unreadableReason(model::FieldType type);
/// A refusal as a sentence for the person in front of the form.
[[nodiscard]] QString refusalText(const edit::Refusal& refusal);
/// What became of an edit, "" when it is saved.
[[nodiscard]] QString answerText(const ProjectObject::Answer& answer);

/// A number without needless zeros, grouped: 1234.5 -> "1,234.5".
[[nodiscard]] QString plainNumber(double value, int decimals);

/// Pinyin and initials of a text after the text itself, folded for search: "樟木" -> "樟木 zhangmu zm".
[[nodiscard]] QString searchText(const QString& text);
/// Whether a folded query is found in a searchText().
[[nodiscard]] QString foldQuery(const QString& query);

}  // namespace xiangtu::app
