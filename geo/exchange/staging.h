// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exchange/coordinate_system.h"

#include <filesystem>
#include <string>
#include <vector>

namespace xiangtu::exchange {

/// A folder that vanishes with its owner.
class ScratchFolder {
public:
    ScratchFolder() = default;  ///< none yet
    ~ScratchFolder();
    ScratchFolder(ScratchFolder&& other) noexcept;
    ScratchFolder& operator=(ScratchFolder&& other) noexcept;

    /// Makes it on first call. Throws Error{Fault::io}.
    const std::filesystem::path& path();

private:
    std::filesystem::path m_path;
};

/// A source made ready to be opened by GDAL. The source folder itself is never written to.
struct StagedSource {
    std::string name;                ///< what GDAL is to open
    std::string cpg;                 ///< text of a .cpg beside a shapefile
    int languageByte = 0;            ///< of a .dbf
    bool restoreIndex = false;       ///< the .shx is missing and to be rebuilt (in the scratch folder)
    std::vector<std::string> notes;  ///< what was done, in English sentences
    ScratchFolder scratch;
};

/// Finds the files that belong together without regard to the case of their names, looks into .zip
/// files (one data set inside, or the one named `layer`), and puts shapefiles without .shx or with
/// oddly named companions into a scratch folder. Refused: nothing there, nothing usable in a .zip.
[[nodiscard]] base::Result<StagedSource, Refusal> stage(const std::filesystem::path& source, const std::string& layer);

}  // namespace xiangtu::exchange
