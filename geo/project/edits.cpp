// SPDX-License-Identifier: GPL-3.0-or-later
// What changes an open file: planned here, let through by the gate, then taken over into memory.
#include "base/date.h"
#include "borders/face_changes.h"
#include "edit/declared.h"
#include "edit/merge.h"
#include "geom/wkt.h"
#include "index/box_tree.h"
#include "project/project_impl.h"

#include <algorithm>
#include <array>
#include <memory>
#include <numeric>
#include <unordered_set>
#include <utility>
#include <vector>

namespace xiangtu::project {

namespace {

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

/// The trees of before with what changed put in; levels whose table is the same keep theirs.
std::shared_ptr<const index::UnitIndex> indexOf(const model::Snapshot& now, const borders::FaceChangesPerLevel& changes,
                                                const index::UnitIndex& known) {
    std::array<index::BoxTree, model::kLevelCount> trees;
    for (const model::Level level : model::kLevels) {
        const topology::FaceChanges& change = changes[model::indexOf(level)];
        const geom::PolygonSet& shapes = now.table(level).shapes;
        std::vector<std::uint32_t> numberAfter = change.numberAfter;
        if (numberAfter.empty() && change.after.empty()) {
            trees[model::indexOf(level)] = known.tree(level);
            continue;
        }
        std::vector<index::BoxTree::Item> put;
        for (const std::uint32_t row : change.after) {
            if (shapes.hasShape(row)) {
                put.push_back({shapes.box(row), row});
                continue;
            }
            if (numberAfter.empty()) {
                numberAfter.resize(shapes.size());
                std::iota(numberAfter.begin(), numberAfter.end(), 0U);
            }
            std::ranges::replace(numberAfter, row, index::BoxTree::kGone);  // its land is gone, it is not
        }
        trees[model::indexOf(level)] = known.tree(level).changed(numberAfter, put);
    }
    return std::make_shared<index::UnitIndex>(now.levels, std::move(trees));
}

edit::Refusal afterDeclaring(const store::LogEntry& entry) {
    const auto declared = edit::declaredOf(entry.set);
    std::string what = declared.empty() ? std::string() : ": " + edit::inWords(declared.front());
    if (declared.size() > 1) what += ", and " + std::to_string(declared.size() - 1) + " more";
    return {edit::RefusalReason::catalogueChanged,
            "the newest change, line " + std::to_string(entry.seq) + ", is one of the catalogue" + what +
                ". Undo takes back neither that nor what came before: declare it anew, or go back to the backup beside "
                "the file",
            {},
            {}};
}

}  // namespace

void Project::Impl::follow(const edit::Now& now, model::Snapshot next) {
    const bool sameLevels = next.levels == state.snapshot->levels;
    if (sameLevels) {
        state.snapshot = std::make_shared<model::Snapshot>(std::move(next));
        return;
    }
    State after = state;
    after.snapshot = std::make_shared<model::Snapshot>(std::move(next));
    std::unordered_set<model::UnitId> edited;
    for (const edit::UnitNow& unit : now.units) edited.insert(unit.id);
    const auto changes = borders::faceChanges(*state.snapshot, *after.snapshot, &edited);
    after.topology = std::make_shared<topology::Topology>(borders::patched(*state.topology, *after.snapshot, changes));
    after.units = indexOf(*after.snapshot, changes, *state.units);
    after.extras.reset();
    state = std::move(after);
    // What was to be kept beside the file is of units that are no more.
    toKeep.reset();
}

void Project::Impl::reload(base::Date day) {
    const std::uint64_t revision = state.snapshot->revision + 1;
    model::Snapshot fresh = gate.reader().load(day, {});
    fresh.revision = revision;
    State after = derive(std::move(fresh), {});
    after.drawable = after.complete = true;
    state = std::move(after);
    toKeep.reset();
}

edit::PlanContext Project::Impl::contextOf(const Actor& actor) const {
    edit::PlanContext context = gate.reader().planContext(actor.author);
    context.role = actor.role;
    context.units = state.units.get();
    return context;
}

edit::Refusal Project::Impl::withPlace(edit::Refusal refusal) const {
    if (!state.snapshot || refusal.place || refusal.units.empty()) return refusal;
    const model::UnitRef ref = state.snapshot->findUnit(refusal.units.front());
    if (!ref.valid()) return refusal;
    const geom::GridBox& box = state.snapshot->table(ref.level).shapes.box(ref.row);
    if (box.empty()) return refusal;
    refusal.place = geom::toGeo({std::midpoint(box.min.x, box.max.x), std::midpoint(box.min.y, box.max.y)});
    return refusal;
}

Outcome Project::Impl::commit(const edit::ChangeSet& set, std::optional<std::int64_t> undoes, Right right) {
    if (right == Right::session) {
        if (auto refusal = misplaced(set)) return *refusal;
    }
    const base::Date day = state.complete ? state.snapshot->day : base::Date::today();
    auto done = right == Right::session ? gate.commit(set, undoes, day) : gate.commitPlanned(set, day);
    if (!done.ok()) return withPlace(done.error());
    const store::Committed committed = std::move(done).value();
    Applied applied{{}, {}, committed.now.records, committed.seq};
    if (state.complete) {
        // What came in one go also goes and comes back in one go.
        const bool many = set.title == edit::kImportTitle ||
                          std::ranges::any_of(set.changes, [](const auto& c) { return c.table == store::kBatchTable; });
        if (many)
            reload(day);
        else
            follow(committed.now, edit::apply(*state.snapshot, committed.now, &applied.touched));
    }
    applied.state = state;
    return applied;
}

Outcome Project::Impl::takeBack(const std::string& author, Newest newest, const edit::Refusal& nothing) {
    const auto actor = gate.enter({author}, model::Deed::moveMatter);
    if (!actor.ok()) return actor.error();
    // In a file with accounts everybody takes back what is his own.
    const std::string own = gate.session() ? actor.value().author : std::string();
    const auto entry = (gate.reader().*newest)(own);
    if (!entry) return nothing;
    if (entry->set.title == edit::kCatalogueTitle) return afterDeclaring(*entry);
    edit::ChangeSet inverse = edit::invert(entry->set);
    inverse.author = actor.value().author;
    inverse.at = base::nowIso();
    return commit(inverse, entry->seq);
}

std::optional<edit::Refusal> Project::Impl::misplaced(const edit::ChangeSet& set) const {
    const auto account = gate.session();
    if (!account || account->scope.whole || !state.complete) return std::nullopt;
    for (const edit::Change& change : set.changes) {
        if (!change.table.starts_with("reg_") || !change.after) continue;
        const auto* text = std::get_if<std::string>(&model::field(*change.after, "geom"));
        const auto point = text ? geom::firstPoint(geom::shapeFromWkt(*text)) : std::nullopt;
        const auto unit = point ? state.units->smallestAt(geom::snapToGrid(*point)) : std::nullopt;
        if (!unit || account->scope.covers(*state.snapshot, *unit)) continue;
        const model::Code code = state.snapshot->unit(*unit).code;
        return edit::Refusal{
            edit::RefusalReason::outsideScope,
            account->name + " may write below " + account->scope.text() + " only; the place lies in " + code.text(),
            {code},
            point};
    }
    return std::nullopt;
}

base::Result<edit::BorderPlan, edit::Refusal> Project::Impl::planned(const edit::Command& command,
                                                                     const Actor& actor) const {
    const edit::PlanContext context = contextOf(actor);
    if (const auto* borders = std::get_if<edit::EditBorders>(&command)) {
        auto plan = edit::planBorders(*state.snapshot, *borders, context);
        if (!plan.ok()) return plan.error();
        return std::move(plan).value();
    }
    if (const auto* restore = std::get_if<edit::RestoreUnit>(&command)) {
        auto plan = edit::planRestore(*state.snapshot, *restore, context);
        if (!plan.ok()) return plan.error();
        return std::move(plan).value();
    }
    auto plan = edit::plan(*state.snapshot, placed(state, command), context);
    if (!plan.ok()) return plan.error();
    return edit::BorderPlan{std::move(plan).value(), {}, {}};
}

Outcome Project::apply(const edit::Command& command, const std::string& author, model::Role role) {
    const auto actor = m_impl->gate.enter({author, role}, model::Deed::moveMatter);
    if (!actor.ok()) return actor.error();
    auto planned = m_impl->planned(command, actor.value());
    if (!planned.ok()) return planned.error();
    edit::BorderPlan plan = std::move(planned).value();
    Outcome outcome = m_impl->commit(plan.set, std::nullopt);
    if (!outcome.ok()) return outcome;
    Applied applied = std::move(outcome).value();
    applied.review = std::move(plan.review);
    return applied;
}

Outcome Project::applyPlanned(const edit::Command& command, const std::string& author, const edit::Change& made) {
    auto planned = m_impl->planned(command, {author, model::Role::planner});
    if (!planned.ok()) return planned.error();
    edit::ChangeSet set = std::move(planned).value().set;
    set.changes.push_back(made);
    return m_impl->commit(set, std::nullopt, Impl::Right::planner);
}

base::Result<edit::BorderPlan, edit::Refusal> Project::preview(const edit::Command& command) {
    return m_impl->planned(command, {});
}

Outcome Project::setCatalogue(const model::Catalogue& catalogue, const std::string& author) {
    if (auto refusal = m_impl->gate.setCatalogue(catalogue, author)) return *refusal;
    Applied applied;
    m_impl->state.snapshot = std::make_shared<model::Snapshot>(store().reloadRegisters(*m_impl->state.snapshot));
    applied.state = m_impl->state;
    return applied;
}

std::optional<edit::Refusal> Project::addAttachment(const store::Attachment& attachment) {
    return m_impl->gate.addAttachment(attachment);
}

std::optional<edit::Refusal> Project::noteUncovering(const store::Uncovering& uncovering) {
    return m_impl->gate.addUncovering(uncovering);
}

base::Result<std::int64_t, edit::Refusal> Project::import(const store::Arrivals& arrivals,
                                                          const edit::ChangeSet& changed,
                                                          const base::Progress& progress) {
    const auto line = m_impl->gate.import(arrivals, changed, progress);
    if (line.ok() && m_impl->state.complete) m_impl->reload(m_impl->state.snapshot->day);
    return line;
}

Outcome Project::undo(const std::string& author) {
    return m_impl->takeBack(author, &store::Reader::lastUndoable,
                            {edit::RefusalReason::nothingToUndo, "there is no edit to take back", {}, {}});
}

Outcome Project::redo(const std::string& author) {
    return m_impl->takeBack(author, &store::Reader::lastRedoable,
                            {edit::RefusalReason::nothingToRedo, "there is no edit to bring back", {}, {}});
}

}  // namespace xiangtu::project
