// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edit/change_set.h"
#include "edit/command.h"
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
    badDeclaration
};
[[nodiscard]] std::string_view refusalName(RefusalReason reason) noexcept;

/// A refusal names the reason, the units concerned and a place on the map to go to.
struct Refusal {
    RefusalReason reason;
    std::string detail;  ///< English sentence for the command line
    std::vector<model::Code> units;
    std::optional<geom::GeoPoint> place;
    std::string field{};  ///< the field at fault, when there is one
};

/// Row ids of the next inserted rows; the caller (store) hands them out so that planning stays pure.
struct PlanContext {
    std::string author;
    std::string at;                                                 ///< ISO instant
    base::Date today;                                               ///< what "from today" means
    std::int64_t nextClassRecord = 1;                               ///< first free id of table unit_class
    std::int64_t nextStep = 1;                                      ///< first free id of table record_step
    std::map<std::string, std::int64_t, std::less<>> nextRecord{};  ///< by register id; absent = 1
    model::Role role = model::Role::planner;                        ///< as what the author acts
};

using Plan = base::Result<ChangeSet, Refusal>;

/// Decides what a command would change, without changing anything.
[[nodiscard]] Plan plan(const model::Snapshot& snapshot, const Command& command, const PlanContext& context);

/// The class one unit has in one scheme on the snapshot's day, as the database answers it.
struct ClassNow {
    model::Level level = model::Level::grid;
    model::Code unit;
    model::SchemeId scheme;
    std::string classCode;  ///< empty = none
};

/// One record on the snapshot's day, as the database answers it: gone, or with its unit by code.
struct RecordNow {
    std::string registerId;
    std::int64_t id = 0;
    std::optional<model::Record> record;  ///< `unit` is not set
    model::Level level = model::Level::grid;
    model::Code unit;  ///< not valid() = none
};

/// What a commit leaves of the things a change set named.
struct Now {
    std::vector<ClassNow> classes;
    std::vector<RecordNow> records;
};

/// The snapshot with these classes and records and the next revision: new columns only where something changed.
/// `touched` receives the units whose look on the map may differ. A change set alone would not tell:
/// which class holds today depends on every record of the unit, not only on the changed one.
[[nodiscard]] model::Snapshot apply(const model::Snapshot& snapshot, const Now& now,
                                    std::vector<model::UnitRef>* touched = nullptr);

}  // namespace xiangtu::edit
