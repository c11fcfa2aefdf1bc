// SPDX-License-Identifier: GPL-3.0-or-later
#include "raster/run_plane.h"

namespace xiangtu::raster {

void RunPlane::start(std::uint32_t ground) noexcept {
    for (int row = 0; row < kSize; ++row) {
        m_starts[std::size_t(row)] = {1};
        m_face[std::size_t(row) * kSize] = ground;
    }
}

FaceRuns RunPlane::runs() const {
    std::size_t count = 0;
    for (const Row& row : m_starts) {
        for (const std::uint64_t word : row) count += std::size_t(std::popcount(word));
    }
    FaceRuns all;
    all.rowStart.reserve(kSize + 1);
    all.runs.resize(count);
    FaceRun* next = all.runs.data();
    for (int row = 0; row < kSize; ++row) {
        all.rowStart.push_back(std::uint32_t(next - all.runs.data()));
        const std::uint32_t* faces = &m_face[std::size_t(row) * kSize];
        std::uint32_t open = faces[0];
        for (int word = 0; word < kWords; ++word) {
            std::uint64_t starts = m_starts[std::size_t(row)][std::size_t(word)];
            if (word == 0) starts &= ~std::uint64_t(1);
            for (; starts != 0; starts &= starts - 1) {
                const int column = word * 64 + std::countr_zero(starts);
                *next++ = {open, std::uint32_t(column)};
                open = faces[column];
            }
        }
        *next++ = {open, std::uint32_t(kSize)};
    }
    all.rowStart.push_back(std::uint32_t(count));
    return all;
}

}  // namespace xiangtu::raster
