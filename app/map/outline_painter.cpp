// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/outline_painter.h"

#include "app/map/record_painter.h"
#include "app/render/link_painter.h"
#include "geodesy/mercator.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kSelectedPx = 2.6;
constexpr double kHaloPx = 6;
constexpr double kHighlightedPx = 1.6;
constexpr double kReachPx = 8;  // beyond the line's middle, for cropping

/// Polylines of a ring as far as they can be seen: segments whose box meets the screen, thinned to
/// what a pixel shows.
void addRing(std::span<const geom::GridPoint> ring, const scene::View& view, const QRectF& screen, QPainterPath& path) {
    if (ring.size() < 3) return;
    const auto at = [&](std::size_t i) {
        const scene::ScreenPoint p = view.toScreen(geodesy::toWorld(ring[i % ring.size()]));
        return QPointF(p.x, p.y);
    };
    QPointF from = at(0);
    bool open = false;
    for (std::size_t i = 1; i <= ring.size(); ++i) {
        const QPointF to = at(i);
        if (i != ring.size() && std::abs(to.x() - from.x()) + std::abs(to.y() - from.y()) < 0.7) continue;
        const bool seen = std::max(from.x(), to.x()) >= screen.left() && std::min(from.x(), to.x()) <= screen.right() &&
                          std::max(from.y(), to.y()) >= screen.top() && std::min(from.y(), to.y()) <= screen.bottom();
        if (seen) {
            if (!open) path.moveTo(from);
            path.lineTo(to);
        }
        open = seen;
        from = to;
    }
}

QPainterPath outlineOf(const Picture& picture, const scene::View& view, const QRectF& screen, model::Code code) {
    QPainterPath path;
    const model::UnitRef ref = picture.snapshot->findUnit(code);
    if (!ref.valid()) return path;
    const geom::PolygonSet& shapes = picture.snapshot->table(ref.level).shapes;
    for (std::size_t ring = shapes.firstRing(ref.row); ring < shapes.firstRing(ref.row + 1); ++ring) {
        addRing(shapes.ring(ring), view, screen, path);
    }
    return path;
}

}  // namespace

OutlineImage paintOverlay(const Picture& picture, const scene::View& view, const Overlay& overlay) {
    const model::Code selected = overlay.selected;
    const double ratio = picture.options.pixelRatio;
    const double reach = kReachPx * ratio;
    const QRectF screen(0, 0, view.widthPx, view.heightPx);
    const QRectF reachable = screen.adjusted(-reach, -reach, reach, reach);
    QPainterPath thin;
    for (const model::Code code : overlay.highlighted) {
        if (code != selected) thin.addPath(outlineOf(picture, view, reachable, code));
    }
    const QPainterPath thick = selected.valid() ? outlineOf(picture, view, reachable, selected) : QPainterPath();
    QRectF box;
    if (!thin.isEmpty()) box |= thin.controlPointRect();
    if (!thick.isEmpty()) box |= thick.controlPointRect();
    if (!overlay.onlyUnits()) box = screen;
    const QRect crop = box.adjusted(-reach, -reach, reach, reach).intersected(screen).toAlignedRect();
    if (crop.isEmpty()) return {};

    QImage image(crop.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-crop.topLeft());
    if (!overlay.onlyUnits()) {
        painter.save();
        const model::UnitRef from = picture.snapshot->findUnit(overlay.linksFrom);
        if (from.valid()) {
            drawLinks(painter, scene::responsibilityLinks(*picture.snapshot, from), view, *picture.style, ratio);
        }
        paintRecord(painter, picture, view, overlay);
        painter.restore();
    }
    const QColor line = QColor::fromRgba(picture.style->selection);
    QColor halo = QColor::fromRgba(picture.style->background);
    halo.setAlphaF(0.85f);
    const auto stroke = [&](const QPainterPath& path, const QColor& colour, double width) {
        painter.strokePath(path, QPen(colour, width * ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    stroke(thin, line, kHighlightedPx);
    stroke(thick, halo, kHaloPx);
    stroke(thick, line, kSelectedPx);
    painter.end();
    return {image, {double(crop.left()), double(crop.top())}};
}

}  // namespace xiangtu::app
