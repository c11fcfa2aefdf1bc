// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "borders/edge.h"
#include "borders/noding.h"
#include "borders/proposal.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace xiangtu::borders {

// Used inside this folder only.

/// A unit on the drawing sheet.
using Id = std::uint32_t;
inline constexpr Id kNone = UINT32_MAX;

struct Draft {
    model::Level level = model::Level::grid;
    std::optional<model::UnitRef> ref;  ///< nothing = new
    Id parentBefore = kNone;
    Id parent = kNone;
    Id like = kNone;  ///< a new unit: the one it was cut out of
    geom::MultiPolygon before;
    geom::MultiPolygon shape;
    bool loaded = true;  ///< whether the shapes are there
    bool gone = false;
    bool grown = false;  ///< may reach out of its box in the county
    model::Code codeBefore;
    model::Code code;
};

/// Land that passed between units of a level.
struct Passed {
    Id from = kNone;
    Id to = kNone;
    geom::MultiPolygon land;
};

/// Copies of the units an edit touches, taken from the county when first asked for, and changed here.
class Sheet {
public:
    explicit Sheet(const Ground& ground) : m_ground(ground) {}

    [[nodiscard]] const Ground& ground() const noexcept { return m_ground; }
    [[nodiscard]] Id of(model::UnitRef ref);
    /// kNone when there is no such unit or it has no polygon.
    [[nodiscard]] Id find(UnitName name);
    [[nodiscard]] Id add(model::Level level, Id parent, Id like);
    [[nodiscard]] Draft& operator[](Id id) {
        if (!m_drafts[id].loaded) load(m_drafts[id]);
        return m_drafts[id];
    }
    /// Its shapes may not be there: then nobody has asked for them, and they are as they were.
    [[nodiscard]] const Draft& operator[](Id id) const { return m_drafts[id]; }
    [[nodiscard]] Id size() const noexcept { return Id(m_drafts.size()); }
    [[nodiscard]] UnitName name(Id id) const { return {m_drafts[id].level, m_drafts[id].codeBefore}; }

    /// Units of a level that may reach into the box, by their polygon in the county or because they have grown.
    [[nodiscard]] std::vector<Id> near(model::Level level, const geom::GridBox& box);
    /// The first of these, not taken onto the sheet.
    [[nodiscard]] std::vector<model::UnitRef> refsNear(model::Level level, const geom::GridBox& box) const;
    /// Units whose parent is `id` now, with or without a polygon, in the order of levels and codes, new ones last.
    [[nodiscard]] std::vector<Id> children(Id id);
    /// The unit itself or the first above it that stands on `level`; kNone when the level is skipped.
    [[nodiscard]] Id ancestor(Id id, model::Level level) const;

    /// The segments of a unit as they run now.
    template <class Visit>
    void forEachEdgeOf(model::UnitRef ref, Visit&& visit) const {
        const auto known = m_known.find(ref);
        if (known != m_known.end() && m_drafts[known->second].loaded) {
            forEachEdge(m_drafts[known->second].shape, visit);
            return;
        }
        const auto& shapes = m_ground.snapshot.table(ref.level).shapes;
        for (std::size_t r = shapes.firstRing(ref.row); r < shapes.firstRing(ref.row + 1); ++r) {
            const auto ring = shapes.ring(r);
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) visit(Edge{ring[j], ring[i]});
        }
    }
    /// Segments of all levels whose box meets that of a stretch of the lines, smaller end first, each once.
    [[nodiscard]] std::vector<Edge> bordersNear(const std::vector<GridLine>& lines) const;
    /// Of these, those whose box meets `within`: a line may be drawn far beyond the unit it is meant for.
    [[nodiscard]] std::vector<Edge> bordersNear(const std::vector<GridLine>& lines, const geom::GridBox& within) const;
    /// Runs the segments of every unit along the paths.
    void bend(const Paths& paths);

    std::vector<Passed> passed;

private:
    void load(Draft& draft) const;
    /// Units of the county that have no polygon: no index finds them.
    [[nodiscard]] const std::vector<model::UnitRef>& withoutShape();

    const Ground& m_ground;
    std::deque<Draft> m_drafts;
    std::map<model::UnitRef, Id> m_known;
    std::optional<std::vector<model::UnitRef>> m_withoutShape;
};

}  // namespace xiangtu::borders
