// SPDX-License-Identifier: GPL-3.0-or-later
// Registers on the map: which are shown, the record pointed at, lines between units, drawing.
#include "app/map/map_item_impl.h"
#include "geodesy/mercator.h"
#include "geom/measure.h"

#include <algorithm>

namespace xiangtu::app {

namespace {

constexpr double kRecordMarginPx = 96;
/// A point has no extent: it is looked at from this near, unless the map is nearer already.
constexpr double kPointMetresPerPixel = 6;
/// The least number of points of a place, a line and a ring.
constexpr std::array<std::size_t, 3> kFewestPoints{1, 2, 3};

}  // namespace

QStringList MapItem::shownRegisters() const { return m_impl->shownRegisters; }
void MapItem::setShownRegisters(const QStringList& ids) {
    if (ids == m_impl->shownRegisters) return;
    m_impl->shownRegisters = ids;
    m_impl->takeShownRegisters();
    emit overlayChanged();
}

void MapItem::Impl::takeShownRegisters() {
    if (!options) return;
    if (shownRegisters.isEmpty())
        options->showRegistersOfTheme();
    else
        options->setRegistersShown(shownRegisters);
}

QString MapItem::linksFrom() const { return m_impl->linksFrom; }
void MapItem::setLinksFrom(const QString& code) {
    if (code == m_impl->linksFrom) return;
    m_impl->linksFrom = code;
    m_impl->takeUnits();
    emit overlayChanged();
}

void MapItem::showRecord(const QString& registerId, qint64 id) {
    m_impl->overlayAsked.recordRegister = registerId.toStdString();
    m_impl->overlayAsked.record = id;
    m_impl->takeUnits();
    const PicturePtr& picture = m_impl->content.picture();
    const model::RegisterTable* table =
        picture && id > 0 ? picture->snapshot->findRegister(m_impl->overlayAsked.recordRegister) : nullptr;
    const model::Record* record = table ? table->find(id) : nullptr;
    if (!record || !m_impl->controller.placed()) return;
    if (const auto* point = std::get_if<geom::GeoPoint>(&record->shape)) {
        goToPlace(point->lon, point->lat, std::min(kPointMetresPerPixel, metresPerPixel()));
    } else if (record->shape.index() != 0) {
        m_impl->controller.flyTo(geom::boxOf(record->shape), kRecordMarginPx, m_impl->now());
        m_impl->wake();
    } else if (record->unit.valid()) {
        goTo(QString::fromStdString(picture->snapshot->unit(record->unit).code.text()));
    }
}

bool MapItem::drawing() const { return m_impl->drawing(); }
void MapItem::finishDrawing() { m_impl->endPoints(); }

void MapItem::Impl::endPoints() {
    if (!drawing()) {
        measure.end();
        measureChanged();
        return;
    }
    const auto& points = measure.points();
    if (points.size() < kFewestPoints[std::size_t(tool) - std::size_t(Tool::drawPoint)]) return;
    QList<double> places;
    for (const geom::GeoPoint& point : points) places << point.lon << point.lat;
    measure.end();
    measureChanged();
    emit q.drawn(places);
}

}  // namespace xiangtu::app
