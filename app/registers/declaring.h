// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"

#include <QString>

#include <string>
#include <vector>

namespace xiangtu::app {

// How what somebody types becomes a declaration of the catalogue.

/// A small-letter identifier made of a title (Chinese by its pinyin) that is not among `taken`.
[[nodiscard]] std::string identifierOf(const QString& title, const std::vector<std::string>& taken);

/// "good、fair、poor" or one a line; "好/good" gives both languages. Names that were there keep their
/// codes and symbols.
[[nodiscard]] std::vector<model::Choice> choicesOf(const QString& text, const std::vector<model::Choice>& before);
[[nodiscard]] QString choicesText(const std::vector<model::Choice>& choices);

/// The catalogue with this register put in, or in the place of the one of its id. Throws
/// Error{Fault::format} where the declaration cannot stand.
[[nodiscard]] model::Catalogue withRegister(model::Catalogue catalogue, const model::RegisterDef& def);
/// … and with what a new register gets on the board: how many records, the area of polygons, and a report
/// of its records.
[[nodiscard]] model::Catalogue withFigures(model::Catalogue catalogue, const model::RegisterDef& def);

}  // namespace xiangtu::app
