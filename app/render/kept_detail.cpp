// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/kept_detail.h"

#include <algorithm>
#include <cstdint>
#include <string>

namespace xiangtu::app {

namespace {

constexpr const char* kTiled = "scene.tiled";
constexpr const char* kFrame = "plane.frame";  ///< step, width, left, top
constexpr const char* kRows = "plane.rows";
constexpr const char* kRuns = "plane.runs";
constexpr const char* kPlan = "borders.plan";  ///< tolerance, levels, number of rungs
constexpr std::size_t kMostRungs = 32;

std::string rungName(std::size_t rung, const char* part) { return "rung" + std::to_string(rung) + "." + part; }

std::optional<topology::FacePlane> keptPlane(const display::Extras& extras) {
    const auto frame = extras.array<std::int64_t>(kFrame);
    const auto rows = extras.array<std::uint32_t>(kRows);
    const auto runs = extras.array<topology::FaceRun>(kRuns);
    if (!frame || frame->size() != 4 || !rows || !runs) return std::nullopt;
    const topology::PlaneFrame place{std::int32_t((*frame)[0]), std::uint32_t((*frame)[1]), (*frame)[2], (*frame)[3]};
    return topology::FacePlane::from(place, *rows, *runs);
}

std::optional<topology::BorderRung> keptRung(const display::Extras& extras, std::size_t number) {
    const auto levels = extras.array<std::uint32_t>(rungName(number, "levels"));
    const auto starts = extras.array<std::uint32_t>(rungName(number, "starts"));
    const auto points = extras.array<geom::GridPoint>(rungName(number, "points"));
    const auto boxes = extras.array<geom::GridBox>(rungName(number, "boxes"));
    const auto masks = extras.array<std::uint8_t>(rungName(number, "masks"));
    topology::BorderRung rung;
    if (!levels || levels->size() != rung.levelStart.size() || !starts || !points || !boxes || !masks) {
        return std::nullopt;
    }
    std::ranges::copy(*levels, rung.levelStart.begin());
    rung.pointStart = *starts;
    rung.points = *points;
    rung.boxes = *boxes;
    rung.masks = *masks;
    return rung;
}

std::optional<topology::BorderDetail> keptBorders(const display::Extras& extras) {
    const auto plan = extras.array<double>(kPlan);
    if (!plan || plan->size() != 3 || !((*plan)[2] >= 0 && (*plan)[2] <= double(kMostRungs))) return std::nullopt;
    if (!((*plan)[1] >= 0 && (*plan)[1] < double(1u << topology::kMaxLevels))) return std::nullopt;
    std::vector<topology::BorderRung> rungs;
    for (std::size_t r = 0; r < std::size_t((*plan)[2]); ++r) {
        auto rung = keptRung(extras, r);
        if (!rung) return std::nullopt;
        rungs.push_back(std::move(*rung));
    }
    return topology::BorderDetail::from((*plan)[0], unsigned((*plan)[1]), std::move(rungs));
}

template <class T>
base::SharedArray<T> arrayOf(std::initializer_list<T> values) {
    return std::vector<T>(values);
}

}  // namespace

std::vector<display::Section> keptSections(const scene::Geometry& geometry) {
    const topology::FacePlane& plane = geometry.detail()->faces;
    const topology::PlaneFrame& frame = plane.frame();
    const topology::BorderDetail& borders = geometry.detail()->borders;
    std::vector<display::Section> out;
    out.push_back(display::section(kTiled, geometry.tiled()));
    out.push_back(display::section(kFrame, arrayOf<std::int64_t>({frame.step, frame.width, frame.left, frame.top})));
    out.push_back(display::section(kRows, plane.rowStart()));
    out.push_back(display::section(kRuns, plane.runs()));
    const double rungs = double(borders.rungs().size());
    out.push_back(display::section(kPlan, arrayOf<double>({borders.tolerance(), double(borders.levels()), rungs})));
    for (std::size_t r = 0; r < borders.rungs().size(); ++r) {
        const topology::BorderRung& rung = borders.rungs()[r];
        const std::vector<std::uint32_t> levels(rung.levelStart.begin(), rung.levelStart.end());
        out.push_back(display::section(rungName(r, "levels"), base::SharedArray<std::uint32_t>(levels)));
        out.push_back(display::section(rungName(r, "starts"), rung.pointStart));
        out.push_back(display::section(rungName(r, "points"), rung.points));
        out.push_back(display::section(rungName(r, "boxes"), rung.boxes));
        out.push_back(display::section(rungName(r, "masks"), rung.masks));
    }
    return out;
}

std::shared_ptr<const topology::Detail> keptDetail(const display::Extras& extras) {
    auto plane = keptPlane(extras);
    auto borders = plane ? keptBorders(extras) : std::nullopt;
    if (!borders) return nullptr;
    return std::make_shared<const topology::Detail>(topology::Detail{std::move(*plane), std::move(*borders)});
}

base::SharedArray<std::uint8_t> keptTiled(const display::Extras& extras) {
    return extras.array<std::uint8_t>(kTiled).value_or(base::SharedArray<std::uint8_t>());
}

}  // namespace xiangtu::app
