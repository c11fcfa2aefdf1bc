// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/export_rows.h"
#include "model/expression.h"
#include "model/snapshot.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// For whom an export is. Public ones hold nothing sensitive, no persons, no photos and no counts below three.
enum class ExportProfile : std::uint8_t { internal, publicUse };

/// Whose sensitive values may be handed on. `none`: their columns are left out; else those of records for which `may`
/// says so (empty = of all), the others are empty.
struct ExportRights {
    bool sensitive = false;
    std::function<bool(model::UnitRef)> may;
};

/// Which rows and columns of a layer.
struct ExportSelection {
    model::UnitRef within;              ///< invalid = all
    model::Expression where;            ///< over the layer's fields; empty = all
    std::optional<std::size_t> scheme;  ///< units: looks and `classes` are of it; nothing = the first
    std::vector<std::string> classes;   ///< units: only of these classes of the scheme; empty = all
    std::vector<std::string> columns;   ///< keys, in this order; empty = the usual ones
    ExportProfile profile = ExportProfile::internal;
    ExportRights rights;
};

/// A layer made ready, and what was left out of it and why, in words.
struct ExportLayer {
    std::unique_ptr<RowSource> rows;
    std::vector<std::string> leftOut;
};

using Ground = std::shared_ptr<const model::Snapshot>;
/// Units of a level. Throws Error{usage} for a column or class there is none of.
[[nodiscard]] ExportLayer unitLayer(const Ground& snapshot, model::Level level, const ExportSelection& selection);
[[nodiscard]] ExportLayer organisationLayer(const Ground& snapshot, const ExportSelection& selection);
/// Records of a register; Throws Error{usage} for an unknown one.
[[nodiscard]] ExportLayer registerLayer(const Ground& snapshot, const std::string& registerId,
                                        const ExportSelection& selection);

/// What conditions over units and over organisations may name: their columns, as the fields of a register.
[[nodiscard]] model::RegisterDef unitFields(const model::Snapshot& snapshot);
[[nodiscard]] model::RegisterDef organisationFields();

// What the layers share.
[[nodiscard]] model::RegisterDef fieldsOf(const std::vector<ExportColumn>& columns);
/// Whether a condition over fieldsOf(columns) holds of cells in that order.
[[nodiscard]] bool holdsOf(const model::Expression& where, const model::RegisterDef& fields,
                           const std::vector<Cell>& cells, const model::Snapshot& snapshot, model::UnitRef unit);
/// "610621100 樟木镇"; empty for an invalid unit and for what lies above townships.
[[nodiscard]] std::string townshipOf(const model::Snapshot& snapshot, model::UnitRef unit);
[[nodiscard]] bool insideOf(const model::Snapshot& snapshot, model::UnitRef unit, model::UnitRef within);
void unitShape(const model::Snapshot& snapshot, model::UnitRef unit, FlatShape& into);
[[nodiscard]] RowSource::ShapeSize unitShapeSize(const model::Snapshot& snapshot, model::UnitRef unit);
[[nodiscard]] RowSource::Bounds unitBounds(const model::Snapshot& snapshot, model::UnitRef unit);
void geoShape(const geom::GeoShape& shape, FlatShape& into);
/// Positions of the wanted columns; those of no name throw Error{usage}.
[[nodiscard]] std::vector<std::size_t> chosenColumns(const std::vector<ExportColumn>& all,
                                                     const std::vector<std::string>& wanted,
                                                     const std::vector<std::size_t>& usual, const std::string& layer);

}  // namespace xiangtu::exchange
