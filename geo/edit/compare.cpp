// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/compare.h"

#include "geodesy/area.h"

#include <algorithm>
#include <unordered_map>

namespace xiangtu::edit {

namespace {

using model::Level;
using model::Snapshot;
using model::UnitId;
using model::UnitRef;

/// The same rings point by point, without making polygons of them.
bool sameShape(const geom::PolygonSet& a, std::size_t i, const geom::PolygonSet& b, std::size_t j) {
    const std::size_t rings = a.firstRing(i + 1) - a.firstRing(i);
    if (rings != b.firstRing(j + 1) - b.firstRing(j)) return false;
    for (std::size_t r = 0; r < rings; ++r) {
        if (!std::ranges::equal(a.ring(a.firstRing(i) + r), b.ring(b.firstRing(j) + r))) return false;
    }
    return true;
}

/// Two rings may begin at different points and be the same border.
bool sameLand(const geom::PolygonSet& a, std::size_t i, const geom::PolygonSet& b, std::size_t j) {
    if (sameShape(a, i, b, j)) return true;
    const auto sorted = [](const geom::PolygonSet& set, std::size_t feature) {
        std::vector<geom::GridPoint> points;
        for (std::size_t r = set.firstRing(feature); r < set.firstRing(feature + 1); ++r) {
            points.insert(points.end(), set.ring(r).begin(), set.ring(r).end());
        }
        std::ranges::sort(points);
        return points;
    };
    return a.twiceArea(i) == b.twiceArea(j) && sorted(a, i) == sorted(b, j);
}

UnitId parentId(const Snapshot& snapshot, UnitRef ref) {
    const UnitRef parent = snapshot.unit(ref).parent;
    return parent.valid() ? snapshot.unit(parent).id : UnitId{};
}

class Comparer {
public:
    Comparer(const Snapshot& earlier, const Snapshot& later) : m_earlier(earlier), m_later(later) {
        for (const model::Scheme& scheme : *later.schemes) {
            m_schemes.push_back(earlier.findScheme(scheme.key).value_or(SIZE_MAX));
        }
    }

    UnitDifference one(Level level, UnitId id, UnitRef before, UnitRef after) const {
        UnitDifference out{id, level, before, after};
        const auto& old = m_earlier.table(level);
        const auto& now = m_later.table(level);
        const bool moved =
            !before.valid() || !after.valid() || !sameLand(old.shapes, before.row, now.shapes, after.row);
        if (moved) {
            if (before.valid()) out.areaBefore = geodesy::area(old.shapes, before.row);
            if (after.valid()) out.areaAfter = geodesy::area(now.shapes, after.row);
        }
        if (before.valid()) out.box.extend(old.shapes.box(before.row));
        if (after.valid()) out.box.extend(now.shapes.box(after.row));
        if (!before.valid() || !after.valid()) return out;
        const model::Unit& a = old.units[before.row];
        const model::Unit& b = now.units[after.row];
        out.borderMoved = moved;
        out.renamed = a.name != b.name;
        out.recoded = a.code != b.code;
        out.reparented = parentId(m_earlier, before) != parentId(m_later, after);
        out.households = a.households != b.households;
        for (std::size_t s = 0; s < m_schemes.size(); ++s) {
            if (classCode(m_earlier, m_schemes[s], before) != classCode(m_later, s, after)) out.classes.push_back(s);
        }
        return out;
    }

private:
    const Snapshot& m_earlier;
    const Snapshot& m_later;
    std::vector<std::size_t> m_schemes;  ///< per scheme of the later: the earlier's
};

bool differs(const UnitDifference& d) {
    return d.isNew() || d.isGone() || d.borderMoved || d.renamed || d.recoded || d.reparented || d.households ||
           !d.classes.empty();
}

}  // namespace

std::string classCode(const Snapshot& snapshot, std::size_t scheme, UnitRef unit) {
    if (!unit.valid() || scheme >= snapshot.schemes->size()) return {};
    const std::uint8_t position = snapshot.classOf(scheme, unit);
    return position == model::ClassColumn::kUnset ? std::string() : (*snapshot.schemes)[scheme].classes[position].code;
}

std::vector<UnitDifference> compare(const Snapshot& earlier, const Snapshot& later) {
    const Comparer comparer(earlier, later);
    std::vector<UnitDifference> out;
    for (const Level level : model::kLevels) {
        const auto& old = earlier.table(level).units;
        const auto& now = later.table(level).units;
        std::unordered_map<UnitId, std::uint32_t> rows;
        for (std::uint32_t row = 0; row < old.size(); ++row) rows.emplace(old[row].id, row);
        const std::size_t first = out.size();
        for (std::uint32_t row = 0; row < now.size(); ++row) {
            const auto was = rows.find(now[row].id);
            const UnitRef before = was == rows.end() ? UnitRef{} : UnitRef{level, was->second};
            if (was != rows.end()) rows.erase(was);
            UnitDifference difference = comparer.one(level, now[row].id, before, {level, row});
            if (differs(difference)) out.push_back(std::move(difference));
        }
        for (const auto& [id, row] : rows) out.push_back(comparer.one(level, id, {level, row}, {}));
        const auto code = [&](const UnitDifference& d) {
            return d.after.valid() ? now[d.after.row].code : old[d.before.row].code;
        };
        std::ranges::stable_sort(out.begin() + std::ptrdiff_t(first), out.end(), {}, code);
    }
    return out;
}

}  // namespace xiangtu::edit
