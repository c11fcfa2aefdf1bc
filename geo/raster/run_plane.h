// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/view.h"
#include "topology/face_plane.h"

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

namespace xiangtu::raster {

using topology::FaceRun;

/// All faces of a tile: row y has runs[rowStart[y]] … runs[rowStart[y + 1] - 1], which cover it whole.
struct FaceRuns {
    std::vector<std::uint32_t> rowStart;  ///< kTilePx + 1
    std::vector<FaceRun> runs;
};

/// A plane of face numbers painted run by run, of which only the pixels where a run starts are held:
/// what a run costs does not grow with its length. Later runs cover earlier ones.
class RunPlane {
public:
    /// Empties the plane: every row is one run of `ground`.
    void start(std::uint32_t ground) noexcept;
    /// Precondition: 0 <= from < end <= kTilePx.
    void paint(int row, int from, int end, std::uint32_t face) noexcept;
    [[nodiscard]] FaceRuns runs() const;

private:
    static constexpr int kSize = scene::kTilePx;
    static constexpr int kWords = kSize / 64;
    using Row = std::array<std::uint64_t, kWords>;

    [[nodiscard]] static std::uint64_t bit(int column) noexcept { return std::uint64_t(1) << (column % 64); }
    /// The last start left of a column > 0; column 0 always is one.
    [[nodiscard]] static int startBefore(const Row& starts, int column) noexcept;

    std::array<Row, kSize> m_starts{};  ///< bit per pixel: a run starts here
    std::vector<std::uint32_t> m_face = std::vector<std::uint32_t>(std::size_t(kSize) * kSize);  ///< at starts only
};

inline int RunPlane::startBefore(const Row& starts, int column) noexcept {
    int word = (column - 1) / 64;
    std::uint64_t ahead = starts[std::size_t(word)] << (63 - (column - 1) % 64);
    if (ahead != 0) return column - 1 - std::countl_zero(ahead);
    do ahead = starts[std::size_t(--word)];
    while (ahead == 0);
    return word * 64 + 63 - std::countl_zero(ahead);
}

inline void RunPlane::paint(int row, int from, int end, std::uint32_t face) noexcept {
    Row& starts = m_starts[std::size_t(row)];
    std::uint32_t* faces = &m_face[std::size_t(row) * kSize];
    if (end < kSize && !(starts[std::size_t(end) / 64] & bit(end))) {
        // What lay under the run goes on behind it.
        faces[end] = faces[startBefore(starts, end)];
        starts[std::size_t(end) / 64] |= bit(end);
    }
    const int first = from / 64, last = (end - 1) / 64;
    for (int word = first; word <= last; ++word) {
        const std::uint64_t left = word == first ? bit(from) - 1 : 0;
        const std::uint64_t right = word == last ? ~(bit(end - 1) | (bit(end - 1) - 1)) : 0;
        starts[std::size_t(word)] &= left | right;
    }
    starts[std::size_t(first)] |= bit(from);
    faces[from] = face;
}

}  // namespace xiangtu::raster
