// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_recipe.h"
#include "exchange/export_rows.h"
#include "model/snapshot.h"

#include <QVariantList>

#include <optional>
#include <string>

namespace xiangtu::app {

// What there is to choose from for an export, as [{ key, text }] in the language of the interface.

/// "level:grid", "organisations", "register:ID", and "question:N" for the Nth of `questions`: [{ name, question }].
[[nodiscard]] QVariantList layerChoices(const model::Snapshot& snapshot, const QVariantList& questions);
/// The whole county "", its townships by code, and `also` where that is another unit.
[[nodiscard]] QVariantList placeChoices(const model::Snapshot& snapshot, const std::string& also);
[[nodiscard]] QVariantList schemeChoices(const model::Snapshot& snapshot);
/// [{ key, text, colour, checked }]; units without a class are "none".
[[nodiscard]] QVariantList classChoices(const model::Snapshot& snapshot, const exchange::ExportRecipe& recipe);
/// [{ key, text, note }], in the order in which offices use them.
[[nodiscard]] QVariantList formatChoices();
/// [{ key, title }]; empty where the format knows one only.
[[nodiscard]] QVariantList encodingChoices(exchange::ExportFormat format);
/// [{ key, title }]
[[nodiscard]] QVariantList namingChoices(exchange::ExportFormat format);
/// Systems a format takes, the usual one first, zones by the place of the data; `asked` is among them.
[[nodiscard]] QVariantList systemChoices(exchange::ExportFormat format, const std::string& asked,
                                         const exchange::RowSource::Bounds& bounds);
/// Where the data of a recipe about lie: its place, else the county; degrees.
[[nodiscard]] exchange::RowSource::Bounds boundsOf(const model::Snapshot& snapshot, const std::string& within);

}  // namespace xiangtu::app
