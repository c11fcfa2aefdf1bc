// SPDX-License-Identifier: GPL-3.0-or-later
#include "topology/border_detail.h"

#include "base/parallel.h"
#include "topology/chains.h"
#include "topology/simplify.h"

#include <algorithm>
#include <numeric>

namespace xiangtu::topology {

namespace {

constexpr double kFactor = 4;
constexpr std::size_t kChunk = 256;

/// All chains simplified, in their order. Chunks are done on all cores and put together afterwards.
Chains simplified(const Chains& chains, double tolerance, double stretch, const base::Progress& progress) {
    struct Part {
        std::vector<geom::GridPoint> points;
        std::vector<std::uint32_t> counts;
    };
    std::vector<Part> parts((chains.size() + kChunk - 1) / kChunk);
    base::parallelFor(parts.size(), 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t p = begin; p < end; ++p) {
            progress.check();
            for (std::size_t n = p * kChunk; n < std::min(chains.size(), (p + 1) * kChunk); ++n) {
                const std::size_t before = parts[p].points.size();
                simplify(chains.chain(n), tolerance, stretch, parts[p].points);
                parts[p].counts.push_back(std::uint32_t(parts[p].points.size() - before));
            }
        }
    });
    Chains result;
    result.masks = chains.masks;
    result.start.reserve(chains.size() + 1);
    for (const Part& part : parts) {
        for (const std::uint32_t count : part.counts) result.start.push_back(result.start.back() + count);
        result.points.insert(result.points.end(), part.points.begin(), part.points.end());
    }
    return result;
}

/// Appends the chains in pieces; consecutive pieces share a point.
class RungMaker {
public:
    void add(const Chains& chains, std::size_t level) {
        for (std::size_t n = 0; n < chains.size(); ++n) {
            const auto chain = chains.chain(n);
            for (std::size_t from = 0; from + 1 < chain.size(); from += BorderDetail::kPiecePoints - 1) {
                const auto piece = chain.subspan(from, std::min(BorderDetail::kPiecePoints, chain.size() - from));
                m_points.insert(m_points.end(), piece.begin(), piece.end());
                m_start.push_back(std::uint32_t(m_points.size()));
                geom::GridBox box;
                for (const geom::GridPoint p : piece) box.extend(p);
                m_boxes.push_back(box);
                m_masks.push_back(chains.masks[n]);
            }
        }
        m_rung.levelStart[level + 1] = std::uint32_t(m_masks.size());
    }
    [[nodiscard]] BorderRung take() {
        m_rung.pointStart = std::move(m_start);
        m_rung.points = std::move(m_points);
        m_rung.boxes = std::move(m_boxes);
        m_rung.masks = std::move(m_masks);
        return std::move(m_rung);
    }

private:
    BorderRung m_rung;
    std::vector<std::uint32_t> m_start{0};
    std::vector<geom::GridPoint> m_points;
    std::vector<geom::GridBox> m_boxes;
    std::vector<std::uint8_t> m_masks;
};

bool fits(const BorderRung& rung) {
    const std::size_t pieces = rung.pieces();
    if (rung.pointStart.size() != pieces + 1 || rung.boxes.size() != pieces || rung.pointStart[0] != 0 ||
        rung.pointStart.back() != rung.points.size() || rung.levelStart.front() != 0 ||
        rung.levelStart.back() != pieces || !std::ranges::is_sorted(rung.levelStart)) {
        return false;
    }
    return std::ranges::is_sorted(rung.pointStart);
}

}  // namespace

std::optional<BorderDetail> BorderDetail::from(double tolerance, unsigned levels, std::vector<BorderRung> rungs) {
    if (!(tolerance > 0) || levels >> kMaxLevels != 0 || !std::ranges::all_of(rungs, fits)) return std::nullopt;
    BorderDetail detail;
    detail.m_tolerance = tolerance;
    detail.m_levels = levels;
    detail.m_rungs = std::move(rungs);
    for (const BorderRung& rung : detail.m_rungs) {
        auto& groups = detail.m_groups.emplace_back();
        for (std::size_t l = 0; l < kMaxLevels; ++l) {
            const std::uint32_t first = rung.levelStart[l], end = rung.levelStart[l + 1];
            groups[l].resize((end - first + kGroup - 1) / kGroup);
            for (std::uint32_t n = first; n < end; ++n) groups[l][(n - first) / kGroup].extend(rung.boxes[n]);
        }
    }
    return detail;
}

const BorderRung* BorderDetail::rungFor(double error) const noexcept {
    const BorderRung* found = nullptr;
    double tolerance = m_tolerance;
    for (const BorderRung& rung : m_rungs) {
        // Scales are powers: what is meant to be equal may differ in the last digits.
        if (tolerance > error * (1 + 1e-9)) break;
        found = &rung;
        tolerance *= kFactor;
    }
    return found;
}

BorderDetail buildBorderDetail(const Topology& topology, const BorderPlan& plan, const base::Progress& progress) {
    std::array<Chains, kMaxLevels> chains;
    base::parallelFor(kMaxLevels, 1, [&](std::size_t begin, std::size_t end) {
        for (std::size_t l = begin; l < end; ++l) {
            progress.check();
            if (plan.levels >> l & 1) chains[l] = joinArcs(topology, std::uint8_t(l));
        }
    });
    std::vector<BorderRung> rungs;
    double tolerance = plan.tolerance;
    for (std::size_t r = 0; r < plan.rungs; ++r, tolerance *= kFactor) {
        // What the rung before lost counts: its error and the new one add up to the tolerance at most.
        const double own = r == 0 ? tolerance : tolerance * (1 - 1 / kFactor);
        RungMaker rung;
        for (std::size_t l = 0; l < kMaxLevels; ++l) {
            chains[l] = simplified(chains[l], own, plan.stretch, progress);
            rung.add(chains[l], l);
        }
        rungs.push_back(rung.take());
    }
    return BorderDetail::from(plan.tolerance, plan.levels, std::move(rungs)).value();
}

}  // namespace xiangtu::topology
