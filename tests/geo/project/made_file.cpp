// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"

namespace xiangtu::project {

void makeFile(const std::filesystem::path& file, const support::CoverageOptions& options) {
    const auto made = store::create(file, XIANGTU_DATA_DIR);
    const auto bulk = made->beginBulk();
    support::fill(*bulk, options);
    bulk->commit();
}

Project openedToday(const std::filesystem::path& file, store::OpenMode mode) {
    Project project = Project::open(file, mode);
    project.load(base::Date::today(), {}, {});
    return project;
}

}  // namespace xiangtu::project
