// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/data_dir.h"

#include "base/error.h"

#include <cstdlib>

namespace xiangtu::cli {

std::filesystem::path dataDir() {
    namespace fs = std::filesystem;
    if (const char* set = std::getenv("XIANGTU_DATA")) return set;
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed);
    const fs::path dir = program.parent_path().parent_path() / "share" / "xiangtu";
    if (failed || !fs::is_directory(dir / "styles")) {
        throw base::Error(base::Fault::io, dir.string() + ": the program's data folder is missing (set XIANGTU_DATA)");
    }
    return dir;
}

}  // namespace xiangtu::cli
