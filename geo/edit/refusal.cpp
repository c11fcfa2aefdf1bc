// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/plan.h"

namespace xiangtu::edit {

std::string_view refusalName(RefusalReason reason) noexcept {
    switch (reason) {
    case RefusalReason::unknownUnit: return "unknownUnit";
    case RefusalReason::unknownScheme: return "unknownScheme";
    case RefusalReason::unknownClass: return "unknownClass";
    case RefusalReason::badDate: return "badDate";
    case RefusalReason::reasonMissing: return "reasonMissing";
    case RefusalReason::nothingToDo: return "nothingToDo";
    case RefusalReason::nothingToUndo: return "nothingToUndo";
    case RefusalReason::readOnly: return "readOnly";
    case RefusalReason::changedSince: return "changedSince";
    }
    return "unknown";
}

}  // namespace xiangtu::edit
