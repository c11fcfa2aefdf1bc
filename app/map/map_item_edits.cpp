// SPDX-License-Identifier: GPL-3.0-or-later
// What MapItem shows of an edit of borders, and how its handles are carried.
#include "app/map/map_item_impl.h"
#include "geodesy/mercator.h"

#include <cmath>

namespace xiangtu::app {

namespace {
constexpr double kSnapPx = 10;
}  // namespace

void MapItem::setPreview(std::vector<PreviewShape> shapes) { m_impl->edits->setPreview(std::move(shapes)); }

void MapItem::setHandles(std::vector<EditHandle> handles) {
    m_impl->grabbed.reset();
    m_impl->edits->setHandles(std::move(handles));
}

void MapItem::setSnapper(Snapper snapper) {
    m_impl->snapper = std::move(snapper);
    m_impl->showSnap(std::nullopt);
}

void MapItem::setFault(std::optional<geom::GeoPoint> place) { m_impl->edits->setFault(place); }

void MapItem::setReferences(std::shared_ptr<const ReferenceShapes> shapes) {
    m_impl->references->setShapes(std::move(shapes));
}

std::shared_ptr<const ReferenceShapes> MapItem::references() const { return m_impl->references->shapes(); }

QString MapItem::snappedTo() const {
    if (!m_impl->snapMark) return {};
    switch (m_impl->snapMark->to) {
    case SnapMark::To::vertex: return QStringLiteral("corner");
    case SnapMark::To::edge: return QStringLiteral("border");
    case SnapMark::To::reference: return QStringLiteral("reference");
    }
    return {};
}

std::optional<SnapMark> MapItem::Impl::snappedAt(const QPointF& at) const {
    if (!snapper || freehand || !(drawing() || grabbed)) return std::nullopt;
    const geom::GeoPoint place = placeAt(at);
    return snapper(place, std::abs(placeAt(at + QPointF(0, kSnapPx)).lat - place.lat));
}

geom::GeoPoint MapItem::Impl::drawnAt(const QPointF& at) const {
    const auto snapped = snappedAt(at);
    return snapped ? snapped->at : placeAt(at);
}

void MapItem::Impl::showSnap(std::optional<SnapMark> mark) {
    const QString before = q.snappedTo();
    snapMark = mark;
    edits->setSnapMark(mark);
    if (q.snappedTo() != before) emit q.snapChanged();
}

geom::GeoPoint MapItem::Impl::carryTo(const QPointF& at) {
    const auto snapped = snappedAt(at);
    showSnap(snapped);
    QPointF stands = at;
    if (snapped) {
        const scene::ScreenPoint on = controller.view().toScreen(geodesy::toWorld(snapped->at));
        stands = QPointF(on.x, on.y) / pixelRatio;
    }
    edits->setDragged(grabbed, stands);
    return snapped ? snapped->at : placeAt(at);
}

void MapItem::Impl::connectHandles() {
    input.setGrabber([this](const QPointF& at) {
        grabbed = measuring() ? std::nullopt : edits->handleAt(at);
        return grabbed.has_value();
    });
    QObject::connect(&input, &MapInput::carried, &q, [this](const QPointF& at) {
        if (!grabbed) return;
        const geom::GeoPoint place = carryTo(at);
        emit q.handleMoved(int(*grabbed), place.lon, place.lat, false);
    });
    QObject::connect(&input, &MapInput::letGo, &q, [this](const QPointF& at) {
        if (!grabbed) return;
        const int index = int(*grabbed);
        const geom::GeoPoint place = carryTo(at);
        grabbed.reset();
        showSnap(std::nullopt);
        emit q.handleMoved(index, place.lon, place.lat, true);
    });
    QObject::connect(&input, &MapInput::grabCancelled, &q, [this] {
        if (!grabbed) return;
        const int index = int(*grabbed);
        grabbed.reset();
        showSnap(std::nullopt);
        edits->setDragged(std::nullopt, {});
        emit q.handleLeft(index);
    });
}

}  // namespace xiangtu::app
