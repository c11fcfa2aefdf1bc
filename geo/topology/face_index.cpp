// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/face_index.h"

#include <bit>
#include <numeric>

namespace xiangtu::topology {

FaceIndex indexFaces(std::span<const Arc> arcs, std::span<const std::uint32_t> faces, std::size_t level,
                     std::size_t faceCount) {
    FaceIndex index;
    index.start.assign(faceCount + 1, 0);
    const auto forEach = [&](auto&& visit) {
        for (std::uint32_t a = 0; a < arcs.size(); ++a) {
            const unsigned mask = arcs[a].levelMask;
            if ((mask >> level & 1u) == 0) continue;
            const auto at = arcs[a].firstFace + 2 * std::size_t(std::popcount(mask & ((1u << level) - 1)));
            if (faces[at] != kNoFace) visit(faces[at], a);
            if (faces[at + 1] != kNoFace) visit(faces[at + 1], a);
        }
    };
    forEach([&](std::uint32_t face, std::uint32_t) { ++index.start[face + 1]; });
    std::partial_sum(index.start.begin(), index.start.end(), index.start.begin());
    index.arcs.resize(index.start.back());
    auto next = index.start;
    forEach([&](std::uint32_t face, std::uint32_t arc) { index.arcs[next[face]++] = arc; });
    return index;
}

}  // namespace xiangtu::topology
