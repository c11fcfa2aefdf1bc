// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/spatialite/database.h"

#include <filesystem>

namespace xiangtu::store::spatialite {

/// Fills `layer_styles`, where QGIS looks for the default style of a layer: outlines for the view of
/// every level, and for v_grid_class the colours of the file's first scheme, all as the light sheet of
/// dataDir/styles has them. Throws as style::load.
void insertLayerStyles(Database& database, const std::filesystem::path& dataDir);

}  // namespace xiangtu::store::spatialite
