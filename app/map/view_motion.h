// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene/view.h"

#include <variant>

namespace xiangtu::app {

// The three ways a view moves by itself. Each is a plain value that gives the view at a time, so the
// pace never depends on the frame rate. Times are seconds of any steady clock; screen points are
// device pixels.

/// Zooms towards a scale while one world point stays under one screen point.
struct ZoomMotion {
    geodesy::WorldPoint anchorWorld;
    scene::ScreenPoint anchor;
    double startedAt = 0;
    double lastInputAt = 0;
    double fromStep = 0;  ///< fractional zoom step where it started
    double toStep = 0;    ///< as asked for; a pause of the input rounds it to a whole step

    [[nodiscard]] double stepAt(double now) const noexcept;
    [[nodiscard]] bool doneAt(double now) const noexcept;
    [[nodiscard]] scene::View viewAtStep(scene::View view, double step) const noexcept;
};

/// Slides on after the hand let go; exponential decay.
struct FlingMotion {
    geodesy::WorldPoint from;
    double startedAt = 0;
    double velocityX = 0;  ///< of the view's centre, device pixels per second
    double velocityY = 0;

    [[nodiscard]] scene::View at(scene::View view, double now) const noexcept;
    [[nodiscard]] bool doneAt(double now) const noexcept;
    [[nodiscard]] scene::View end(scene::View view) const noexcept;
};

/// Goes from one view to another over a smooth zooming and panning path: van Wijk and Nuij,
/// "Smooth and efficient zooming and panning", InfoVis 2003.
class FlightMotion {
public:
    FlightMotion(const scene::View& from, const scene::View& to, double startedAt);

    [[nodiscard]] scene::View at(double now) const noexcept;
    [[nodiscard]] bool doneAt(double now) const noexcept { return now >= m_startedAt + m_seconds; }
    [[nodiscard]] const scene::View& end() const noexcept { return m_to; }

private:
    scene::View m_from;
    scene::View m_to;
    double m_startedAt = 0;
    double m_seconds = 0;
    double m_path = 0;      ///< length of the path in the metric of the paper
    double m_distance = 0;  ///< between the centres, world units
    double m_r0 = 0;
};

using Motion = std::variant<std::monostate, ZoomMotion, FlingMotion, FlightMotion>;

/// The fractional zoom step of a scale.
[[nodiscard]] inline double stepOf(double scale) noexcept { return std::log2(scale / 256) * scene::kStepsPerZoom; }
[[nodiscard]] inline double scaleOfFractionalStep(double step) noexcept {
    return 256 * std::exp2(step / scene::kStepsPerZoom);
}

}  // namespace xiangtu::app
