// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A polygon shapefile written byte by byte, so that a test decides about every byte of its texts.
struct MadeShapefile {
    struct Field {
        std::string name;  ///< bytes, at most 10
        int width = 40;
    };
    struct Row {
        std::vector<std::string> texts;     ///< bytes
        std::optional<geom::GeoRing> ring;  ///< none = null shape
    };
    std::vector<Field> fields;
    std::vector<Row> rows;
    int languageByte = 0;
    std::optional<std::string> cpg, prj;

    /// Writes stem.shp, stem.shx, stem.dbf and what else is set into `folder`; returns the .shp.
    std::filesystem::path write(const std::filesystem::path& folder, const std::string& stem) const;
};

}  // namespace xiangtu::exchange
