// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/change_set.h"
#include "model/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::edit {

/// Title of the line of the change log that says what an office declares differently.
inline constexpr std::string_view kCatalogueTitle = "set_catalogue";
/// Table name of its changes, which no table has: the line tells what happened, and is never taken back.
inline constexpr std::string_view kDeclaredTable = "declared";

/// One thing that is declared differently than before.
struct Declared {
    enum class What { registerTable, field, lifecycle, indicator, rule, report, group, query, mechanism };
    enum class How {
        added,
        changed,
        renamed,      ///< another title, or a field's column another name
        retired,      ///< fields: kept with its data, no longer asked for
        broughtBack,  ///< fields: asked for again
        removed
    };
    What what = What::registerTable;
    How how = How::added;
    std::string id;  ///< of a field the name of its column
    model::Titles title;
    std::string registerId;  ///< fields only
    model::Titles registerTitle;
    std::string wasId;  ///< renamed only, and the title
    model::Titles wasTitle;
    bool operator==(const Declared&) const = default;
};

/// Everything that is different, registers with their fields first. Both are catalogues as a file keeps them: fields
/// are retired there, registers stay.
[[nodiscard]] std::vector<Declared> declaredAnew(const model::Catalogue& before, const model::Catalogue& after);

/// Writes the list into the change set, so that its line of the log keeps it.
void addDeclared(ChangeSet& set, const std::vector<Declared>& declared);
/// The list a line of the log keeps; empty when it keeps none.
[[nodiscard]] std::vector<Declared> declaredOf(const ChangeSet& set);

/// English words for the command line: `field shop.seats "座位" retired`.
[[nodiscard]] std::string inWords(const Declared& declared);

}  // namespace xiangtu::edit
