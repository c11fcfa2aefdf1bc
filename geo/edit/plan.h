// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "borders/proposal.h"
#include "edit/change_set.h"
#include "edit/command.h"
#include "edit/now.h"
#include "geom/grid_point.h"
#include "model/snapshot.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace xiangtu::edit {

/// Why an edit was not made. Closed, so that the client can translate it.
enum class RefusalReason {
    unknownUnit,
    unknownScheme,
    unknownClass,
    badDate,
    reasonMissing,
    nothingToDo,
    nothingToUndo,
    readOnly,
    changedSince,
    unknownRegister,
    unknownRecord,
    unknownField,
    badValue,
    badShape,
    unitMissing,
    unknownAction,
    wrongState,
    notAllowed,
    evidenceMissing,
    badDeclaration,
    nothingToRedo,
    border,  ///< the borders do not allow it: Refusal::border says why
    unknownOrganisation,
    nameMissing,
    notSignedIn,        ///< the file has accounts, and nobody is signed in
    outsideScope,       ///< Refusal::units lie where the account may not write
    badAccount,         ///< name missing or taken, scope or role that cannot be
    weakPin,            ///< not 6 to 12 digits, or too easy to guess
    lastAdministrator,  ///< nobody would be left to look after the accounts
    unknownPlan,
    catalogueChanged  ///< undo: the newest edit is one of the catalogue
};
[[nodiscard]] std::string_view refusalName(RefusalReason reason) noexcept;

/// A refusal names the reason, the units concerned and a place on the map to go to.
struct Refusal {
    RefusalReason reason;
    std::string detail;  ///< English sentence for the command line
    std::vector<model::Code> units;
    std::optional<geom::GeoPoint> place;
    std::string field{};                       ///< the field at fault, when there is one
    std::optional<borders::Refusal> border{};  ///< with reason and, where one is obvious, a mend
};

/// That land passed from a unit to another.
struct Kin {
    model::UnitId from;
    model::UnitId to;
    base::Date day{};  ///< first day it was so
};

/// Row ids of the next inserted rows and what a snapshot does not hold; the caller hands them in so that
/// planning stays pure. The functions are those of an open store and good as long as it is; empty ones
/// answer nothing.
struct PlanContext {
    std::string author;
    std::string at;                           ///< ISO instant
    base::Date today;                         ///< what "from today" means
    std::int64_t nextClassRecord = 1;         ///< first free id of table unit_class
    std::int64_t nextStep = 1;                ///< first free id of table record_step
    model::Role role = model::Role::planner;  ///< as what the author acts
    std::int64_t nextUnit = 1;
    std::int64_t nextPast = 1;     ///< table unit_past
    std::int64_t nextLineage = 1;  ///< table unit_lineage
    std::int64_t nextOrg = 1;
    const index::UnitIndex* units = nullptr;  ///< of the snapshot; null = made when a border edit needs it
    /// First free id of a register's table; asked only of registers that get a row, since there are many. Empty = 1.
    std::function<std::int64_t(const std::string&)> nextRecord{};
    /// First day a unit with a past was there; nothing for others.
    std::function<std::optional<base::Date>(model::UnitId)> firstDay{};
    /// Whether a unit of any day has had the code.
    std::function<bool(model::Level, model::Code)> codeUsed{};
    /// The state a unit was in on a day gone by, and its classes by scheme then.
    std::function<std::optional<UnitNow::State>(model::UnitId, base::Date)> unitOn{};
    std::function<std::vector<ClassNow>(model::UnitId, base::Date)> classesOn{};
    /// The unit that had a code last; today's, if there is one.
    std::function<std::optional<model::UnitId>(model::Level, model::Code)> unitOfCode{};
    /// Land that passed to or from a unit.
    std::function<std::vector<Kin>(model::UnitId)> kin{};
};

using Plan = base::Result<ChangeSet, Refusal>;

/// Decides what a command would change, without changing anything.
[[nodiscard]] Plan plan(const model::Snapshot& snapshot, const Command& command, const PlanContext& context);

}  // namespace xiangtu::edit
