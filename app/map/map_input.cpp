// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_input.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QStyleHints>
#include <QTouchEvent>
#include <QWheelEvent>

#include <cmath>

namespace xiangtu::app {

namespace {
constexpr double kStepsPerNotch = 2;    // two notches double the scale
constexpr double kTouchpadStepPx = 30;  // so many pixels of touchpad scrolling are one step
constexpr double kKeyPanShare = 0.2;    // of the view's smaller side
constexpr double kSmallestBandPx = 8;
constexpr double kLassoStepPx = 3;
constexpr double kDoubleTapSlopPx = 40;
constexpr double kTouchSlop = 1.6;  // fingers tremble more than mice

double distance(const QPointF& a, const QPointF& b) { return std::hypot(a.x() - b.x(), a.y() - b.y()); }
}  // namespace

MapInput::MapInput(ViewController& view, Clock clock, QObject* parent)
    : QObject(parent), m_view(view), m_clock(std::move(clock)) {
    m_longPress.setSingleShot(true);
    connect(&m_longPress, &QTimer::timeout, this, [this] {
        if (m_grip != Grip::undecided) return;
        m_grip = Grip::spent;
        m_view.release(m_clock());
        emit longPressed(m_pressedAt);
    });
}

void MapInput::setDragMode(DragMode mode) {
    m_mode = mode;
    cancel();
}

void MapInput::press(const QPointF& at, Grip drag) {
    m_grip = Grip::undecided;
    m_dragGrip = m_grabber && m_grabber(at) ? Grip::carry : drag;
    m_pressedAt = at;
    m_longPress.start(QGuiApplication::styleHints()->mousePressAndHoldInterval());
    m_view.press(device(at), m_clock());
    emit moved();
}

void MapInput::move(const QPointF& at) {
    if (m_grip == Grip::undecided) {
        const double slop = QGuiApplication::styleHints()->startDragDistance();
        if (distance(at, m_pressedAt) < slop) return;
        m_longPress.stop();
        m_grip = m_dragGrip;
        // The map starts from where the finger is by now, so that it does not jump by the slop.
        if (m_grip == Grip::pan) m_view.press(device(at), m_clock());
        if (m_grip == Grip::lasso) m_lasso = {m_pressedAt};
    }
    if (m_grip == Grip::pan) {
        m_view.drag(device(at), m_clock());
        emit moved();
    } else if (m_grip == Grip::box) {
        emit bandChanged(QRectF(m_pressedAt, at).normalized());
    } else if (m_grip == Grip::lasso && distance(at, m_lasso.last()) >= kLassoStepPx) {
        m_lasso << at;
        emit lassoChanged(m_lasso);
    } else if (m_grip == Grip::carry) {
        emit carried(at);
    }
}

void MapInput::release(const QPointF& at, TapMeaning meaning) {
    m_longPress.stop();
    const Grip grip = std::exchange(m_grip, Grip::none);
    // After a double tap the view flies on; a pinch ends by itself.
    if (grip == Grip::none || grip == Grip::spent || grip == Grip::pinch) return;
    m_view.release(m_clock());
    emit moved();  // whatever the hand did: the view is at rest, and who waits for that hears of it
    switch (grip) {
    case Grip::box: return finishBox(at);
    case Grip::lasso: return finishLasso();
    case Grip::carry: emit letGo(at); return;
    case Grip::undecided:
        if (meaning == TapMeaning::several)
            emit longPressed(at);
        else
            emit tapped(at);
        return;
    default: return;
    }
}

void MapInput::finishBox(const QPointF& at) {
    emit bandChanged({});
    const QRectF band = QRectF(m_pressedAt, at).normalized();
    if (band.width() < kSmallestBandPx || band.height() < kSmallestBandPx) return;
    const scene::View& view = m_view.view();
    const double factor = std::min(view.widthPx / (band.width() * m_ratio), view.heightPx / (band.height() * m_ratio));
    m_view.flyTo(view.toWorld(device(band.center())), view.scale * factor, m_clock());
    emit moved();
}

void MapInput::finishLasso() {
    const QPolygonF ring = std::exchange(m_lasso, {});
    emit lassoChanged({});
    const QRectF around = ring.boundingRect();
    if (std::max(around.width(), around.height()) >= kSmallestBandPx && ring.size() > 2) emit lassoed(ring);
}

MapInput::Grip MapInput::dragGrip() const noexcept {
    switch (m_mode) {
    case DragMode::box: return Grip::box;
    case DragMode::lasso: return Grip::lasso;
    default: return Grip::pan;
    }
}

void MapInput::cancel() {
    m_longPress.stop();
    const Grip grip = std::exchange(m_grip, Grip::none);
    if (grip == Grip::box) emit bandChanged({});
    if (grip == Grip::carry) emit grabCancelled();
    if (grip == Grip::lasso) {
        m_lasso.clear();
        emit lassoChanged({});
    }
    if (grip == Grip::pinch) m_view.endPinch(m_clock());
    if (grip == Grip::none) return;
    m_view.release(m_clock());
    emit moved();
}

void MapInput::mousePress(const QMouseEvent& event) {
    const bool box = m_mode == DragMode::pan && event.modifiers().testFlag(Qt::ShiftModifier);
    press(event.position(), event.button() != Qt::LeftButton ? Grip::pan : box ? Grip::box : dragGrip());
}

void MapInput::mouseMove(const QMouseEvent& event) { move(event.position()); }
void MapInput::mouseRelease(const QMouseEvent& event) {
    const bool control = event.modifiers().testFlag(Qt::ControlModifier);
    release(event.position(), control ? TapMeaning::several : TapMeaning::one);
}

void MapInput::mouseDoubleClick(const QMouseEvent& event) {
    m_longPress.stop();
    m_grip = Grip::spent;
    emit doubleTapped(event.position());
}

void MapInput::wheel(QWheelEvent& event) {
    double steps = 0;
    if (!event.pixelDelta().isNull() && event.phase() != Qt::NoScrollPhase) {
        steps = event.pixelDelta().y() / kTouchpadStepPx;
    } else {
        steps = event.angleDelta().y() / double(QWheelEvent::DefaultDeltasPerStep) * kStepsPerNotch;
    }
    if (steps != 0) {
        m_view.zoomAbout(device(event.position()), steps, m_clock());
        emit moved();
    }
    event.accept();
}

bool MapInput::key(const QKeyEvent& event) {
    const double now = m_clock();
    const scene::View& view = m_view.view();
    const double pan = kKeyPanShare * std::min(view.widthPx, view.heightPx);
    const scene::ScreenPoint middle{view.widthPx / 2.0, view.heightPx / 2.0};
    const bool alt = event.modifiers().testFlag(Qt::AltModifier);
    switch (event.key()) {
    case Qt::Key_Left: alt ? m_view.goBack(now) : m_view.panBy(-pan, 0, now); break;
    case Qt::Key_Right: alt ? m_view.goForward(now) : m_view.panBy(pan, 0, now); break;
    case Qt::Key_Up: m_view.panBy(0, -pan, now); break;
    case Qt::Key_Down: m_view.panBy(0, pan, now); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_view.zoomAbout(middle, kStepsPerNotch, now); break;
    case Qt::Key_Minus: m_view.zoomAbout(middle, -kStepsPerNotch, now); break;
    case Qt::Key_Home: m_view.flyToAll(now); break;
    case Qt::Key_Backspace: m_view.goBack(now); break;
    default: return false;
    }
    emit moved();
    return true;
}

void MapInput::touch(const QTouchEvent& event) {
    const auto& points = event.points();
    if (event.type() == QEvent::TouchCancel) {
        cancel();
        return;
    }
    QList<QPointF> down;
    for (const QEventPoint& point : points) {
        if (point.state() != QEventPoint::Released) down.append(point.position());
    }
    if (down.size() >= 2) {
        m_longPress.stop();
        if (m_grip != Grip::pinch) {
            m_grip = Grip::pinch;
            m_view.beginPinch(device(down[0]), device(down[1]), m_clock());
        } else {
            m_view.pinch(device(down[0]), device(down[1]));
        }
        emit moved();
    } else if (m_grip == Grip::pinch) {
        // The finger that stays does not drag on: lifting two fingers is never quite simultaneous.
        m_view.endPinch(m_clock());
        m_grip = Grip::spent;
        emit moved();
    } else if (down.isEmpty()) {
        if (points.isEmpty()) return;
        const QPointF at = points.first().position();
        if (m_grip == Grip::undecided) {
            touchTap(at);
        } else {
            release(at);
        }
        m_grip = Grip::none;
    } else if (m_grip == Grip::none) {
        press(down[0], dragGrip());
    } else if (m_grip != Grip::undecided ||
               distance(down[0], m_pressedAt) > kTouchSlop * QGuiApplication::styleHints()->startDragDistance()) {
        move(down[0]);
    }
}

void MapInput::touchTap(const QPointF& at) {
    const double now = m_clock();
    const double pause = QGuiApplication::styleHints()->mouseDoubleClickInterval() / 1000.0;
    if (now - m_lastTapTime < pause && distance(at, m_lastTap) < kDoubleTapSlopPx) {
        m_lastTapTime = -1e9;
        m_longPress.stop();
        m_view.release(now);
        emit doubleTapped(at);
        return;
    }
    m_lastTapTime = now;
    m_lastTap = at;
    release(at);
}

void MapInput::nativeGesture(QNativeGestureEvent& event) {
    if (event.gestureType() == Qt::ZoomNativeGesture) {
        const double steps = std::log2(std::max(0.1, 1 + event.value())) * scene::kStepsPerZoom;
        m_view.zoomAbout(device(event.position()), steps, m_clock());
        emit moved();
    }
    event.accept();
}

}  // namespace xiangtu::app
