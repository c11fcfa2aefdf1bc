// SPDX-License-Identifier: GPL-3.0-or-later
// What MapItem shows of an edit of borders, and how its handles are carried.
#include "app/map/map_item_impl.h"

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

void MapItem::setSnapper(Snapper snapper) { m_impl->snapper = std::move(snapper); }

geom::GeoPoint MapItem::Impl::drawnAt(const QPointF& at) const {
    const geom::GeoPoint place = placeAt(at);
    if (!snapper || !drawing()) return place;
    return snapper(place, std::abs(placeAt(at + QPointF(0, kSnapPx)).lat - place.lat));
}

void MapItem::Impl::connectHandles() {
    input.setGrabber([this](const QPointF& at) {
        grabbed = measuring() ? std::nullopt : edits->handleAt(at);
        return grabbed.has_value();
    });
    QObject::connect(&input, &MapInput::carried, &q, [this](const QPointF& at) {
        if (!grabbed) return;
        edits->setDragged(grabbed, at);
        const geom::GeoPoint place = placeAt(at);
        emit q.handleMoved(int(*grabbed), place.lon, place.lat, false);
    });
    QObject::connect(&input, &MapInput::letGo, &q, [this](const QPointF& at) {
        if (!grabbed) return;
        const int index = int(*grabbed);
        grabbed.reset();
        const geom::GeoPoint place = placeAt(at);
        emit q.handleMoved(index, place.lon, place.lat, true);
    });
    QObject::connect(&input, &MapInput::grabCancelled, &q, [this] {
        if (!grabbed) return;
        const int index = int(*grabbed);
        grabbed.reset();
        edits->setDragged(std::nullopt, {});
        emit q.handleLeft(index);
    });
}

}  // namespace xiangtu::app
