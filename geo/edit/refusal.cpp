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
    case RefusalReason::unknownRegister: return "unknownRegister";
    case RefusalReason::unknownRecord: return "unknownRecord";
    case RefusalReason::unknownField: return "unknownField";
    case RefusalReason::badValue: return "badValue";
    case RefusalReason::badShape: return "badShape";
    case RefusalReason::unitMissing: return "unitMissing";
    case RefusalReason::unknownAction: return "unknownAction";
    case RefusalReason::wrongState: return "wrongState";
    case RefusalReason::notAllowed: return "notAllowed";
    case RefusalReason::evidenceMissing: return "evidenceMissing";
    case RefusalReason::badDeclaration: return "badDeclaration";
    case RefusalReason::nothingToRedo: return "nothingToRedo";
    case RefusalReason::border: return "border";
    case RefusalReason::unknownOrganisation: return "unknownOrganisation";
    case RefusalReason::nameMissing: return "nameMissing";
    case RefusalReason::notSignedIn: return "notSignedIn";
    case RefusalReason::outsideScope: return "outsideScope";
    case RefusalReason::badAccount: return "badAccount";
    case RefusalReason::weakPin: return "weakPin";
    case RefusalReason::lastAdministrator: return "lastAdministrator";
    case RefusalReason::unknownPlan: return "unknownPlan";
    case RefusalReason::catalogueChanged: return "catalogueChanged";
    }
    return "unknown";
}

}  // namespace xiangtu::edit
