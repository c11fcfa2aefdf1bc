// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/view_controller.h"

#include <QObject>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QTimer>

#include <functional>
#include <optional>

class QKeyEvent;
class QMouseEvent;
class QNativeGestureEvent;
class QTouchEvent;
class QWheelEvent;

namespace xiangtu::app {

/// Turns pointers, wheels, fingers and keys into motions of the view and into taps. Positions of its
/// signals are item coordinates (interface pixels).
class MapInput : public QObject {
    Q_OBJECT

public:
    using Clock = std::function<double()>;  ///< steady seconds
    MapInput(ViewController& view, Clock clock, QObject* parent = nullptr);

    /// What a drag does, without a modifier.
    enum class DragMode { pan, box, lasso };
    void setDragMode(DragMode mode);
    void setPixelRatio(double ratio) { m_ratio = ratio; }
    /// Asked at every press: true = a drag from there carries something instead of moving the map.
    void setGrabber(std::function<bool(const QPointF&)> grabber) { m_grabber = std::move(grabber); }

    void mousePress(const QMouseEvent& event);
    void mouseMove(const QMouseEvent& event);
    void mouseRelease(const QMouseEvent& event);
    void mouseDoubleClick(const QMouseEvent& event);
    /// The pointer was taken away: nothing counts as a tap.
    void cancel();
    void wheel(QWheelEvent& event);
    /// True when the key moved the view.
    bool key(const QKeyEvent& event);
    void touch(const QTouchEvent& event);
    void nativeGesture(QNativeGestureEvent& event);

signals:
    /// The view moved or began to move.
    void moved();
    void tapped(const QPointF& at);
    void doubleTapped(const QPointF& at);
    /// Held, or tapped with the control key: the place is one of several.
    void longPressed(const QPointF& at);
    /// Rubber band of box zoom; empty when there is none.
    void bandChanged(const QRectF& band);
    /// The line a lasso has drawn so far; empty when there is none.
    void lassoChanged(const QPolygonF& line);
    /// A lasso was drawn to its end: a ring, not closed.
    void lassoed(const QPolygonF& ring);
    /// What was grabbed is carried, and let go.
    void carried(const QPointF& at);
    void letGo(const QPointF& at);
    /// What was grabbed goes back.
    void grabCancelled();

private:
    enum class Grip { none, undecided, pan, box, lasso, carry, pinch, spent };
    [[nodiscard]] scene::ScreenPoint device(const QPointF& at) const { return {at.x() * m_ratio, at.y() * m_ratio}; }
    void press(const QPointF& at, Grip drag);
    void move(const QPointF& at);
    /// `several`: a tap chooses one of several, as a long press does.
    enum class TapMeaning { one, several };
    void release(const QPointF& at, TapMeaning meaning = TapMeaning::one);
    void finishBox(const QPointF& at);
    void finishLasso();
    [[nodiscard]] Grip dragGrip() const noexcept;
    void touchTap(const QPointF& at);

    ViewController& m_view;
    Clock m_clock;
    std::function<bool(const QPointF&)> m_grabber;
    double m_ratio = 1;
    DragMode m_mode = DragMode::pan;
    Grip m_grip = Grip::none;
    Grip m_dragGrip = Grip::pan;  ///< what an undecided press becomes once it moves
    QPointF m_pressedAt;
    QPolygonF m_lasso;
    QTimer m_longPress;
    double m_lastTapTime = -1e9;
    QPointF m_lastTap;
};

}  // namespace xiangtu::app
