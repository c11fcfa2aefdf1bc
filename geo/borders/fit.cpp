// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"
#include "borders/work.h"

#include "geodesy/area.h"
#include "geom/measure.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

using EdgeSet = std::unordered_set<Edge, EdgeHash>;

EdgeSet setOf(const MultiPolygon& shape) {
    EdgeSet out;
    forEachEdge(shape, [&](const Edge& e) { out.insert(e); });
    return out;
}

/// Twice the area by the perimeter: about the width of a long thin face, in metres.
double widthOf(const MultiPolygon& land) {
    double around = 0;
    forEachEdge(land, [&](const Edge& e) { around += geodesy::distance(geom::toGeo(e.a), geom::toGeo(e.b)); });
    return 2 * geodesy::area(land) / around;
}

/// Fits the children of one unit into it: the unit is cut along all their borders, and every face goes to one.
class Fitting {
public:
    Fitting(Work& work, Id parent, double tolerance)
        : m_work(work), m_parent(parent), m_tolerance(tolerance), m_children(work.sheet.children(parent)) {
        std::erase_if(m_children, [&](Id id) { return work.sheet[id].shape.empty(); });
    }

    Refused run() {
        if (m_children.empty()) return std::nullopt;
        if (auto refused = node()) return refused;
        if (!m_loose) return std::nullopt;
        if (auto refused = label()) return refused;
        if (auto refused = outside()) return refused;
        if (auto refused = share()) return refused;
        return assign();
    }

private:
    MultiPolygon& shapeOf(Id id) { return m_work.sheet[id].shape; }

    Refused dirty(std::string detail, Id unit, std::optional<GridPoint> place) {
        return m_work.refuse(Reason::dirty, std::move(detail), {unit, m_parent}, place);
    }

    /// Brings borders that miss each other to common vertices where they cross.
    Refused node() {
        const EdgeSet parent = setOf(shapeOf(m_parent));
        EdgeSet all;
        for (const Id child : m_children) all.merge(setOf(shapeOf(child)));
        std::vector<GridLine> loose;
        EdgeSet seen = parent;
        for (const Id child : m_children) {
            forEachEdge(shapeOf(child), [&](const Edge& e) {
                if (!parent.contains(e) && !all.contains(e.turned())) loose.push_back({e.a, e.b});
                seen.erase(e);
            });
        }
        for (const Edge& e : seen) loose.push_back({e.a, e.b});  // the parent's border beside a gap
        m_loose = !loose.empty();
        if (!m_loose) return std::nullopt;
        Noding noding(m_work.sheet.bordersNear(loose));
        if (!noding.add(loose)) {
            return m_work.refuse(Reason::tooIntricate, "the borders cannot be put on the lattice here", {m_parent},
                                 loose.front().front());
        }
        m_work.sheet.bend(noding.paths());
        return std::nullopt;
    }

    /// The faces inside the parent and the one child that has each, where it is one.
    Refused label() {
        const MultiPolygon& parent = shapeOf(m_parent);
        Edges lines;
        EdgeSet seen;
        for (const Id child : m_children) {
            forEachEdge(shapeOf(child), [&](const Edge& e) {
                if (seen.insert(e.plain()).second) lines.push_back(e);
            });
        }
        auto faces = facesOf(parent, edgesInside(parent, lines));
        if (!faces) return dirty("the borders do not fit together here", m_parent, placeIn(parent));
        for (Polygon& face : *faces) m_faces.push_back({std::move(face)});
        m_owner.assign(m_faces.size(), kNone);
        m_claims.assign(m_faces.size(), 0);
        for (const Id child : m_children) {
            const EdgeSet own = setOf(shapeOf(child));
            geom::GridBox box;
            for (const Edge& e : own) box.extend(e.a);
            for (std::size_t f = 0; f < m_faces.size(); ++f) {
                if (!has(child, own, box, m_faces[f])) continue;
                ++m_claims[f];
                m_owner[f] = m_claims[f] == 1 ? child : kNone;
            }
        }
        return std::nullopt;
    }

    bool has(Id child, const EdgeSet& own, const geom::GridBox& box, const MultiPolygon& face) {
        const Edge first{face.front().outer[0], face.front().outer[1]};
        if (!box.intersects(first.box())) return false;
        if (own.contains(first)) return true;
        if (own.contains(first.turned())) return false;
        return middleInside(shapeOf(child), first);
    }

    /// What children have outside the parent is let go, where it is thin.
    Refused outside() {
        const std::vector<MultiPolygon> parent{shapeOf(m_parent)};
        Edges lines = edgesOf(parent.front());
        for (const Id child : m_children) {
            auto faces = facesOf(shapeOf(child), edgesInside(shapeOf(child), lines));
            if (!faces) return dirty("the borders do not fit together here", child, placeIn(shapeOf(child)));
            for (Polygon& part : *faces) {
                const MultiPolygon land{std::move(part)};
                const Edge first{land.front().outer[0], land.front().outer[1]};
                const bool in =
                    setOf(parent.front()).contains(first) ||
                    (!setOf(parent.front()).contains(first.turned()) && middleInside(parent.front(), first));
                if (in || widthOf(land) <= m_tolerance) continue;
                return dirty("the unit reaches farther out of the one above than the tolerance", child, placeIn(land));
            }
        }
        return std::nullopt;
    }

    /// Gaps and overlaps go to the child with the longest border beside them.
    Refused share() {
        std::unordered_map<Edge, std::size_t, EdgeHash> faceOf;
        for (std::size_t f = 0; f < m_faces.size(); ++f) {
            forEachEdge(m_faces[f], [&](const Edge& e) { faceOf[e] = f; });
        }
        bool any = true;
        while (any) {
            any = false;
            for (std::size_t f = 0; f < m_faces.size(); ++f) {
                if (m_owner[f] != kNone) continue;
                std::map<Id, double> metres;
                forEachEdge(m_faces[f], [&](const Edge& e) {
                    const auto beside = faceOf.find(e.turned());
                    if (beside == faceOf.end() || m_owner[beside->second] == kNone) return;
                    metres[m_owner[beside->second]] += geodesy::distance(geom::toGeo(e.a), geom::toGeo(e.b));
                });
                if (metres.empty()) continue;
                if (widthOf(m_faces[f]) > m_tolerance) {
                    return dirty(m_claims[f] == 0 ? "a gap here is wider than the tolerance"
                                                  : "an overlap here is wider than the tolerance",
                                 metres.begin()->first, placeIn(m_faces[f]));
                }
                m_owner[f] = std::ranges::max_element(metres, {}, [](const auto& m) { return m.second; })->first;
                any = true;
            }
        }
        const auto left = std::ranges::find(m_owner, kNone);
        if (left == m_owner.end()) return std::nullopt;
        return dirty("land here belongs to none of the units below", m_parent,
                     placeIn(m_faces[std::size_t(left - m_owner.begin())]));
    }

    Refused assign() {
        std::map<Id, Edges> edges;
        for (std::size_t f = 0; f < m_faces.size(); ++f) {
            forEachEdge(m_faces[f], [&](const Edge& e) { edges[m_owner[f]].push_back(e); });
        }
        for (const Id child : m_children) {
            auto shape = polygonsOf(edges[child]);
            if (!shape) return dirty("the borders do not fit together here", child, placeIn(shapeOf(child)));
            if (geom::twiceArea(*shape) != geom::twiceArea(shapeOf(child)) || shape->size() != shapeOf(child).size() ||
                setOf(*shape) != setOf(shapeOf(child))) {
                shapeOf(child) = std::move(*shape);
            }
        }
        for (const Id child : m_children) {
            if (m_work.sheet[child].shape == m_work.sheet[child].before) continue;
            if (auto refused = Fitting(m_work, child, m_tolerance).run()) return refused;
        }
        return std::nullopt;
    }

    Work& m_work;
    Id m_parent;
    double m_tolerance;
    std::vector<Id> m_children;
    bool m_loose = false;
    std::vector<MultiPolygon> m_faces;
    std::vector<Id> m_owner;
    std::vector<int> m_claims;
};

}  // namespace

Refused plan(Work& work, const SnapToParent& op) {
    const Id parent = work.sheet.find(op.parent);
    if (parent == kNone) return work.refuseUnknown(op.parent);
    if (!(op.tolerance > 0) || op.tolerance > 1000) {
        return work.refuse(Reason::badInput, "the tolerance must lie between 0 and 1000 metres", {parent},
                           placeIn(work.sheet[parent].shape));
    }
    return Fitting(work, parent, op.tolerance).run();
}

}  // namespace xiangtu::borders
