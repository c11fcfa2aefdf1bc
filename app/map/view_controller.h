// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/view_history.h"
#include "app/map/view_motion.h"
#include "geom/grid_point.h"
#include "scene/view.h"

#include <deque>

namespace xiangtu::app {

/// How much of each side of the map something else covers, in device pixels.
struct Insets {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// Where the map looks and how gestures move it. Pure logic: no Qt, no clock. Screen points and
/// distances are device pixels; `now` is seconds of a steady clock of the caller. The view comes to
/// rest on whole zoom steps with tile edges on whole device pixels.
class ViewController {
public:
    void resize(int widthPx, int heightPx, double pixelRatio);
    /// What the map shows: the centre (that of the uncovered part) never leaves this box, and zooming
    /// out ends where it is small.
    void setExtent(const geom::GridBox& extent);
    /// What is flown to is framed in the part that is left uncovered. Moves nothing by itself: a panel
    /// that opens leaves the ground under the pointer. Insets that leave next to nothing count as none.
    void setInsets(const Insets& insets);

    [[nodiscard]] const scene::View& view() const noexcept { return m_view; }
    /// Where the running motion will end; view() when nothing moves.
    [[nodiscard]] scene::View destination() const noexcept;
    /// A motion is running: advance() wants to be called every frame.
    [[nodiscard]] bool moving() const noexcept { return m_motion.index() != 0; }
    /// Nothing moves and no finger holds the map.
    [[nodiscard]] bool atRest() const noexcept { return !moving() && !m_held; }
    /// A view was set at all (needs a size and an extent).
    [[nodiscard]] bool placed() const noexcept { return m_placed; }
    void advance(double now);

    // Dragging. press() stops whatever moves; release() may fling.
    void press(scene::ScreenPoint at, double now);
    void drag(scene::ScreenPoint to, double now);
    void release(double now);
    // Two fingers: their midpoint pans, their distance zooms.
    void beginPinch(scene::ScreenPoint a, scene::ScreenPoint b, double now);
    void pinch(scene::ScreenPoint a, scene::ScreenPoint b);
    void endPinch(double now);

    /// Zooms smoothly about a screen point; further calls add up. Fractions (touchpads) are rounded
    /// to a whole step when the input pauses.
    void zoomAbout(scene::ScreenPoint anchor, double steps, double now);
    /// Moves the view smoothly by so many pixels.
    void panBy(double dxPx, double dyPx, double now);
    void flyTo(const geom::GridBox& box, double marginPx, double now);
    void flyTo(geodesy::WorldPoint centre, double scale, double now);
    /// Shows that place at once, as it is given: another map leads. Nothing before the map has its place.
    void look(geodesy::WorldPoint centre, double scale);
    /// The whole extent, at once or by flight.
    void fitAll();
    /// Fitted and not touched since: a change of size fits again.
    [[nodiscard]] bool showsAll() const noexcept { return m_showsAll; }
    void flyToAll(double now);

    [[nodiscard]] bool canGoBack() const noexcept { return m_history.canGoBack(); }
    [[nodiscard]] bool canGoForward() const noexcept { return m_history.canGoForward(); }
    void goBack(double now);
    void goForward(double now);
    /// A new file: no history, no place.
    void reset();

    [[nodiscard]] int minStep() const noexcept { return m_minStep; }
    [[nodiscard]] int maxStep() const noexcept { return m_maxStep; }

private:
    struct Sample {
        scene::ScreenPoint at;
        double time;
    };
    [[nodiscard]] scene::View clamped(scene::View view) const noexcept;
    [[nodiscard]] scene::View rested(scene::View view) const noexcept;
    [[nodiscard]] scene::View viewOf(const geom::GridBox& box, double marginPx, double maxScale) const noexcept;
    [[nodiscard]] scene::View fitted(const geom::GridBox& box, double marginPx) const noexcept;
    void updateLimits();
    void updateInsets();
    /// How a motion counts in the history: gestures in quick succession are one step, a jump is always
    /// one, travelling through the history is none.
    enum class Move { gesture, jump, travel };
    void leaveRest(Move move, double now);
    void settle(double now);
    void settleScale(scene::ScreenPoint anchor, double now);
    void travelTo(const scene::View& past, double now);
    void fly(const scene::View& target, Move move, double now);

    scene::View m_view;
    Motion m_motion;
    ViewHistory m_history;
    geom::GridBox m_extent;
    Insets m_covered;  ///< as set
    Insets m_insets;   ///< those that count
    double m_pixelRatio = 1;
    int m_minStep = 0;
    int m_maxStep = 22 * scene::kStepsPerZoom;
    bool m_placed = false;
    bool m_held = false;
    bool m_showsAll = false;
    double m_restSince = -1e9;
    std::deque<Sample> m_samples;
    scene::ScreenPoint m_pinchMiddle;
    double m_pinchDistance = 0;
};

}  // namespace xiangtu::app
