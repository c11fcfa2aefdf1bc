// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/view_controller.h"

#include <QObject>
#include <QPointF>
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
    enum class DragMode { pan, box };
    void setDragMode(DragMode mode);
    void setPixelRatio(double ratio) { m_ratio = ratio; }

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
    void longPressed(const QPointF& at);
    /// Rubber band of box zoom; empty when there is none.
    void bandChanged(const QRectF& band);

private:
    enum class Grip { none, undecided, pan, box, pinch, spent };
    [[nodiscard]] scene::ScreenPoint device(const QPointF& at) const { return {at.x() * m_ratio, at.y() * m_ratio}; }
    void press(const QPointF& at, Grip drag);
    void move(const QPointF& at);
    void release(const QPointF& at);
    void finishBox(const QPointF& at);
    void touchTap(const QPointF& at);

    ViewController& m_view;
    Clock m_clock;
    double m_ratio = 1;
    DragMode m_mode = DragMode::pan;
    Grip m_grip = Grip::none;
    Grip m_dragGrip = Grip::pan;  ///< what an undecided press becomes once it moves
    QPointF m_pressedAt;
    QTimer m_longPress;
    double m_lastTapTime = -1e9;
    QPointF m_lastTap;
};

}  // namespace xiangtu::app
