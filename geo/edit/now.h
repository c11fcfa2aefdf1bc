// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/polygon.h"
#include "model/snapshot.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::edit {

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

/// One unit on the snapshot's day, as the database answers it: not there, or whole.
struct UnitNow {
    struct State {
        model::Level level = model::Level::grid;
        model::Unit unit;      ///< `parent` is not set
        model::UnitId parent;  ///< not stored() = none
        geom::MultiPolygon shape;
    };
    model::UnitId id;
    std::optional<State> state;
};

/// One organisation on the snapshot's day: not there, or whole with its unit by id.
struct OrgNow {
    model::PartyOrgId id;
    std::optional<model::PartyOrg> org;  ///< `serves`, `name` and `chain` are not set
    std::string name;
    std::string chain;
    model::UnitId serves;  ///< not stored() = none
};

/// What a commit leaves of the things a change set named.
struct Now {
    std::vector<ClassNow> classes;
    std::vector<RecordNow> records;
    std::vector<UnitNow> units{};
    std::vector<OrgNow> orgs{};
};

/// The snapshot with these units, organisations, classes and records and the next revision: new tables only
/// where something changed. `touched` receives the units (of the new snapshot) whose look on the map may
/// differ. A change set alone would not tell: which class holds today depends on every record of the unit,
/// not only on the changed one. Where units came, went or changed their code, rows move and every UnitRef of
/// the old snapshot is void.
[[nodiscard]] model::Snapshot apply(const model::Snapshot& snapshot, const Now& now,
                                    std::vector<model::UnitRef>* touched = nullptr);

}  // namespace xiangtu::edit
