// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_work.h"
#include "app/project/project_object.h"

#include <QString>

namespace xiangtu::app {

/// An export of the open file, for a worker; null members while it is not loaded. Sensitive values go out where the
/// recipe wants them and who is signed in may see them as a table.
[[nodiscard]] ExportWork windowWork(const ProjectObject& project, const QString& styleDir,
                                    const exchange::ExportRecipe& recipe);
/// The same on the day the recipe asks for, which is read from the file; for workers.
[[nodiscard]] ExportWork onItsDay(ExportWork work, const exchange::ExportRecipe& recipe);

}  // namespace xiangtu::app
