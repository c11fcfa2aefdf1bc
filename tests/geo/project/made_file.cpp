// SPDX-License-Identifier: GPL-3.0-or-later
#include "made_file.h"

namespace xiangtu::project {

void makeFile(const std::filesystem::path& file, const support::CoverageOptions& options) {
    const auto made = store::create(file, XIANGTU_DATA_DIR);
    const auto bulk = made->beginBulk();
    support::fill(*bulk, options);
    bulk->commit();
}

void fillFile(const std::filesystem::path& file, const model::Snapshot& county) {
    const auto made = store::open(file, store::OpenMode::readWrite);
    const auto bulk = made->beginBulk();
    bulk->setTitle("画县", false);
    for (const model::Level level : model::kLevels) {
        const model::LevelTable& table = county.table(level);
        for (std::size_t row = 0; row < table.units.size(); ++row) {
            const model::Unit& unit = table.units[row];
            model::NewUnit fresh;
            fresh.level = level;
            fresh.code = unit.code;
            fresh.name = unit.name.empty() ? unit.code.text() : unit.name;
            if (unit.parent.valid()) fresh.parent = county.unit(unit.parent).code;
            fresh.from = base::Date::of(2024, 1, 1);
            fresh.shape = table.shapes.feature(row);
            bulk->add(fresh);
        }
    }
    bulk->commit();
}

Project openedToday(const std::filesystem::path& file, store::OpenMode mode) {
    Project project = Project::open(file, mode);
    project.load(base::Date::today(), {}, {});
    return project;
}

}  // namespace xiangtu::project
