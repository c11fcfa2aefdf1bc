// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edit/change_set.h"
#include "model/account.h"
#include "store/store.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace xiangtu::project {

/// What of a change set lies outside a scope.
struct Outside {
    std::vector<model::Code> units;   ///< each once
    std::vector<std::string> things;  ///< rows of no unit at all: only who may write everywhere may change them
    [[nodiscard]] bool any() const noexcept { return !units.empty() || !things.empty(); }
};

/// Holds a change set against a scope: every unit, and the unit of every class, organisation, record and step, as it
/// is in the file before the change and as it would be after. Only a unit whose polygon gets or loses vertices
/// on its lines and keeps its land (same_land.h) counts as untouched: the next township's border gets one where a
/// village's new border ends on it.
class Territory {
public:
    Territory(store::Reader& reader, const edit::ChangeSet& set);
    [[nodiscard]] Outside outside(const model::Scope& scope);

private:
    using UnitRows = std::map<std::int64_t, std::optional<store::Reader::UnitRow>>;
    using OrgRows = std::map<std::int64_t, std::optional<store::Belongs>>;
    /// The rows of one moment, read from the file unless the set says otherwise.
    struct Moment {
        UnitRows units;
        OrgRows orgs;
        std::map<std::pair<std::string, std::int64_t>, std::optional<store::Belongs>> records;
    };
    void follow(const edit::Change& change);
    void look(const model::Scope& scope, Moment& moment, const edit::Change& change, Outside& out);
    void lookAtUnit(const model::Scope& scope, Moment& moment, std::int64_t unit, Outside& out);
    void lookAt(const model::Scope& scope, Moment& moment, std::optional<store::Belongs> row, const std::string& what,
                Outside& out);
    [[nodiscard]] std::vector<model::Code> chain(Moment& moment, std::int64_t unit);
    [[nodiscard]] const std::optional<store::Belongs>& recordIn(Moment& moment, const std::string& table,
                                                                std::int64_t row);
    [[nodiscard]] const std::optional<store::Belongs>& orgIn(Moment& moment, std::int64_t org);
    void lookAtBatch(const model::Scope& scope, const edit::Change& change, Outside& out);
    [[nodiscard]] bool keepsItsLand(std::int64_t unit) const;

    store::Reader& m_reader;
    const edit::ChangeSet& m_set;
    Moment m_before, m_after;
};

}  // namespace xiangtu::project
