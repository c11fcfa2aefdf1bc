// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/window_work.h"

#include "store/store.h"

namespace xiangtu::app {

ExportWork windowWork(const ProjectObject& project, const QString& styleDir, const exchange::ExportRecipe& recipe) {
    const std::filesystem::path file = project.file().toStdString();
    const project::State& state = project.state();
    ExportWork work{
        state.complete ? state.snapshot : nullptr,
        [file](base::Date day) {
            return std::make_shared<const model::Snapshot>(store::open(file, store::OpenMode::readOnly)->load(day, {}));
        },
        file,
        styleDir.toStdString(),
        {}};
    work.rights.sensitive = recipe.sensitive && project.mayUncover(QString::fromStdString(recipe.registerId), 0);
    return work;
}

ExportWork onItsDay(ExportWork work, const exchange::ExportRecipe& recipe) {
    const auto day = base::Date::parse(recipe.date);
    if (day && *day != work.snapshot->day) work.snapshot = work.dayOf(*day);
    return work;
}

}  // namespace xiangtu::app
