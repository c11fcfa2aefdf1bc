// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include <array>
#include <cassert>

namespace xiangtu::project {

namespace {

State derive(model::Snapshot snapshot, const base::Progress& progress, bool complete) {
    State state;
    std::array<const geom::PolygonSet*, model::kLevelCount> levels{};
    for (std::size_t l = 0; l < levels.size(); ++l) levels[l] = &snapshot.levels[l]->shapes;
    state.topology = std::make_shared<topology::Topology>(topology::build(levels, progress));
    progress.report("index", 0, 1);
    state.units = std::make_shared<index::UnitIndex>(snapshot);
    progress.report("index", 1, 1);
    state.snapshot = std::make_shared<model::Snapshot>(std::move(snapshot));
    state.complete = complete;
    return state;
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

    /// Database first, memory second: when the commit throws, nothing here has changed.
    Outcome commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes) {
        try {
            const store::Committed done = store->commit(set, undoes, state.snapshot->day);
            Applied applied{{}, {}, done.now.records, done.seq};
            state.snapshot =
                std::make_shared<model::Snapshot>(edit::apply(*state.snapshot, done.now, &applied.touched));
            applied.state = state;
            return applied;
        } catch (const store::RowChanged& changed) {
            return edit::Refusal{edit::RefusalReason::changedSince, changed.what(), {}, {}};
        }
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
    if (stage) stage(derive(m_impl->store->loadOverview(day), progress, false));
    progress.check();
    m_impl->state = derive(m_impl->store->load(day, progress), progress, true);
}

const State& Project::state() const noexcept {
    assert(m_impl->state.complete);
    return m_impl->state;
}

Outcome Project::apply(const edit::Command& command, const std::string& author, model::Role role) {
    if (m_impl->store->readOnly()) {
        return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
    }
    edit::PlanContext context = m_impl->store->planContext(author);
    context.role = role;
    const edit::Plan plan = edit::plan(*m_impl->state.snapshot, placed(m_impl->state, command), context);
    if (!plan.ok()) return plan.error();
    return m_impl->commit(plan.value(), std::nullopt);
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
    if (m_impl->store->readOnly()) {
        return edit::Refusal{edit::RefusalReason::readOnly, "the file is open for reading only", {}, {}};
    }
    const auto entry = m_impl->store->lastUndoable();
    if (!entry) return edit::Refusal{edit::RefusalReason::nothingToUndo, "there is no edit to take back", {}, {}};
    edit::ChangeSet inverse = edit::invert(entry->set);
    const edit::PlanContext context = m_impl->store->planContext(author);
    inverse.author = context.author;
    inverse.at = context.at;
    return m_impl->commit(inverse, entry->seq);
}

}  // namespace xiangtu::project
