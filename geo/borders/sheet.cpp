// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/sheet.h"

#include "index/box_tree.h"

#include <algorithm>
#include <unordered_set>

namespace xiangtu::borders {

using model::Level;
using model::UnitRef;

Id Sheet::of(UnitRef ref) {
    if (const auto known = m_known.find(ref); known != m_known.end()) return known->second;
    const model::Unit& unit = m_ground.snapshot.unit(ref);
    const Id parent = unit.parent.valid() ? of(unit.parent) : kNone;
    Draft draft;
    draft.level = ref.level;
    draft.ref = ref;
    draft.parent = draft.parentBefore = parent;
    draft.loaded = false;
    draft.code = draft.codeBefore = unit.code;
    m_drafts.push_back(std::move(draft));
    m_known[ref] = Id(m_drafts.size() - 1);
    return Id(m_drafts.size() - 1);
}

void Sheet::load(Draft& draft) const {
    draft.before = draft.shape = m_ground.snapshot.table(draft.ref->level).shapes.feature(draft.ref->row);
    draft.loaded = true;
}

std::vector<UnitRef> Sheet::refsNear(Level level, const geom::GridBox& box) const {
    std::vector<UnitRef> out;
    for (const std::uint32_t row : m_ground.index.unitsIn(level, box)) out.push_back({level, row});
    return out;
}

Id Sheet::find(UnitName name) {
    const UnitRef ref = m_ground.snapshot.findUnit(name.level, name.code);
    if (!ref.valid() || !m_ground.snapshot.table(ref.level).shapes.hasShape(ref.row)) return kNone;
    return of(ref);
}

Id Sheet::add(Level level, Id parent, Id like) {
    Draft draft;
    draft.level = level;
    draft.parent = parent;
    draft.like = like;
    draft.grown = true;
    m_drafts.push_back(std::move(draft));
    return Id(m_drafts.size() - 1);
}

std::vector<Id> Sheet::near(Level level, const geom::GridBox& box) {
    std::vector<Id> out;
    for (const std::uint32_t row : m_ground.index.unitsIn(level, box)) out.push_back(of({level, row}));
    for (Id id = 0; id < m_drafts.size(); ++id) {
        if (m_drafts[id].level != level || !m_drafts[id].grown) continue;
        if (std::ranges::find(out, id) == out.end()) out.push_back(id);
    }
    return out;
}

const std::vector<UnitRef>& Sheet::withoutShape() {
    if (m_withoutShape) return *m_withoutShape;
    m_withoutShape.emplace();
    for (const Level level : model::kLevels) {
        const auto& table = m_ground.snapshot.table(level);
        if (m_ground.index.tree(level).size() == table.units.size()) continue;  // nearly every county
        for (std::uint32_t row = 0; row < table.units.size(); ++row) {
            if (!table.shapes.hasShape(row)) m_withoutShape->push_back({level, row});
        }
    }
    return *m_withoutShape;
}

std::vector<Id> Sheet::children(Id id) {
    std::vector<Id> out;
    if (const auto ref = m_drafts[id].ref) {
        const geom::GridBox box = m_ground.snapshot.table(ref->level).shapes.box(ref->row);
        for (std::size_t l = indexOf(ref->level) + 1; l < model::kLevelCount; ++l) {
            const auto& units = m_ground.snapshot.table(model::kLevels[l]).units;
            for (const std::uint32_t row : m_ground.index.unitsIn(model::kLevels[l], box)) {
                if (units[row].parent != *ref) continue;
                const Id child = of({model::kLevels[l], row});
                if (m_drafts[child].parent == id && !m_drafts[child].gone) out.push_back(child);
            }
        }
    }
    for (const UnitRef other : withoutShape()) {
        if (m_drafts[id].ref && m_ground.snapshot.unit(other).parent == *m_drafts[id].ref) {
            const Id child = of(other);
            if (m_drafts[child].parent == id) out.push_back(child);
        }
    }
    for (Id other = 0; other < m_drafts.size(); ++other) {
        const Draft& d = m_drafts[other];
        if (d.parent == id && !d.gone && (!d.ref || d.parentBefore != id)) out.push_back(other);
    }
    return out;
}

Id Sheet::ancestor(Id id, Level level) const {
    while (id != kNone && m_drafts[id].level > level) id = m_drafts[id].parent;
    return id != kNone && m_drafts[id].level == level ? id : kNone;
}

std::vector<Edge> Sheet::bordersNear(const std::vector<GridLine>& lines) const {
    geom::GridBox box;
    for (const GridLine& line : lines) {
        for (const GridPoint p : line) box.extend(p);
    }
    return bordersNear(lines, box);
}

std::vector<Edge> Sheet::bordersNear(const std::vector<GridLine>& lines, const geom::GridBox& whole) const {
    std::vector<index::BoxTree::Item> stretches;
    for (const GridLine& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            const geom::GridBox box = Edge{line[i - 1], line[i]}.box();
            if (box.intersects(whole)) stretches.push_back({box, std::uint32_t(stretches.size())});
        }
    }
    const index::BoxTree tree(stretches);
    std::unordered_set<Edge, EdgeHash> seen;
    std::vector<Edge> out;
    const auto take = [&](const Edge& edge) {
        const Edge e = edge.plain();
        if (e.a == e.b || !e.box().intersects(whole)) return;
        bool close = false;
        tree.visit(e.box(), [&](std::uint32_t) { close = true; });
        if (close && seen.insert(e).second) out.push_back(e);
    };
    for (const Level level : model::kLevels) {
        for (const std::uint32_t row : m_ground.index.unitsIn(level, whole)) forEachEdgeOf({level, row}, take);
    }
    for (const Draft& draft : m_drafts) {
        if (!draft.ref) forEachEdge(draft.shape, take);
    }
    return out;
}

void Sheet::bend(const Paths& paths) {
    if (paths.empty()) return;
    geom::GridBox box;
    for (const auto& [edge, path] : paths) box.extend(edge.box());
    for (const Level level : model::kLevels) {
        for (const std::uint32_t row : m_ground.index.unitsIn(level, box)) {
            bool any = false;
            forEachEdgeOf({level, row},
                          [&](const Edge& e) { any = any || (e.box().intersects(box) && paths.contains(e.plain())); });
            if (!any) continue;
            Draft& draft = (*this)[of({level, row})];
            draft.shape = bent(draft.shape, paths);
        }
    }
    for (Draft& draft : m_drafts) {
        if (!draft.ref && hasAny(draft.shape, paths)) draft.shape = bent(draft.shape, paths);
    }
}

}  // namespace xiangtu::borders
