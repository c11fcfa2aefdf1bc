// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"
#include "borders/work.h"

#include "geom/contains.h"
#include "geom/measure.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

/// Borders that got a vertex since were bent by less than this many lattice units.
constexpr double kBent = 1;

/// Vertices the segment is bent through today, in the order along it.
GridLine through(const Edge& e, const std::vector<GridPoint>& vertices) {
    const double x = double(e.b.x) - e.a.x, y = double(e.b.y) - e.a.y, length = std::hypot(x, y);
    std::vector<std::pair<double, GridPoint>> on;
    for (const GridPoint p : vertices) {
        const double along = (x * (double(p.x) - e.a.x) + y * (double(p.y) - e.a.y)) / length;
        if (along < 1 || along > length - 1) continue;
        if (std::abs(double(geom::cross(e.a, e.b, p))) / length <= kBent) on.emplace_back(along, p);
    }
    std::ranges::sort(on);
    GridLine out;
    for (const auto& [along, p] : on) out.push_back(p);
    return out;
}

/// Some points inside, the one with the most room around it first; none in a face too thin for the lattice.
std::vector<GridPoint> pointsIn(const Polygon& face) {
    std::vector<std::pair<__int128, GridPoint>> found;
    const geom::Ring& ring = face.outer;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GridPoint a = ring[i], b = ring[(i + 1) % ring.size()], c = ring[(i + 2) % ring.size()];
        const auto middle = [](std::int64_t p, std::int64_t q, std::int64_t r) {
            return std::int32_t((p + q + r) / 3);
        };
        const GridPoint p{middle(a.x, b.x, c.x), middle(a.y, b.y, c.y)};
        const __int128 area = geom::cross(a, b, c);
        if (area > 0 && geom::contains(MultiPolygon{face}, p)) found.emplace_back(-area, p);
    }
    std::ranges::sort(found);
    std::vector<GridPoint> out;
    for (const auto& [area, p] : found) out.push_back(p);
    return out;
}

/// A face of a unit of today and where it goes.
struct Cell {
    Id holder = kNone;
    Polygon land;
    bool restored = false;  ///< to the unit restored, which may have no id yet
    Id owner = kNone;       ///< else
};

class Restoring {
public:
    Restoring(Work& work, const RestoreLand& op, Id unit) : m_work(work), m_sheet(work.sheet), m_op(op), m_unit(unit) {}

    Refused run() {
        m_land = geom::snapToGrid(m_op.shape);
        geom::orient(m_land);
        if (m_land.empty()) return m_work.refuse(Reason::badInput, "there is no land to be restored", {}, {});
        for (const RestoreLand::Former& other : m_op.others) m_others.emplace_back(other.unit, snapToGrid(other.shape));
        geom::GridBox box;
        forEachEdge(m_land, [&](const Edge& e) { box.extend(e.a); });
        if (m_unit != kNone) forEachEdge(m_sheet[m_unit].shape, [&](const Edge& e) { box.extend(e.a); });
        m_near = m_sheet.near(m_op.unit.level, box);
        if (auto refused = cut()) return refused;
        return hand();
    }

private:
    /// The old border as it runs today where it is the same but for vertices.
    std::vector<GridLine> lines() {
        std::vector<GridLine> rings;
        const auto add = [&](const geom::Ring& ring) {
            rings.emplace_back(ring.begin(), ring.end()).push_back(ring.front());
        };
        for (const Polygon& part : m_land) {
            add(part.outer);
            for (const geom::Ring& hole : part.holes) add(hole);
        }
        const std::vector<Edge> borders = m_sheet.bordersNear(rings);
        const std::unordered_set<Edge, EdgeHash> today(borders.begin(), borders.end());
        std::unordered_set<GridPoint, geom::GridPointHash> ends;
        for (const Edge& e : borders) ends.insert({e.a, e.b});
        const std::vector<GridPoint> vertices(ends.begin(), ends.end());
        for (GridLine& ring : rings) {
            GridLine bent{ring.front()};
            for (std::size_t i = 1; i < ring.size(); ++i) {
                const Edge e{ring[i - 1], ring[i]};
                if (!today.contains(e.plain())) {
                    const GridLine more = through(e, vertices);
                    bent.insert(bent.end(), more.begin(), more.end());
                }
                bent.push_back(e.b);
            }
            ring = std::move(bent);
        }
        return rings;
    }

    Refused cut() {
        const std::vector<GridLine> rings = lines();
        const auto intricate = [&] {
            return m_work.refuse(Reason::tooIntricate, "the old border cannot be put on the lattice here", {},
                                 m_land.front().outer.front());
        };
        Noding noding(m_sheet.bordersNear(rings));
        if (!noding.add(rings)) return intricate();
        std::vector<GridLine> chains;
        if (auto refused = cells(noding, chains)) return refused;
        if (!noding.restart(parting(chains))) return intricate();
        m_inner = edgesOf(noding.lines());
        m_sheet.bend(noding.paths());
        return cells(noding, chains);
    }

    /// The units of today cut along the lines; `chains`: the stretches of lines that cut them.
    Refused cells(const Noding& noding, std::vector<GridLine>& chains) {
        m_cells.clear();
        chains.clear();
        const Paths paths = noding.paths();
        for (const Id id : m_near) {
            const MultiPolygon shape = bent(m_sheet[id].shape, paths);
            auto own = chainsInside(shape, noding.lines());
            auto faces = facesOf(shape, edgesInside(shape, edgesOf(own)));
            if (!faces) {
                return m_work.refuse(Reason::dirty, "the borders do not fit together here; mend this first", {id},
                                     placeIn(shape));
            }
            for (Polygon& face : *faces) {
                Cell cell{id, std::move(face)};
                if (auto refused = settle(cell)) return refused;
                m_cells.push_back(std::move(cell));
            }
            std::ranges::move(own, std::back_inserter(chains));
        }
        return std::nullopt;
    }

    Refused settle(Cell& cell) {
        cell.owner = cell.holder;
        const std::vector<GridPoint> points = pointsIn(cell.land);
        if (points.empty() || isSliver({cell.land}, m_work.options())) return std::nullopt;
        const bool was = geom::contains(m_land, points.front());
        if (was == (cell.holder == m_unit)) return std::nullopt;
        if (was) {
            cell.restored = true;
            if (std::ranges::find(m_op.takers, m_sheet[cell.holder].codeBefore) != m_op.takers.end())
                return std::nullopt;
            return m_work.refuse(Reason::passedOn, "another unit has this land by now", {cell.holder}, points.front());
        }
        if (m_unit == kNone || cell.holder != m_unit) return std::nullopt;
        const auto former = std::ranges::find_if(
            m_others, [&](const auto& other) { return geom::contains(other.second, points.front()); });
        cell.owner = former == m_others.end() ? kNone : m_sheet.find({m_op.unit.level, former->first});
        if (cell.owner != kNone) return std::nullopt;
        return m_work.refuse(Reason::passedOn, "the unit that had this land is no more; restore that one first",
                             {m_unit}, points.front());
    }

    /// The chains that have different owners on their sides.
    [[nodiscard]] std::vector<GridLine> parting(const std::vector<GridLine>& chains) const {
        std::unordered_map<Edge, const Cell*, EdgeHash> cellOf;
        for (const Cell& cell : m_cells) {
            forEachEdge(MultiPolygon{cell.land}, [&](const Edge& e) { cellOf[e] = &cell; });
        }
        std::vector<GridLine> out;
        for (const GridLine& chain : chains) {
            bool parts = false;
            for (const Edge& e : edgesOf(std::vector<GridLine>{chain})) {
                const auto left = cellOf.find(e), right = cellOf.find(e.turned());
                if (left == cellOf.end() || right == cellOf.end()) continue;
                const Cell &a = *left->second, &b = *right->second;
                parts = parts || a.restored != b.restored || (!a.restored && a.owner != b.owner);
            }
            if (parts) out.push_back(chain);
        }
        return out;
    }

    /// The unit that is no more comes back beside the one that has most of its land.
    void makeAnew() {
        std::map<Id, __int128> areas;
        for (const Cell& cell : m_cells) {
            if (cell.restored) areas[cell.holder] += geom::twiceArea(MultiPolygon{cell.land});
        }
        if (areas.empty()) return;
        const Id like = std::ranges::max_element(areas, {}, [](const auto& area) { return area.second; })->first;
        m_unit = m_sheet.add(m_op.unit.level, m_sheet[like].parent, like);
        m_sheet[m_unit].code = m_op.unit.code;
    }

    Refused hand() {
        if (m_unit == kNone) makeAnew();
        std::map<Id, std::vector<const Cell*>> giving;
        for (const Cell& cell : m_cells) {
            if (cell.restored || cell.owner != cell.holder) giving[cell.holder];
        }
        for (const Cell& cell : m_cells) {
            if (giving.contains(cell.holder)) giving[cell.holder].push_back(&cell);
        }
        // A child may have grown over the unit's old border meanwhile: it is cut there, too.
        std::unordered_set<Edge, EdgeHash> known;
        for (const Edge& e : m_inner) known.insert(e.plain());
        for (const auto& [holder, cells] : giving) {
            for (const Cell* cell : cells) {
                forEachEdge(MultiPolygon{cell->land}, [&](const Edge& e) {
                    if (known.insert(e.plain()).second) m_inner.push_back(e);
                });
            }
        }
        for (const auto& [holder, cells] : giving) {
            if (auto refused = hand(holder, cells)) return refused;
        }
        return std::nullopt;
    }

    Refused hand(Id from, const std::vector<const Cell*>& cells) {
        std::map<Id, MultiPolygon> lands;
        for (const Cell* cell : cells) {
            MultiPolygon& land = lands[cell->restored ? m_unit : cell->owner];
            auto sum = joined(land, {cell->land});
            if (!sum) return spoiled(from);
            land = std::move(*sum);
        }
        const bool ends = !lands.contains(from);
        const bool wasThere = std::ranges::find(m_others, m_sheet[from].codeBefore,
                                                [](const auto& other) { return other.first; }) != m_others.end();
        if (ends && (wasThere || from == m_unit || lands.size() > 1)) {
            return m_work.refuse(Reason::wouldVanish, "a unit would lose all its land", {from},
                                 placeIn(m_sheet[from].shape));
        }
        std::vector<Piece> pieces;
        if (!ends) pieces.push_back({lands[from], from});
        for (auto& [owner, land] : lands) {
            if (owner == from) continue;
            if (auto refused = m_work.dirtyAlong(from, land)) return refused;
            pieces.push_back({std::move(land), owner});
        }
        const std::vector<Id> children = m_sheet.children(from);
        if (auto refused = m_work.pass(from, pieces)) return refused;
        m_sheet[from].gone = ends;
        return m_work.distribute(from, children, pieces, m_inner);
    }

    Refusal spoiled(Id unit) {
        return m_work.refuse(Reason::dirty, "the borders do not fit together here; mend this first", {unit},
                             placeIn(m_sheet[unit].shape));
    }

    Work& m_work;
    Sheet& m_sheet;
    const RestoreLand& m_op;
    Id m_unit;
    MultiPolygon m_land;
    std::vector<std::pair<model::Code, MultiPolygon>> m_others;
    std::vector<Id> m_near;
    std::vector<Cell> m_cells;
    Edges m_inner;
};

}  // namespace

Refused plan(Work& work, const RestoreLand& op) { return Restoring(work, op, work.sheet.find(op.unit)).run(); }

}  // namespace xiangtu::borders
