// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include "base/date.h"
#include "borders/face_changes.h"
#include "display/sidecar.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <optional>
#include <utility>

namespace xiangtu::project {

namespace {

State derive(model::Snapshot snapshot, const base::Progress& progress) {
    State state;
    std::array<const geom::PolygonSet*, model::kLevelCount> levels{};
    for (std::size_t l = 0; l < levels.size(); ++l) levels[l] = &snapshot.levels[l]->shapes;
    state.topology = std::make_shared<topology::Topology>(topology::build(levels, progress));
    progress.report("index", 0, 1);
    state.units = std::make_shared<index::UnitIndex>(snapshot);
    progress.report("index", 1, 1);
    state.snapshot = std::make_shared<model::Snapshot>(std::move(snapshot));
    return state;
}

State stateOf(model::Snapshot snapshot, const display::Sidecar& sidecar) {
    State state;
    state.snapshot = std::make_shared<model::Snapshot>(std::move(snapshot));
    state.topology = sidecar.borders.topology;
    state.units = sidecar.borders.units;
    state.extras = sidecar.extras;
    state.mapping = sidecar.mapping;
    return state;
}

/// What a sidecar is written of. Its extras are those of before.
std::optional<display::Sidecar> sidecarOf(const store::Loaded& loaded, const State& state) {
    if (!loaded.identity) return std::nullopt;
    const model::Snapshot& snapshot = *state.snapshot;
    auto kept = std::make_shared<store::Kept>(
        store::Kept{*loaded.identity, loaded.window, snapshot.levels, snapshot.party, snapshot.classes, loaded.mark});
    auto extras = state.extras ? state.extras : std::make_shared<const display::Extras>();
    return display::Sidecar{std::move(kept), {state.topology, state.units}, std::move(extras), nullptr};
}

bool sameNames(const std::vector<display::Section>& a, const std::vector<display::Section>& b) {
    return std::ranges::is_permutation(a, b, {}, &display::Section::name, &display::Section::name);
}

/// The smallest unit down to the village that the shape's first point lies in: records of the county
/// are kept by village, and a household's grid is too small for a field.
edit::Command placed(const State& state, const edit::Command& command) {
    const auto* add = std::get_if<edit::AddRecord>(&command);
    const auto point = add && !add->unit ? geom::firstPoint(add->shape) : std::nullopt;
    if (!point) return command;
    for (const model::Level level : {model::Level::village, model::Level::township, model::Level::county}) {
        const auto unit = state.units->unitAt(level, geom::snapToGrid(*point));
        if (!unit) continue;
        edit::AddRecord placedRecord = *add;
        placedRecord.unit = state.snapshot->unit(*unit).code;
        placedRecord.level = level;
        return placedRecord;
    }
    return command;
}

}  // namespace

struct Project::Impl {
    std::filesystem::path file;
    std::unique_ptr<store::Store> store;
    State state;
    std::optional<display::Sidecar> toKeep;  ///< extras: those the sidecar holds already
    bool isKept = false;                     ///< the sidecar holds all but extras

    /// Opening looked at nearly all that is kept; what is drawn and asked from here on is a small part of it.
    void letGo() const {
        if (state.mapping) state.mapping->letGo();
    }

    [[nodiscard]] edit::PlanContext contextOf(const std::string& author, model::Role role) const;

    /// Takes over what an edit left. Borders and index are made anew only when polygons or rows differ.
    void follow(model::Snapshot next) {
        const bool sameLevels = next.levels == state.snapshot->levels;
        if (sameLevels) {
            state.snapshot = std::make_shared<model::Snapshot>(std::move(next));
            return;
        }
        State after = state;
        after.snapshot = std::make_shared<model::Snapshot>(std::move(next));
        after.topology =
            std::make_shared<topology::Topology>(borders::patched(*state.topology, *state.snapshot, *after.snapshot));
        after.units = std::make_shared<index::UnitIndex>(*after.snapshot);
        after.extras.reset();
        state = std::move(after);
        // What was to be kept beside the file is of units that are no more.
        toKeep.reset();
    }

    /// Database first, memory second: when the commit throws, nothing here has changed.
    Outcome commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes) {
        try {
            const store::Committed done = store->commit(set, undoes, state.snapshot->day);
            Applied applied{{}, {}, done.now.records, done.seq};
            follow(edit::apply(*state.snapshot, done.now, &applied.touched));
            applied.state = state;
            return applied;
        } catch (const store::RowChanged& changed) {
            return edit::Refusal{edit::RefusalReason::changedSince, changed.what(), {}, {}};
        }
    }

    /// Both directions: a redo takes back an undo.
    Outcome takeBack(const std::optional<store::LogEntry>& entry, const std::string& author,
                     const edit::Refusal& nothing) {
        if (store->readOnly()) {
            return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
        }
        if (!entry) return nothing;
        edit::ChangeSet inverse = edit::invert(entry->set);
        inverse.author = author;
        inverse.at = base::nowIso();
        return commit(inverse, entry->seq);
    }
};

Project::Project(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Project Project::open(const std::filesystem::path& file, store::OpenMode mode) {
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    impl->store = store::open(file, mode);
    return Project(std::move(impl));
}

const std::filesystem::path& Project::file() const noexcept { return m_impl->file; }
store::Store& Project::store() noexcept { return *m_impl->store; }

void Project::load(base::Date day, const base::Progress& progress, const std::function<void(const State&)>& stage) {
    store::Store& store = *m_impl->store;
    const auto identity = store.identity();
    const auto found = identity ? display::Found::of(m_impl->file, *identity, day) : std::nullopt;
    if (stage && !found) stage(derive(store.loadOverview(day), progress));
    progress.check();
    std::shared_ptr<const display::Sidecar> sidecar;
    const auto recall = [&](const store::Identity&) {
        if (found) sidecar = found->read();
        if (sidecar) sidecar->mapping->letGo();  // every page of most arrays was looked at once to check it
        return sidecar ? sidecar->kept : nullptr;
    };
    State state;
    const auto drawable = [&](const store::Loaded& loaded) {
        progress.check();
        state = loaded.levelsKept ? stateOf(loaded.snapshot, *sidecar) : derive(loaded.snapshot, progress);
        state.drawable = true;
        if (stage) stage(state);
    };
    store::Loaded loaded = store.load(day, progress, recall, drawable);
    progress.check();
    state.snapshot = std::make_shared<model::Snapshot>(std::move(loaded.snapshot));
    state.complete = true;
    m_impl->state = state;
    m_impl->isKept = loaded.current;
    m_impl->toKeep = sidecarOf(loaded, state);
    m_impl->letGo();
}

Project::Keeping Project::keeping(std::vector<display::Section> extras) {
    m_impl->letGo();
    auto& toKeep = m_impl->toKeep;
    if (!toKeep || (m_impl->isKept && sameNames(extras, toKeep->extras->sections()))) return {};
    m_impl->isKept = true;
    toKeep->extras = std::make_shared<const display::Extras>(std::move(extras));
    return [file = m_impl->file, sidecar = *toKeep](const base::Progress& progress) {
        return display::write(file, sidecar, progress);
    };
}

const State& Project::state() const noexcept {
    assert(m_impl->state.complete);
    return m_impl->state;
}

edit::PlanContext Project::Impl::contextOf(const std::string& author, model::Role role) const {
    edit::PlanContext context = store->planContext(author);
    context.role = role;
    context.units = state.units.get();
    return context;
}

Outcome Project::apply(const edit::Command& command, const std::string& author, model::Role role) {
    return applyWith(command, author, role, {});
}

Outcome Project::applyWith(const edit::Command& command, const std::string& author, model::Role role,
                           const std::vector<edit::Change>& more) {
    if (m_impl->store->readOnly()) {
        return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
    }
    const edit::PlanContext context = m_impl->contextOf(author, role);
    const auto commit = [&](edit::ChangeSet set) {
        std::ranges::copy(more, std::back_inserter(set.changes));
        return m_impl->commit(set, std::nullopt);
    };
    if (const auto* borders = std::get_if<edit::EditBorders>(&command)) {
        auto plan = edit::planBorders(*m_impl->state.snapshot, *borders, context);
        if (!plan.ok()) return plan.error();
        Outcome outcome = commit(plan.value().set);
        if (!outcome.ok()) return outcome;
        Applied applied = std::move(outcome).value();
        applied.review = std::move(plan).value().review;
        return applied;
    }
    const edit::Plan plan = edit::plan(*m_impl->state.snapshot, placed(m_impl->state, command), context);
    if (!plan.ok()) return plan.error();
    return commit(plan.value());
}

base::Result<edit::BorderPlan, edit::Refusal> Project::preview(const edit::EditBorders& command) {
    return edit::planBorders(*m_impl->state.snapshot, command, m_impl->contextOf({}, model::Role::planner));
}

Outcome Project::setCatalogue(const model::Catalogue& catalogue) {
    if (m_impl->store->readOnly()) {
        return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
    }
    if (auto refusal = m_impl->store->setCatalogue(catalogue)) return *refusal;
    Applied applied;
    m_impl->state.snapshot = std::make_shared<model::Snapshot>(m_impl->store->reloadRegisters(*m_impl->state.snapshot));
    applied.state = m_impl->state;
    return applied;
}

Outcome Project::undo(const std::string& author) {
    return m_impl->takeBack(m_impl->store->lastUndoable(), author,
                            {edit::RefusalReason::nothingToUndo, "there is no edit to take back", {}, {}});
}

Outcome Project::redo(const std::string& author) {
    return m_impl->takeBack(m_impl->store->lastRedoable(), author,
                            {edit::RefusalReason::nothingToRedo, "there is no edit to bring back", {}, {}});
}

}  // namespace xiangtu::project
