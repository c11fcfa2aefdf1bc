// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_motion.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace xiangtu::app {

namespace {
constexpr double kZoomTau = 0.07;        // seconds in which 63 % of a zoom is done
constexpr double kInputPause = 0.16;     // a touchpad that is silent for so long has ended its gesture
constexpr double kStepTolerance = 0.01;  // of a quarter zoom: 0.2 % of scale
constexpr double kFlingTau = 0.325;
constexpr double kFlingRestPx = 0.5;
constexpr double kRho = std::numbers::sqrt2;  // how far a flight zooms out, the paper's recommended value
constexpr double kFlightSpeed = 3.2;          // path lengths per second

double smooth(double t) { return t * t * (3 - 2 * t); }
}  // namespace

double ZoomMotion::stepAt(double now) const noexcept {
    const bool paused = now - lastInputAt > kInputPause;
    const double target = paused ? std::round(toStep) : toStep;
    return target + (fromStep - target) * std::exp(-std::max(0.0, now - startedAt) / kZoomTau);
}

bool ZoomMotion::doneAt(double now) const noexcept {
    const double rest = std::round(toStep);
    const bool whole = std::abs(toStep - rest) < 1e-9;
    if (!whole && now - lastInputAt <= kInputPause) return false;
    return std::abs(stepAt(now) - rest) < kStepTolerance;
}

scene::View ZoomMotion::viewAtStep(scene::View view, double step) const noexcept {
    view.scale = scaleOfFractionalStep(step);
    view.centre = {anchorWorld.x - (anchor.x - view.widthPx / 2.0) / view.scale,
                   anchorWorld.y - (anchor.y - view.heightPx / 2.0) / view.scale};
    return view;
}

scene::View FlingMotion::at(scene::View view, double now) const noexcept {
    const double travelled = kFlingTau * (1 - std::exp(-std::max(0.0, now - startedAt) / kFlingTau));
    view.centre = {from.x + velocityX * travelled / view.scale, from.y + velocityY * travelled / view.scale};
    return view;
}

bool FlingMotion::doneAt(double now) const noexcept {
    return std::hypot(velocityX, velocityY) * kFlingTau * std::exp(-(now - startedAt) / kFlingTau) < kFlingRestPx;
}

scene::View FlingMotion::end(scene::View view) const noexcept {
    view.centre = {from.x + velocityX * kFlingTau / view.scale, from.y + velocityY * kFlingTau / view.scale};
    return view;
}

FlightMotion::FlightMotion(const scene::View& from, const scene::View& to, double startedAt)
    : m_from(from), m_to(to), m_startedAt(startedAt) {
    m_distance = std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y);
    const double w0 = from.widthPx / from.scale;
    const double w1 = to.widthPx / to.scale;
    if (m_distance < 1e-3 * std::min(w0, w1)) {
        m_distance = 0;
        m_path = std::abs(std::log(w1 / w0)) / kRho;
    } else {
        const double rho2 = kRho * kRho;
        const double rho4 = rho2 * rho2;
        const double d2 = m_distance * m_distance;
        const double b0 = (w1 * w1 - w0 * w0 + rho4 * d2) / (2 * w0 * rho2 * m_distance);
        const double b1 = (w1 * w1 - w0 * w0 - rho4 * d2) / (2 * w1 * rho2 * m_distance);
        m_r0 = -std::asinh(b0);
        m_path = (-std::asinh(b1) - m_r0) / kRho;
    }
    m_seconds = std::clamp(m_path / kFlightSpeed, 0.2, 1.2);
}

scene::View FlightMotion::at(double now) const noexcept {
    if (doneAt(now)) return m_to;
    const double s = smooth(std::clamp((now - m_startedAt) / m_seconds, 0.0, 1.0)) * m_path;
    const double w0 = m_from.widthPx / m_from.scale;
    scene::View view = m_to;
    if (m_distance == 0) {
        const double direction = m_to.scale < m_from.scale ? 1 : -1;
        view.scale = m_from.widthPx / (w0 * std::exp(direction * kRho * s));
        const double t = m_path > 0 ? s / m_path : 1;
        view.centre = {std::lerp(m_from.centre.x, m_to.centre.x, t), std::lerp(m_from.centre.y, m_to.centre.y, t)};
        return view;
    }
    const double along =
        w0 / (kRho * kRho * m_distance) * (std::cosh(m_r0) * std::tanh(kRho * s + m_r0) - std::sinh(m_r0));
    const double width = w0 * std::cosh(m_r0) / std::cosh(kRho * s + m_r0);
    view.scale = m_from.widthPx / width;
    view.centre = {std::lerp(m_from.centre.x, m_to.centre.x, along), std::lerp(m_from.centre.y, m_to.centre.y, along)};
    return view;
}

}  // namespace xiangtu::app
