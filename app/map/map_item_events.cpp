// SPDX-License-Identifier: GPL-3.0-or-later
// The events of MapItem and its frames: all handed on to the parts that know.
#include "app/map/map_item_impl.h"
#include "app/map/map_node.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QQuickWindow>
#include <QTouchEvent>

namespace xiangtu::app {

namespace {
bool isFreehand(const QInputEvent& event) { return event.modifiers().testFlag(Qt::ShiftModifier); }
}  // namespace

bool MapItem::event(QEvent* event) {
    if (event->type() == QEvent::NativeGesture) {
        m_impl->input.nativeGesture(static_cast<QNativeGestureEvent&>(*event));
        return true;
    }
    return QQuickItem::event(event);
}

void MapItem::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size()) m_impl->takeSize();
}

void MapItem::itemChange(ItemChange change, const ItemChangeData& data) {
    QQuickItem::itemChange(change, data);
    if (!m_impl) return;
    if (change == ItemSceneChange || change == ItemDevicePixelRatioHasChanged) m_impl->takePixelRatio();
    if (change == ItemVisibleHasChanged && data.boolValue) m_impl->wake();
}

void MapItem::updatePolish() { m_impl->advance(); }

QSGNode* MapItem::updatePaintNode(QSGNode* node, UpdatePaintNodeData*) {
    if (m_impl->frame.background == 0 || width() <= 0 || height() <= 0) {
        delete node;
        return nullptr;
    }
    auto* map = node != nullptr ? static_cast<MapNode*>(node) : new MapNode;
    map->show(*window(), m_impl->frame, boundingRect(), m_impl->pixelRatio);
    return map;
}

void MapItem::mousePressEvent(QMouseEvent* event) {
    forceActiveFocus(Qt::MouseFocusReason);
    m_impl->freehand = isFreehand(*event);
    m_impl->input.mousePress(*event);
}

void MapItem::mouseMoveEvent(QMouseEvent* event) {
    m_impl->freehand = isFreehand(*event);
    m_impl->hoverAt(event->position());
    m_impl->input.mouseMove(*event);
}

void MapItem::mouseReleaseEvent(QMouseEvent* event) {
    m_impl->freehand = isFreehand(*event);
    m_impl->input.mouseRelease(*event);
}
void MapItem::mouseDoubleClickEvent(QMouseEvent* event) { m_impl->input.mouseDoubleClick(*event); }
void MapItem::mouseUngrabEvent() { m_impl->input.cancel(); }

void MapItem::touchEvent(QTouchEvent* event) {
    if (event->type() == QEvent::TouchBegin) forceActiveFocus(Qt::MouseFocusReason);
    m_impl->freehand = isFreehand(*event);
    m_impl->input.touch(*event);
    event->accept();
}

void MapItem::wheelEvent(QWheelEvent* event) { m_impl->input.wheel(*event); }

void MapItem::keyPressEvent(QKeyEvent* event) {
    const bool hasPoints = m_impl->measuring() && !m_impl->measure.points().empty();
    if (hasPoints && event->key() == Qt::Key_Escape) {
        clearMeasure();
    } else if (hasPoints && event->key() == Qt::Key_Backspace) {
        undoMeasurePoint();
    } else if (hasPoints && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        m_impl->endPoints();
    } else if (!m_impl->input.key(*event)) {
        event->ignore();
    }
}

void MapItem::hoverMoveEvent(QHoverEvent* event) {
    m_impl->freehand = isFreehand(*event);
    m_impl->hoverAt(event->position());
    event->ignore();
}

void MapItem::hoverLeaveEvent(QHoverEvent* event) {
    m_impl->hoverAt(std::nullopt);
    event->ignore();
}

}  // namespace xiangtu::app
