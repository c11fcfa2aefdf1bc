// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_controller.h"

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {
constexpr double kExcursion = 0.8;     // motions closer together than this are one step of the history
constexpr double kSampleWindow = 0.1;  // seconds of dragging that decide the fling
constexpr double kFlingMinSpeed = 80;  // interface pixels per second
constexpr double kFlingMaxSpeed = 6000;
constexpr double kFitMargin = 24;                // interface pixels
constexpr double kNearestMetresPerPixel = 0.05;  // interface pixels; a door is twenty pixels wide
constexpr double kUnitMetresPerPixel = 0.25;     // going to a tiny cell still shows its neighbours
}  // namespace

void ViewController::resize(int widthPx, int heightPx, double pixelRatio) {
    if (widthPx == m_view.widthPx && heightPx == m_view.heightPx && pixelRatio == m_pixelRatio) return;
    const double growth = pixelRatio / m_pixelRatio;
    m_motion = {};
    m_view.widthPx = widthPx;
    m_view.heightPx = heightPx;
    m_pixelRatio = pixelRatio;
    m_view.scale *= growth;
    updateLimits();
    if (m_showsAll || !m_placed) {
        fitAll();
    } else {
        m_view = rested(m_view);
    }
}

void ViewController::setExtent(const geom::GridBox& extent) {
    m_extent = extent;
    updateLimits();
    if (!m_placed || m_showsAll) fitAll();
}

void ViewController::updateLimits() {
    if (m_extent.empty() || m_view.widthPx <= 0 || m_view.heightPx <= 0) return;
    const scene::View whole = scene::fit(m_extent, m_view.widthPx, m_view.heightPx, kFitMargin * m_pixelRatio);
    const double nearest = whole.metresPerPixel() * whole.scale * m_pixelRatio / kNearestMetresPerPixel;
    m_maxStep = int(std::ceil(stepOf(nearest)));
    m_minStep = std::min(m_maxStep, int(std::floor(stepOf(whole.scale))) - scene::kStepsPerZoom);
}

scene::View ViewController::clamped(scene::View view) const noexcept {
    view.scale = std::clamp(view.scale, scene::scaleOfStep(m_minStep), scene::scaleOfStep(m_maxStep));
    if (m_extent.empty()) return view;
    const geodesy::WorldPoint southWest = geodesy::toWorld(m_extent.min);
    const geodesy::WorldPoint northEast = geodesy::toWorld(m_extent.max);
    view.centre = {std::clamp(view.centre.x, southWest.x, northEast.x),
                   std::clamp(view.centre.y, northEast.y, southWest.y)};
    return view;
}

scene::View ViewController::rested(scene::View view) const noexcept {
    view = clamped(view);
    view.scale = scene::scaleOfStep(std::clamp(scene::nearestStep(view.scale), m_minStep, m_maxStep));
    // The world's origin falls on a whole device pixel, so tiles are copied, not resampled.
    const double x = std::round(view.centre.x * view.scale - view.widthPx / 2.0);
    const double y = std::round(view.centre.y * view.scale - view.heightPx / 2.0);
    view.centre = {(x + view.widthPx / 2.0) / view.scale, (y + view.heightPx / 2.0) / view.scale};
    return view;
}

scene::View ViewController::viewOf(const geom::GridBox& box, double marginPx) const noexcept {
    scene::View view = scene::fit(box, m_view.widthPx, m_view.heightPx, marginPx * m_pixelRatio);
    view.scale = scene::scaleOfStep(int(std::floor(stepOf(view.scale) + 1e-9)));
    return rested(view);
}

scene::View ViewController::destination() const noexcept {
    if (const auto* zoom = std::get_if<ZoomMotion>(&m_motion)) {
        return rested(zoom->viewAtStep(m_view, std::round(zoom->toStep)));
    }
    if (const auto* fling = std::get_if<FlingMotion>(&m_motion)) return rested(fling->end(m_view));
    if (const auto* flight = std::get_if<FlightMotion>(&m_motion)) return flight->end();
    return m_view;
}

void ViewController::advance(double now) {
    if (const auto* zoom = std::get_if<ZoomMotion>(&m_motion)) {
        if (zoom->doneAt(now)) {
            m_view = destination();
            settle(now);
        } else {
            m_view = clamped(zoom->viewAtStep(m_view, zoom->stepAt(now)));
        }
    } else if (const auto* fling = std::get_if<FlingMotion>(&m_motion)) {
        m_view = clamped(fling->at(m_view, now));
        if (fling->doneAt(now)) settle(now);
    } else if (const auto* flight = std::get_if<FlightMotion>(&m_motion)) {
        m_view = flight->at(now);
        if (flight->doneAt(now)) settle(now);
    }
}

void ViewController::settle(double now) {
    m_motion = {};
    m_view = rested(m_view);
    m_restSince = now;
}

void ViewController::leaveRest(Move move, double now) {
    m_showsAll = false;
    if (!m_placed || move == Move::travel) return;
    if (move == Move::jump || (!moving() && now - m_restSince > kExcursion)) m_history.leave(destination());
}

void ViewController::press(scene::ScreenPoint at, double now) {
    if (moving()) m_restSince = now;
    m_motion = {};
    m_held = true;
    m_samples.assign(1, Sample{at, now});
}

void ViewController::drag(scene::ScreenPoint to, double now) {
    if (!m_held || m_samples.empty()) return;
    const scene::ScreenPoint last = m_samples.back().at;
    if (last.x == to.x && last.y == to.y) return;
    leaveRest(Move::gesture, now);
    m_restSince = now;
    m_view.centre.x -= (to.x - last.x) / m_view.scale;
    m_view.centre.y -= (to.y - last.y) / m_view.scale;
    m_view = clamped(m_view);
    m_samples.push_back({to, now});
    while (m_samples.size() > 2 && now - m_samples.front().time > kSampleWindow) m_samples.pop_front();
}

void ViewController::release(double now) {
    if (!m_held) return;
    m_held = false;
    const Sample last = m_samples.back();
    while (!m_samples.empty() && now - m_samples.front().time > kSampleWindow) m_samples.pop_front();
    double vx = 0;
    double vy = 0;
    if (m_samples.size() >= 2) {
        const Sample& first = m_samples.front();
        const double seconds = std::max(last.time - first.time, 0.008);
        vx = -(last.at.x - first.at.x) / seconds;
        vy = -(last.at.y - first.at.y) / seconds;
    }
    m_samples.clear();
    const double speed = std::hypot(vx, vy);
    const bool exact = std::abs(stepOf(m_view.scale) - scene::nearestStep(m_view.scale)) < 1e-6;
    if (!exact) {
        settleScale(last.at, now);
    } else if (speed > kFlingMinSpeed * m_pixelRatio) {
        const double slow = std::min(1.0, kFlingMaxSpeed * m_pixelRatio / speed);
        m_motion = FlingMotion{m_view.centre, now, vx * slow, vy * slow};
    } else {
        settle(now);
    }
}

void ViewController::beginPinch(scene::ScreenPoint a, scene::ScreenPoint b, double now) {
    leaveRest(Move::gesture, now);
    m_motion = {};
    m_held = true;
    m_samples.clear();
    m_pinchMiddle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
    m_pinchDistance = std::max(1.0, std::hypot(a.x - b.x, a.y - b.y));
}

void ViewController::pinch(scene::ScreenPoint a, scene::ScreenPoint b) {
    if (!m_held || m_pinchDistance <= 0) return;
    const scene::ScreenPoint middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const double distance = std::max(1.0, std::hypot(a.x - b.x, a.y - b.y));
    const geodesy::WorldPoint under = m_view.toWorld(m_pinchMiddle);
    scene::View next = m_view;
    next.scale *= distance / m_pinchDistance;
    next.scale = clamped(next).scale;
    next.centre = {under.x - (middle.x - next.widthPx / 2.0) / next.scale,
                   under.y - (middle.y - next.heightPx / 2.0) / next.scale};
    m_view = clamped(next);
    m_pinchMiddle = middle;
    m_pinchDistance = distance;
}

void ViewController::endPinch(double now) {
    if (!m_held) return;
    m_held = false;
    m_pinchDistance = 0;
    settleScale(m_pinchMiddle, now);
}

void ViewController::settleScale(scene::ScreenPoint anchor, double now) {
    const double step = stepOf(m_view.scale);
    m_motion = ZoomMotion{m_view.toWorld(anchor),
                          anchor,
                          now,
                          now - 1,
                          step,
                          double(std::clamp(int(std::lround(step)), m_minStep, m_maxStep))};
}

void ViewController::zoomAbout(scene::ScreenPoint anchor, double steps, double now) {
    leaveRest(Move::gesture, now);
    double to = stepOf(m_view.scale);
    if (const auto* zoom = std::get_if<ZoomMotion>(&m_motion)) to = zoom->toStep;
    to = std::clamp(to + steps, double(m_minStep), double(m_maxStep));
    m_motion = ZoomMotion{m_view.toWorld(anchor), anchor, now, now, stepOf(m_view.scale), to};
}

void ViewController::panBy(double dxPx, double dyPx, double now) {
    scene::View target = destination();
    target.centre.x += dxPx / target.scale;
    target.centre.y += dyPx / target.scale;
    fly(rested(target), Move::gesture, now);
}

void ViewController::flyTo(const geom::GridBox& box, double marginPx, double now) {
    if (box.empty()) return;
    scene::View target = viewOf(box, marginPx);
    const double nearest = target.metresPerPixel() * target.scale * m_pixelRatio / kUnitMetresPerPixel;
    target.scale = std::min(target.scale, scene::scaleOfStep(int(std::floor(stepOf(nearest)))));
    fly(rested(target), Move::jump, now);
}

void ViewController::flyTo(geodesy::WorldPoint centre, double scale, double now) {
    scene::View target = m_view;
    target.centre = centre;
    target.scale = scale;
    fly(rested(target), Move::jump, now);
}

void ViewController::fly(const scene::View& target, Move move, double now) {
    if (!m_placed || m_view.widthPx <= 0) return;
    leaveRest(move, now);
    m_held = false;
    m_motion = FlightMotion(m_view, target, now);
}

void ViewController::fitAll() {
    if (m_extent.empty() || m_view.widthPx <= 0 || m_view.heightPx <= 0) return;
    m_motion = {};
    m_view = viewOf(m_extent, kFitMargin);
    m_placed = true;
    m_showsAll = true;
}

void ViewController::flyToAll(double now) {
    if (m_extent.empty()) return;
    fly(viewOf(m_extent, kFitMargin), Move::jump, now);
    m_showsAll = true;
}

void ViewController::travelTo(const scene::View& past, double now) {
    scene::View target = m_view;  // the size may have changed since
    target.centre = past.centre;
    target.scale = past.scale;
    fly(rested(target), Move::travel, now);
}

void ViewController::goBack(double now) {
    if (!canGoBack()) return;
    travelTo(m_history.goBack(destination()), now);
}

void ViewController::goForward(double now) {
    if (!canGoForward()) return;
    travelTo(m_history.goForward(destination()), now);
}

void ViewController::reset() {
    m_motion = {};
    m_history.clear();
    m_extent = {};
    m_placed = false;
    m_held = false;
    m_showsAll = false;
}

}  // namespace xiangtu::app
