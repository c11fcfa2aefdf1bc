// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/project.h"

#include "project/project_impl.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <ctime>
#include <optional>
#include <utility>

namespace xiangtu::project {

namespace {

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

}  // namespace

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

Project::Project(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Project::Project(Project&&) noexcept = default;
Project& Project::operator=(Project&&) noexcept = default;
Project::~Project() = default;

Project Project::open(const std::filesystem::path& file, store::OpenMode mode) {
    return Project(std::make_unique<Impl>(file, mode));
}

const std::filesystem::path& Project::file() const noexcept { return m_impl->file; }
store::Reader& Project::store() noexcept { return m_impl->gate.reader(); }

SignIn Project::signIn(std::string_view name, std::string_view pin) {
    return m_impl->gate.signIn(name, pin, std::time(nullptr));
}
void Project::signOut() noexcept { m_impl->gate.signOut(); }
std::optional<model::Account> Project::session() const { return m_impl->gate.session(); }
Accounts Project::accounts(base::PinCost cost) { return {m_impl->gate, cost}; }

void Project::load(base::Date day, const base::Progress& progress, const std::function<void(const State&)>& stage) {
    store::Reader& store = m_impl->gate.reader();
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

}  // namespace xiangtu::project
