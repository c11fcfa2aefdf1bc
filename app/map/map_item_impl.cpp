// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_item_impl.h"

#include "app/render/kept_detail.h"
#include "geodesy/mercator.h"

#include <QQuickWindow>

#include <cmath>

namespace xiangtu::app {

MapItem::Impl::Impl(MapItem& item)
    : q(item),
      input(controller, [this] { return now(); }),
      content(TileLoader::rasterMaker()),
      overlay(new ToolOverlay(&item)),
      asked(new AskedOverlay(&item)),
      edits(new EditOverlay(&item)),
      differences(new DifferenceOverlay(&item)),
      references(new ReferenceOverlay(&item)),
      ticker([this] { q.polish(); }) {
    clock.start();
    overlay->setZ(1);
    edits->setZ(1);
    connectHandles();
    QObject::connect(&input, &MapInput::moved, &q, [this] { wake(); });
    QObject::connect(&input, &MapInput::tapped, &q, [this](const QPointF& at) { tapAt(at); });
    QObject::connect(&input, &MapInput::doubleTapped, &q, [this](const QPointF& at) { endTap(at); });
    QObject::connect(&input, &MapInput::longPressed, &q, [this](const QPointF& at) {
        grabbed.reset();
        const geom::GeoPoint place = placeAt(at);
        emit q.longPressed(place.lon, place.lat);
    });
    QObject::connect(&input, &MapInput::bandChanged, &q, [this](const QRectF& band) { overlay->setBand(band); });
    QObject::connect(&input, &MapInput::lassoChanged, &q, [this](const QPolygonF& line) { overlay->setLasso(line); });
    QObject::connect(&input, &MapInput::lassoed, &q, [this](const QPolygonF& ring) { endLasso(ring); });
    QObject::connect(&q, &MapItem::insetsChanged, &q, [this] { takeInsets(); });
    QObject::connect(&content, &MapContent::changed, &q, [this] { wake(); });
    QObject::connect(&content, &MapContent::pictureChanged, &q, [this] { takePicture(); });
    QObject::connect(&content, &MapContent::failed, &q, &MapItem::failed);
}

void MapItem::Impl::wake() {
    q.polish();
    // What was final may not be so any more; only the next frame can tell.
    if (complete && !content.complete(controller)) {
        complete = false;
        emit q.completeChanged();
    }
}

void MapItem::Impl::takeState() {
    content.setState(project ? project->state() : project::State{});
    wake();
}

void MapItem::Impl::takePicture() {
    const PicturePtr& picture = content.picture();
    const auto drawn = picture ? picture->geometry : nullptr;
    if (picture) {
        const auto& style = *picture->style;
        QColor halo = QColor::fromRgba(style.background);
        halo.setAlphaF(0.85f);
        overlay->setColours(QColor::fromRgba(style.selection), halo);
        asked->setColours(QColor::fromRgba(style.selection), halo);
        edits->setColours(QColor::fromRgba(style.selection), halo);
        differences->setHalo(halo);
        // Of no class and no border: one look tells a reference from what the file says.
        references->setColours(QColor(halo).lightness() < 128 ? QColor(255, 130, 220) : QColor(190, 20, 140), halo);
    }
    if (drawn != geometry) {
        geometry = drawn;
        if (geometry) {
            controller.setExtent(geometry->extent());
        } else {
            controller.reset();
        }
        emit q.geometryChanged();
    }
    if (picture && !waitingFor.isEmpty()) q.goTo(std::exchange(waitingFor, {}));
}

void MapItem::Impl::takeOptions(PictureBuilder::Redraw redraw) {
    scene::Options drawn = options ? options->options() : scene::Options{};
    drawn.pixelRatio = pixelRatio;
    content.setOptions(drawn, redraw);
}

void MapItem::Impl::takePixelRatio() {
    const double ratio = q.window() ? q.window()->effectiveDevicePixelRatio() : 1;
    if (ratio == pixelRatio) return;
    pixelRatio = ratio;
    takeInsets();
    input.setPixelRatio(ratio);
    takeOptions(PictureBuilder::Redraw::tiles);
    takeSize();
}

void MapItem::Impl::takeSize() {
    resized = true;
    overlay->setSize(q.size());
    asked->setSize(q.size());
    edits->setSize(q.size());
    differences->setSize(q.size());
    references->setSize(q.size());
    controller.resize(int(std::lround(q.width() * pixelRatio)), int(std::lround(q.height() * pixelRatio)), pixelRatio);
    wake();
}

void MapItem::Impl::takeInsets() {
    controller.setInsets({q.m_insetLeft * pixelRatio, q.m_insetTop * pixelRatio, q.m_insetRight * pixelRatio,
                          q.m_insetBottom * pixelRatio});
    // Size and insets come from one layout, in either order: what follows the size follows both.
    if (resized && controller.showsAll()) {
        controller.fitAll();
        wake();
    }
}

void MapItem::Impl::takeUnits() {
    const auto parse = [](const QString& text) {
        return model::Code::parse(text.toStdString()).value_or(model::Code{});
    };
    std::vector<model::Code> codes;
    for (const QString& text : highlighted) {
        if (const model::Code code = parse(text); code.valid()) codes.push_back(code);
    }
    overlayAsked.selected = parse(selected);
    overlayAsked.highlighted = std::move(codes);
    overlayAsked.linksFrom = parse(linksFrom);
    content.setOverlay(overlayAsked);
}

void MapItem::Impl::advance() {
    resized = false;
    if (controller.moving()) controller.advance(now());
    content.follow(controller);
    frame = content.frame(controller.view());
    overlay->showMeasure(measure, controller.view(), pixelRatio);
    asked->follow(controller.view(), pixelRatio);
    edits->follow(controller.view(), pixelRatio);
    differences->follow(controller.view(), pixelRatio);
    references->follow(controller.view(), pixelRatio);
    if (controller.moving() && ticker.state() != QAbstractAnimation::Running) ticker.start();
    if (!controller.moving() && ticker.state() == QAbstractAnimation::Running) ticker.stop();
    q.update();
    announceView();
    const bool nowComplete = content.complete(controller);
    if (nowComplete != complete) {
        complete = nowComplete;
        emit q.completeChanged();
    }
    keepDetail();
}

void MapItem::Impl::keepDetail() {
    const PicturePtr& picture = content.picture();
    if (!picture) keptBorders = nullptr;
    // A detail made in the background comes after the first complete picture.
    if (!complete || !project || !picture || !picture->geometry->detail()) return;
    if (keptBorders == &picture->geometry->topology()) return;
    keptBorders = &picture->geometry->topology();
    project->keepDisplay(keptSections(*picture->geometry));
}

void MapItem::Impl::announceView() {
    const scene::View& view = controller.view();
    const bool same = view.centre == toldView.centre && view.scale == toldView.scale &&
                      view.widthPx == toldView.widthPx && view.heightPx == toldView.heightPx &&
                      toldBack == controller.canGoBack() && toldForward == controller.canGoForward();
    if (same) return;
    toldView = view;
    toldBack = controller.canGoBack();
    toldForward = controller.canGoForward();
    emit q.viewChanged();
    if (pointer) emit q.hoverChanged();
}

geom::GeoPoint MapItem::Impl::placeAt(const QPointF& at) const {
    return geodesy::fromWorld(controller.view().toWorld({at.x() * pixelRatio, at.y() * pixelRatio}));
}

scene::ScreenPoint MapItem::Impl::middle() const {
    return {controller.view().widthPx / 2.0, controller.view().heightPx / 2.0};
}

void MapItem::Impl::tapAt(const QPointF& at) {
    grabbed.reset();  // it was not carried
    if (!controller.placed()) return;
    const geom::GeoPoint place = placeAt(at);
    if (const auto handle = edits->handleAt(at); handle && !measuring()) {
        emit q.handleTapped(int(*handle));
    } else if (measuring()) {
        measure.add(drawnAt(at));
        measureChanged();
        if (tool == Tool::drawPoint) endPoints();
    } else {
        emit q.tapped(place.lon, place.lat);
    }
}

void MapItem::Impl::endTap(const QPointF& at) {
    if (measuring()) {
        endPoints();
    } else {
        controller.zoomAbout({at.x() * pixelRatio, at.y() * pixelRatio}, scene::kStepsPerZoom, now());
        wake();
    }
}

void MapItem::Impl::endLasso(const QPolygonF& ring) {
    if (!controller.placed()) return;
    QList<double> places;
    for (const QPointF& at : ring) {
        const geom::GeoPoint place = placeAt(at);
        places << place.lon << place.lat;
    }
    emit q.lassoed(places);
}

void MapItem::Impl::hoverAt(std::optional<QPointF> at) {
    pointer = at;
    emit q.hoverChanged();
    if (grabbed) return;  // what is carried says itself what it holds on to
    const auto snapped = at && !measure.ended() ? snappedAt(*at) : std::nullopt;
    showSnap(snapped);
    if (!measuring() || measure.points().empty() || measure.ended()) return;
    measure.setHover(snapped ? std::optional(snapped->at) : at ? std::optional(placeAt(*at)) : std::nullopt);
    measureChanged();
}

void MapItem::Impl::measureChanged() {
    overlay->showMeasure(measure, controller.view(), pixelRatio);
    emit q.measureChanged();
}

}  // namespace xiangtu::app
