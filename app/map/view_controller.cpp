// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_controller.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace xiangtu::app {

namespace {
constexpr double kExcursion = 0.8;     // motions closer together than this are one step of the history
constexpr double kSampleWindow = 0.1;  // seconds of dragging that decide the fling
constexpr double kFlingMinSpeed = 80;  // interface pixels per second
constexpr double kFlingMaxSpeed = 6000;
constexpr double kFitMargin = 24;                // interface pixels
constexpr double kLeastFree = 96;                // interface pixels the insets must leave
constexpr double kMostMargin = 1.0 / 8;          // of the uncovered part, so that narrow parts show something
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
    updateInsets();
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

void ViewController::setInsets(const Insets& insets) {
    m_covered = insets;
    updateInsets();
    updateLimits();
}

void ViewController::updateInsets() {
    m_insets = m_covered;
    const double least = kLeastFree * m_pixelRatio;
    if (m_view.widthPx - m_insets.left - m_insets.right < least) m_insets.left = m_insets.right = 0;
    if (m_view.heightPx - m_insets.top - m_insets.bottom < least) m_insets.top = m_insets.bottom = 0;
}

/// The box as large as possible in the uncovered part; the view's size is that of the part.
scene::View ViewController::fitted(const geom::GridBox& box, double marginPx) const noexcept {
    const int width = int(m_view.widthPx - m_insets.left - m_insets.right);
    const int height = int(m_view.heightPx - m_insets.top - m_insets.bottom);
    return scene::fit(box, width, height, std::min(marginPx * m_pixelRatio, kMostMargin * std::min(width, height)));
}

void ViewController::updateLimits() {
    if (m_extent.empty() || m_view.widthPx <= 0 || m_view.heightPx <= 0) return;
    const scene::View whole = fitted(m_extent, kFitMargin);
    const double nearest = whole.metresPerPixel() * whole.scale * m_pixelRatio / kNearestMetresPerPixel;
    m_maxStep = int(std::ceil(stepOf(nearest)));
    m_minStep = std::min(m_maxStep, int(std::floor(stepOf(whole.scale))) - scene::kStepsPerZoom);
}

scene::View ViewController::clamped(scene::View view) const noexcept {
    view.scale = std::clamp(view.scale, scene::scaleOfStep(m_minStep), scene::scaleOfStep(m_maxStep));
    if (m_extent.empty()) return view;
    const geodesy::WorldPoint southWest = geodesy::toWorld(m_extent.min);
    const geodesy::WorldPoint northEast = geodesy::toWorld(m_extent.max);
    // Beside a panel the view's centre may stand outside by as much as the panel pushes it; when the
    // panel has gone, what is on screen stays there, but goes no further out.
    const auto within = [this](double at, double low, double high, double push, double now) {
        const double kept = m_placed ? now : low;
        return std::clamp(at, std::min({low, low + push, kept}), std::max({high, high + push, kept}));
    };
    const double pushX = (m_insets.right - m_insets.left) / 2 / view.scale;
    const double pushY = (m_insets.bottom - m_insets.top) / 2 / view.scale;
    view.centre = {within(view.centre.x, southWest.x, northEast.x, pushX, m_view.centre.x),
                   within(view.centre.y, northEast.y, southWest.y, pushY, m_view.centre.y)};
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

scene::View ViewController::viewOf(const geom::GridBox& box, double marginPx, double maxScale) const noexcept {
    scene::View view = fitted(box, marginPx);
    const int step = int(std::floor(stepOf(std::min(view.scale, maxScale)) + 1e-9));
    view.scale = scene::scaleOfStep(std::clamp(step, m_minStep, m_maxStep));
    view.widthPx = m_view.widthPx;
    view.heightPx = m_view.heightPx;
    // From the middle of the uncovered part to the middle of the map.
    view.centre.x += (m_insets.right - m_insets.left) / 2 / view.scale;
    view.centre.y += (m_insets.bottom - m_insets.top) / 2 / view.scale;
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
    scene::View next = m_view;
    next.centre.x -= (to.x - last.x) / next.scale;
    next.centre.y -= (to.y - last.y) / next.scale;
    m_view = clamped(next);
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
    const scene::View there = fitted(box, marginPx);
    const double nearest = there.metresPerPixel() * there.scale * m_pixelRatio / kUnitMetresPerPixel;
    fly(viewOf(box, marginPx, nearest), Move::jump, now);
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

void ViewController::look(geodesy::WorldPoint centre, double scale) {
    if (!m_placed) return;
    m_motion = {};
    m_showsAll = false;
    m_view.centre = centre;
    m_view.scale = scale;
}

void ViewController::fitAll() {
    if (m_extent.empty() || m_view.widthPx <= 0 || m_view.heightPx <= 0) return;
    m_motion = {};
    m_view = viewOf(m_extent, kFitMargin, std::numeric_limits<double>::infinity());
    m_placed = true;
    m_showsAll = true;
}

void ViewController::flyToAll(double now) {
    if (m_extent.empty()) return;
    fly(viewOf(m_extent, kFitMargin, std::numeric_limits<double>::infinity()), Move::jump, now);
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
