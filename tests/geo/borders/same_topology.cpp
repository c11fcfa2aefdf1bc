// SPDX-License-Identifier: GPL-3.0-or-later
#include "same_topology.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace xiangtu::borders {

namespace {

using geom::GridPoint;
using topology::Arc;
using topology::Topology;

/// An arc in the one form it has whatever its direction and, when closed, its beginning.
std::string formOf(const Topology& topology, const Arc& arc) {
    const auto span = topology.points(arc);
    std::vector<GridPoint> points(span.begin(), span.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> faces;
    for (std::size_t l = 0; l < topology::kMaxLevels; ++l) {
        faces.emplace_back(topology.left(arc, l), topology.right(arc, l));
    }
    const bool closed = points.front() == points.back();
    if (closed) {
        points.pop_back();
        std::ranges::rotate(points, std::ranges::min_element(points));
        points.push_back(points.front());
    }
    if (points[1] > points[points.size() - 2] || (!closed && points.front() > points.back())) {
        if (closed || points.front() > points.back()) {
            std::ranges::reverse(points);
            for (auto& [left, right] : faces) std::swap(left, right);
        }
    }
    std::ostringstream out;
    out << int(arc.levelMask) << '/' << int(arc.topLevel);
    for (const auto& [left, right] : faces) out << ' ' << std::int64_t(left) << '|' << std::int64_t(right);
    for (const GridPoint p : points) out << ' ' << p.x << ',' << p.y;
    out << " box " << arc.box.min.x << ',' << arc.box.min.y << ',' << arc.box.max.x << ',' << arc.box.max.y;
    return out.str();
}

std::multiset<std::string> formsOf(const Topology& topology) {
    std::multiset<std::string> forms;
    for (const Arc& arc : topology.arcs()) forms.insert(formOf(topology, arc));
    return forms;
}

}  // namespace

Topology built(const model::Snapshot& snapshot) {
    std::array<const geom::PolygonSet*, model::kLevelCount> sets{};
    for (std::size_t l = 0; l < sets.size(); ++l) sets[l] = &snapshot.levels[l]->shapes;
    return topology::build(sets);
}

std::string difference(const Topology& a, const Topology& b) {
    const auto left = formsOf(a), right = formsOf(b);
    for (const std::string& form : left) {
        if (left.count(form) != right.count(form)) return "only the first has arc " + form;
    }
    for (const std::string& form : right) {
        if (left.count(form) != right.count(form)) return "only the second has arc " + form;
    }
    for (std::size_t l = 0; l < topology::kMaxLevels; ++l) {
        if (a.arrays().faceStart[l].size() != b.arrays().faceStart[l].size()) return "other numbers of faces";
        for (std::uint32_t f = 0; f + 1 < a.arrays().faceStart[l].size(); ++f) {
            std::multiset<std::string> ofA, ofB;
            for (const std::uint32_t arc : a.arcsOf(l, f)) ofA.insert(formOf(a, a.arcs()[arc]));
            for (const std::uint32_t arc : b.arcsOf(l, f)) ofB.insert(formOf(b, b.arcs()[arc]));
            if (ofA != ofB) return "other arcs of face " + std::to_string(f) + " of level " + std::to_string(l);
        }
    }
    return "";
}

}  // namespace xiangtu::borders
