// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/shared_array.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace xiangtu::topology {

/// Pixels of a row that have one face: from the end of the run before to `end` (exclusive).
struct FaceRun {
    std::uint32_t face;
    std::uint32_t end;
};

/// Where a plane lies: whole pixels of the world drawn at a zoom step (scene::scaleOfStep), the first
/// one at (left, top), top row first.
struct PlaneFrame {
    std::int32_t step = 0;
    std::uint32_t width = 0;
    std::int64_t left = 0;
    std::int64_t top = 0;
    bool operator==(const PlaneFrame&) const = default;
};

/// A whole coverage as one picture of face numbers at one scale, the face of a pixel being the one at
/// its centre. Coarser pictures are made by looking things up here: they cost pixels, not vertices.
/// About 60 bytes a face where a face has 50 pixels: eight a run, one run per face and row.
/// Immutable; its arrays may lie in mapped memory.
class FacePlane {
public:
    /// No plane: nothing is covered.
    FacePlane() = default;
    /// Row y has runs[rowStart[y]] … runs[rowStart[y + 1] - 1], which cover `width` pixels. Nothing when
    /// the arrays do not fit each other; O(rows). A plane that passes is safe to read whatever its runs
    /// say, but says the truth only when nobody changed them: guard stored ones with a checksum.
    [[nodiscard]] static std::optional<FacePlane> from(PlaneFrame frame, base::SharedArray<std::uint32_t> rowStart,
                                                       base::SharedArray<FaceRun> runs);

    [[nodiscard]] const PlaneFrame& frame() const noexcept { return m_frame; }
    [[nodiscard]] std::size_t height() const noexcept { return m_rowStart.empty() ? 0 : m_rowStart.size() - 1; }
    [[nodiscard]] bool empty() const noexcept { return height() == 0; }
    /// Never empty; the last one ends at the width.
    [[nodiscard]] std::span<const FaceRun> row(std::size_t y) const noexcept {
        return m_runs.span().subspan(m_rowStart[y], m_rowStart[y + 1] - m_rowStart[y]);
    }
    [[nodiscard]] const base::SharedArray<std::uint32_t>& rowStart() const noexcept { return m_rowStart; }
    [[nodiscard]] const base::SharedArray<FaceRun>& runs() const noexcept { return m_runs; }

private:
    PlaneFrame m_frame;
    base::SharedArray<std::uint32_t> m_rowStart;
    base::SharedArray<FaceRun> m_runs;
};

}  // namespace xiangtu::topology
