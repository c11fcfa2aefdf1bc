// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/neighbours.h"

#include "base/parallel.h"
#include "geodesy/area.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::query {

namespace {

double lengthOf(std::span<const geom::GridPoint> points) {
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        sum += geodesy::distance(geom::toGeo(points[i - 1]), geom::toGeo(points[i]));
    }
    return sum;
}

/// Pairs made one: sorted, lengths added in that order.
std::vector<Neighbours> joined(std::vector<Neighbours> pairs) {
    std::ranges::stable_sort(
        pairs, [](const Neighbours& p, const Neighbours& q) { return p.a != q.a ? p.a < q.a : p.b < q.b; });
    std::vector<Neighbours> out;
    for (const Neighbours& pair : pairs) {
        if (!out.empty() && out.back().a == pair.a && out.back().b == pair.b) {
            out.back().metres += pair.metres;
        } else {
            out.push_back(pair);
        }
    }
    return out;
}

}  // namespace

std::vector<Neighbours> neighbours(const topology::Topology& topology, std::size_t level) {
    std::vector<Neighbours> pairs;
    std::vector<std::uint32_t> arcs;
    for (std::uint32_t a = 0; a < topology.arcs().size(); ++a) {
        const topology::Arc& arc = topology.arcs()[a];
        const std::uint32_t left = topology.left(arc, level), right = topology.right(arc, level);
        if (left == topology::kNoFace || right == topology::kNoFace || left == right) continue;
        pairs.push_back({std::min(left, right), std::max(left, right), 0});
        arcs.push_back(a);
    }
    base::parallelFor(pairs.size(), 256, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            pairs[i].metres = lengthOf(topology.points(topology.arcs()[arcs[i]]));
        }
    });
    return joined(std::move(pairs));
}

std::vector<Neighbours> neighboursOf(const topology::Topology& topology, std::size_t level, std::uint32_t unit) {
    std::vector<Neighbours> pairs;
    for (const std::uint32_t a : topology.arcsOf(level, unit)) {
        const topology::Arc& arc = topology.arcs()[a];
        const std::uint32_t left = topology.left(arc, level), right = topology.right(arc, level);
        if (left == topology::kNoFace || right == topology::kNoFace || left == right) continue;
        pairs.push_back({std::min(left, right), std::max(left, right), lengthOf(topology.points(arc))});
    }
    return joined(std::move(pairs));
}

std::vector<std::uint32_t> connectedGroups(const std::vector<char>& in, const std::vector<Neighbours>& neighbours) {
    std::vector<std::uint32_t> root(in.size());
    std::iota(root.begin(), root.end(), 0u);
    const auto rootOf = [&](std::uint32_t n) {
        while (root[n] != n) n = root[n] = root[root[n]];
        return n;
    };
    for (const Neighbours& pair : neighbours) {
        if (pair.a >= in.size() || pair.b >= in.size() || in[pair.a] == 0 || in[pair.b] == 0) continue;
        const std::uint32_t a = rootOf(pair.a), b = rootOf(pair.b);
        root[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::uint32_t> group(in.size(), kNoGroup);
    std::uint32_t count = 0;
    for (std::uint32_t n = 0; n < in.size(); ++n) {
        if (in[n] == 0) continue;
        const std::uint32_t first = rootOf(n);
        group[n] = first == n ? count++ : group[first];
    }
    return group;
}

}  // namespace xiangtu::query
