// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "display/mapped_file.h"
#include "display/section.h"
#include "edit/border_plan.h"
#include "edit/plan.h"
#include "index/unit_index.h"
#include "model/snapshot.h"
#include "project/accounts.h"
#include "project/sign_in.h"
#include "store/store.h"
#include "topology/topology.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace xiangtu::project {

/// What workers draw from and ask: immutable, shared, cheap to copy. `complete` is false while only
/// the overview is loaded, or, when `drawable`, all but the records that no map shows unasked.
struct State {
    std::shared_ptr<const model::Snapshot> snapshot;     ///< never null
    std::shared_ptr<const topology::Topology> topology;  ///< never null
    std::shared_ptr<const index::UnitIndex> units;       ///< never null
    /// What later stages had kept of these units and borders (Project::keeping); null when nothing.
    std::shared_ptr<const display::Extras> extras;
    /// Where most of the above lies; null = in memory. Whoever looked at much of it may give its pages back.
    std::shared_ptr<const display::MappedFile> mapping;
    bool drawable = false;
    bool complete = false;
};

/// What an applied edit changed, for whoever draws.
struct Applied {
    State state;
    std::vector<model::UnitRef> touched;   ///< units whose look on the map may differ
    std::vector<edit::RecordNow> records;  ///< records that came, changed or went
    std::int64_t logNumber = 0;
    std::vector<edit::Resettled> review{};  ///< border edits: what moved with the land, what a person should look at
};

using Outcome = base::Result<Applied, edit::Refusal>;

/// The number of a plan, or why it was not made.
using Planned = base::Result<std::int64_t, edit::Refusal>;
/// What came of a plan whose day was there.
enum class PlanChoice { planned, conflictsToo };
struct PlanOutcome {
    store::PlannedEdit planned;
    Outcome outcome;
};

/// The open file: the only mutable object of the core. Belongs to one thread. Order of every edit:
/// plan, gate, database, memory; a failed commit leaves memory as it was. Everything that is written passes one gate
/// (project/gate.h): in a file with accounts who is signed in decides what may be written, and stands in the history as
/// its author, whatever `author` and `role` say; in a file without, those two are what the caller says.
class Project {
public:
    [[nodiscard]] static Project open(const std::filesystem::path& file, store::OpenMode mode);

    Project(Project&&) noexcept;
    Project& operator=(Project&&) noexcept;
    ~Project();

    [[nodiscard]] const std::filesystem::path& file() const noexcept;
    /// What the file answers; nothing can be written by it.
    [[nodiscard]] store::Reader& store() noexcept;

    /// Somebody already signed in is signed out first.
    [[nodiscard]] SignIn signIn(std::string_view name, std::string_view pin);
    void signOut() noexcept;
    /// Who is signed in, as the file says now.
    [[nodiscard]] std::optional<model::Account> session() const;
    /// Good as long as the project. `cost` is for tests.
    [[nodiscard]] Accounts accounts(base::PinCost cost = base::kPinCost);

    /// Loads as of `day`. Where the sidecar (display/sidecar.h) holds for the file, units and borders come
    /// from there; else `stage`, which may be empty, is called first with the overview (county and
    /// townships). It is called once more with all that a map shows. Returns with everything.
    void load(base::Date day, const base::Progress& progress, const std::function<void(const State&)>& stage);
    /// Precondition: load() returned.
    [[nodiscard]] const State& state() const noexcept;

    /// Writes a sidecar of what was loaded, on any thread, also when the project is gone. False when it
    /// could not be written; the program needs none.
    using Keeping = std::function<bool(const base::Progress&)>;
    /// For when the work the user waits for is done. Empty when what lies beside the file is as good, or
    /// after it was asked for once with extras of these names. `extras` is what the next State::extras shall be.
    [[nodiscard]] Keeping keeping(std::vector<display::Section> extras);

    /// `role` is as what the author acts. A record with a shape and no unit is put into the village (or
    /// the smallest unit) its shape lies in.
    [[nodiscard]] Outcome apply(const edit::Command& command, const std::string& author,
                                model::Role role = model::Role::planner);
    /// What an edit would do: its rows, of borders every unit with its areas and what moves with the land. Changes
    /// nothing.
    [[nodiscard]] base::Result<edit::BorderPlan, edit::Refusal> preview(const edit::Command& command);
    /// Keeps an edit of borders or of a unit's name for the day it names, which must be one to come. It must fit
    /// the county of today.
    [[nodiscard]] Planned plan(const edit::Command& command, const std::string& author);
    /// Takes back an open plan: one's own, or anybody's for who may write everywhere.
    [[nodiscard]] std::optional<edit::Refusal> withdraw(std::int64_t plan);
    /// Makes the plans whose day is there, each as apply() would; one that no longer fits, or cannot be read, becomes a
    /// conflict with its reason. Conflicts, and what was made and taken back, wait until they are asked for. Does
    /// nothing when the file is read-only or shows another day, or has accounts and nobody is signed in; then a plan is
    /// made by right of who planned it or of who is signed in.
    [[nodiscard]] std::vector<PlanOutcome> applyPlans(PlanChoice choice);
    /// Makes a plan, also one that did not fit before: from its day on, from today where that is still to come.
    /// One that does not fit becomes a conflict with its reason. By right of whom: as applyPlans().
    [[nodiscard]] Outcome makePlan(std::int64_t plan);
    /// Makes the file follow a catalogue (store::Store::setCatalogue) and reads the registers anew.
    [[nodiscard]] Outcome setCatalogue(const model::Catalogue& catalogue, const std::string& author);
    /// A photo or paper; needs no load().
    [[nodiscard]] std::optional<edit::Refusal> addAttachment(const store::Attachment& attachment);
    /// Keeps that sensitive values were shown. Nothing is asked of the role: models ask before they show.
    [[nodiscard]] std::optional<edit::Refusal> noteUncovering(const store::Uncovering& uncovering);
    /// What one import brings and changes (edit/merge_*.h plan it), all or none, as one line of the log that undo()
    /// takes back; answers its number. Needs no load(), and what is loaded is read anew.
    [[nodiscard]] base::Result<std::int64_t, edit::Refusal> import(const store::Arrivals& arrivals,
                                                                   const edit::ChangeSet& changed,
                                                                   const base::Progress& progress);
    // Of the account's own edits in a file with accounts. Neither needs load(); State is empty then.
    /// Takes back the newest edit that still stands, also one of an earlier run. Refused while that is one of the
    /// catalogue: nobody would expect an older edit to go, whose fields may have another name by now.
    [[nodiscard]] Outcome undo(const std::string& author);
    /// Brings back what the newest undo took away; refused once another edit was made after it.
    [[nodiscard]] Outcome redo(const std::string& author);

private:
    struct Impl;
    explicit Project(std::unique_ptr<Impl> impl);
    [[nodiscard]] Outcome applyPlanned(const edit::Command& command, const std::string& author,
                                       const edit::Change& made);
    /// `planned` becomes applied with the commit, or a conflict.
    [[nodiscard]] Outcome makeOne(const store::PlannedEdit& planned, base::Date day);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace xiangtu::project
