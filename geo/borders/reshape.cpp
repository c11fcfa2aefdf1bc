// SPDX-License-Identifier: GPL-3.0-or-later
#include "borders/finder.h"
#include "borders/splitting.h"
#include "borders/work.h"

#include "geom/measure.h"

#include <algorithm>
#include <unordered_set>

namespace xiangtu::borders {

namespace {

using geom::MultiPolygon;
using geom::Polygon;

/// Everything around a shape up to a frame, its holes included.
MultiPolygon outsideOf(const MultiPolygon& shape, geom::GridBox frame) {
    constexpr std::int32_t kMargin = 1000;
    forEachEdge(shape, [&](const Edge& e) { frame.extend(e.a); });
    const GridPoint a{frame.min.x - kMargin, frame.min.y - kMargin}, b{frame.max.x + kMargin, frame.max.y + kMargin};
    Edges edges{{a, {b.x, a.y}}, {{b.x, a.y}, b}, {b, {a.x, b.y}}, {{a.x, b.y}, a}};
    forEachEdge(shape, [&](const Edge& e) { edges.push_back(e.turned()); });
    return polygonsOf(edges).value_or(MultiPolygon{});
}

/// The faces that edges cut off from the parts of a shape: all but the largest of every part.
std::vector<MultiPolygon> cutOff(const MultiPolygon& shape, std::vector<Polygon> faces) {
    std::vector<MultiPolygon> parts;
    for (const Polygon& part : shape) parts.push_back({part});
    const Finder finder(parts);
    std::vector<std::size_t> partOf, largest(parts.size(), faces.size());
    for (std::size_t f = 0; f < faces.size(); ++f) {
        partOf.push_back(finder.find({faces[f]}).value_or(0));
        std::size_t& best = largest[partOf[f]];
        if (best == faces.size() || geom::twiceArea({faces[f]}) > geom::twiceArea({faces[best]})) best = f;
    }
    std::vector<MultiPolygon> out;
    for (std::size_t f = 0; f < faces.size(); ++f) {
        if (largest[partOf[f]] != f) out.push_back({std::move(faces[f])});
    }
    return out;
}

/// Land leaving one unit: parts and who gets them.
struct Giving {
    Id from = kNone;
    std::vector<Piece> pieces;  ///< without the part that stays
};

class Redrawing {
public:
    Redrawing(Work& work, Id unit, Id neighbour) : m_work(work), m_unit(unit), m_neighbour(neighbour) {}

    Refused run(const GridLine& line) {
        if (auto refused = node(line)) return refused;
        if (auto refused = collectGiven()) return refused;
        if (auto refused = collectTaken()) return refused;
        for (const Giving& giving : m_givings) {
            if (auto refused = hand(giving)) return refused;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] MultiPolygon shapeOf(Id id) const { return bent(m_work.sheet[id].shape, m_paths); }

    Refused node(const GridLine& line) {
        m_at = line.front();
        for (const GridPoint p : line) m_frame.extend(p);
        Noding noding(m_work.sheet.bordersNear({line}));
        const auto intricate = [&] {
            return m_work.refuse(Reason::tooIntricate, "the line cannot be put on the lattice here", {m_unit}, m_at);
        };
        if (!noding.add({line})) return intricate();
        const MultiPolygon shape = bent(m_work.sheet[m_unit].shape, noding.paths());
        auto chains = chainsInside(shape, noding.lines());
        for (GridLine& chain : chainsInside(outsideOf(shape, m_frame), noding.lines()))
            chains.push_back(std::move(chain));
        if (chains.empty()) {
            return m_work.refuse(Reason::doesNotCross, "the line does not begin and end on the unit's border", {m_unit},
                                 m_at);
        }
        if (!noding.restart(chains)) return intricate();
        m_paths = noding.paths();
        m_edges = edgesOf(noding.lines());
        std::unordered_set<Edge, EdgeHash> once;
        for (const Edge& e : m_edges) {
            if (once.insert(e.plain()).second) continue;
            return m_work.refuse(Reason::lineCrossesItself, "the line comes too close to itself", {m_unit}, e.a);
        }
        return std::nullopt;
    }

    Refused collectGiven() {
        const MultiPolygon shape = shapeOf(m_unit);
        auto faces = facesOf(shape, edgesInside(shape, m_edges));
        if (!faces) return spoiled(m_unit);
        Giving giving{m_unit, {}};
        for (MultiPolygon& land : cutOff(shape, std::move(*faces))) {
            const Id taker = m_neighbour != kNone ? m_neighbour : takerOf(land);
            if (taker == kNone) {
                return m_work.refuse(Reason::outerBorder, "there is no unit beyond to take this land", {m_unit},
                                     placeIn(land));
            }
            if (!touches(land, shapeOf(taker))) {
                return m_work.refuse(Reason::notNeighbours, "the land cut off has no common segment with the neighbour",
                                     {m_unit, taker}, placeIn(land));
            }
            giving.pieces.push_back({std::move(land), taker});
        }
        if (!giving.pieces.empty()) m_givings.push_back(std::move(giving));
        return std::nullopt;
    }

    Id takerOf(const MultiPolygon& land) {
        Id best = kNone;
        double longest = 0;
        geom::GridBox box;
        forEachEdge(land, [&](const Edge& e) { box.extend(e.a); });
        for (const Id other : m_work.sheet.near(m_work.sheet[m_unit].level, box)) {
            const double metres = other == m_unit ? 0 : sharedBorder(shapeOf(other), land);
            if (metres <= longest) continue;
            longest = metres;
            best = other;
        }
        return best;
    }

    Refused collectTaken() {
        const MultiPolygon around = outsideOf(shapeOf(m_unit), m_frame);
        auto faces = facesOf(around, edgesInside(around, m_edges));
        if (!faces) return spoiled(m_unit);
        const std::vector<MultiPolygon> wanted = cutOff(around, std::move(*faces));
        const Finder finder(wanted);
        __int128 missing = 0;
        geom::GridBox box;
        for (const MultiPolygon& land : wanted) {
            missing += geom::twiceArea(land);
            forEachEdge(land, [&](const Edge& e) { box.extend(e.a); });
        }
        if (wanted.empty()) return std::nullopt;
        for (const Id other : m_work.sheet.near(m_work.sheet[m_unit].level, box)) {
            if (other == m_unit) continue;
            const MultiPolygon shape = shapeOf(other);
            auto parts = facesOf(shape, edgesInside(shape, m_edges));
            if (!parts) return spoiled(other);
            Giving giving{other, {}};
            __int128 left = 0;
            for (Polygon& part : *parts) {
                MultiPolygon land{std::move(part)};
                if (!finder.find(land)) {
                    left += geom::twiceArea(land);
                    continue;
                }
                missing -= geom::twiceArea(land);
                giving.pieces.push_back({std::move(land), m_unit});
            }
            if (giving.pieces.empty()) continue;
            if (left == 0) return vanishing(other);
            m_givings.push_back(std::move(giving));
        }
        if (missing != 0) {
            return m_work.refuse(Reason::outerBorder, "the line leads over land that belongs to no unit of this level",
                                 {m_unit}, m_at);
        }
        return std::nullopt;
    }

    Refused hand(const Giving& giving) {
        Sheet& sheet = m_work.sheet;
        std::vector<Piece> pieces = giving.pieces;
        for (const Piece& piece : pieces) {
            if (!isSliver(piece.land, m_work.options())) continue;
            return m_work.refuse(Reason::sliver, "a piece is smaller or thinner than allowed",
                                 {giving.from, piece.owner}, placeIn(piece.land));
        }
        // A child may have grown over the unit's old border meanwhile: it is cut there, too.
        Edges inner = m_edges;
        std::unordered_set<Edge, EdgeHash> known;
        for (const Edge& e : m_edges) known.insert(e.plain());
        for (const Piece& piece : pieces) {
            forEachEdge(piece.land, [&](const Edge& e) {
                if (known.insert(e.plain()).second) inner.push_back(e);
            });
        }
        if (m_work.options().children == ChildPolicy::whole && filledByChildren(giving.from)) {
            if (auto refused = byChildren(giving.from, pieces)) return refused;
            inner.clear();
        } else {
            sheet.bend(m_paths);
        }
        MultiPolygon stays = sheet[giving.from].shape;
        for (const Piece& piece : pieces) {
            auto rest = without(stays, piece.land);
            if (!rest) return spoiled(giving.from);
            stays = std::move(*rest);
        }
        if (stays.empty()) return vanishing(giving.from);
        pieces.insert(pieces.begin(), Piece{std::move(stays), giving.from});
        return handOver(m_work, giving.from, pieces, inner);
    }

    bool filledByChildren(Id unit) {
        __int128 sum = 0;
        for (const Id child : m_work.sheet.children(unit)) sum += geom::twiceArea(m_work.sheet[child].shape);
        return sum == geom::twiceArea(m_work.sheet[unit].shape);
    }

    /// Whole children instead of the pieces as drawn, each for the piece that most of it lies in.
    Refused byChildren(Id from, std::vector<Piece>& pieces) {
        std::vector<MultiPolygon> lands;
        for (const Piece& piece : pieces) lands.push_back(piece.land);
        const Finder finder(lands);
        std::vector<Edges> edges(pieces.size());
        for (const Id child : m_work.sheet.children(from)) {
            const MultiPolygon shape = shapeOf(child);
            auto parts = facesOf(shape, edgesInside(shape, m_edges));
            if (!parts) return spoiled(child);
            std::vector<__int128> areas(pieces.size() + 1, 0);
            for (Polygon& part : *parts) {
                const MultiPolygon land{std::move(part)};
                areas[finder.find(land).value_or(pieces.size())] += geom::twiceArea(land);
            }
            const auto most = std::size_t(std::ranges::max_element(areas) - areas.begin());
            if (most == pieces.size()) continue;
            const Edges own = edgesOf(m_work.sheet[child].shape);
            edges[most].insert(edges[most].end(), own.begin(), own.end());
        }
        std::vector<Piece> whole;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            if (edges[i].empty()) continue;
            auto land = polygonsOf(edges[i]);
            if (!land) return spoiled(from);
            whole.push_back({std::move(*land), pieces[i].owner});
        }
        if (whole.empty()) {
            return m_work.refuse(Reason::nothingToDo, "no unit below lies mostly beyond the line", {from},
                                 placeIn(lands.front()));
        }
        pieces = std::move(whole);
        return std::nullopt;
    }

    Refusal vanishing(Id unit) {
        Refusal refusal = m_work.refuse(Reason::wouldVanish, "a unit would lose all its land", {unit},
                                        placeIn(m_work.sheet[unit].shape));
        const UnitName gone = m_work.sheet.name(unit), into = m_work.sheet.name(m_unit);
        if (unit != m_unit)
            refusal.offer = Request{Merge{gone.level, {gone.code, into.code}, into.code}, m_work.options()};
        return refusal;
    }
    Refusal spoiled(Id unit) {
        return m_work.refuse(Reason::dirty, "the borders do not fit together here; mend this first", {m_unit, unit},
                             m_at);
    }

    Work& m_work;
    Id m_unit, m_neighbour;
    GridPoint m_at;
    geom::GridBox m_frame;
    Paths m_paths;
    Edges m_edges;
    std::vector<Giving> m_givings;
};

}  // namespace

Refused plan(Work& work, const Reshape& op) {
    const Id unit = work.sheet.find(op.unit);
    if (unit == kNone) return work.refuseUnknown(op.unit);
    Id neighbour = kNone;
    if (op.neighbour) {
        neighbour = work.sheet.find({op.unit.level, *op.neighbour});
        if (neighbour == kNone || neighbour == unit) return work.refuseUnknown({op.unit.level, *op.neighbour});
    }
    GridLine line;
    if (auto refused = work.line(op.line, line)) return refused;
    auto refused = Redrawing(work, unit, neighbour).run(line);
    if (refused && refused->reason == Reason::doesNotCross) {
        if (auto longer = lengthened(work.sheet[unit].shape, line)) {
            Reshape mended = op;
            mended.line = std::move(*longer);
            refused->offer = Request{std::move(mended), work.options()};
        }
    }
    return refused;
}

}  // namespace xiangtu::borders
