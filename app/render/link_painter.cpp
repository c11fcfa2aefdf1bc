// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/link_painter.h"

#include "app/render/map_font.h"
#include "geodesy/mercator.h"

#include <QPainter>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kDot = 3.6, kRing = 6.5, kHalo = 2;

QPointF place(geom::GeoPoint at, const scene::View& view) {
    const scene::ScreenPoint p = view.toScreen(geodesy::toWorld(at));
    return {p.x, p.y};
}

}  // namespace

void drawLinks(QPainter& painter, const scene::Links& links, const scene::View& view, const style::StyleSheet& style,
               double pixelRatio) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = style.linkPx * pixelRatio;
    const QColor halo = toColor(style.markRim);
    const auto line = [&](const scene::Link& link, const QColor& colour, double pen) {
        painter.setPen(QPen(colour, pen, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(place(link.from, view), place(link.to, view));
    };
    const auto circle = [&](QPointF at, double radius, const QColor& fill, const QColor& rim, double pen) {
        painter.setBrush(fill);
        painter.setPen(QPen(rim, pen));
        painter.drawEllipse(at, radius, radius);
    };
    // All halos first: a line is not cut by its neighbour's.
    for (const scene::Link& link : links) {
        if (link.kind != scene::LinkKind::vacant) line(link, halo, width + kHalo * pixelRatio);
    }
    for (const scene::Link& link : links) {
        if (link.kind != scene::LinkKind::vacant)
            line(link, toColor(style.link(scene::linkKindName(link.kind))), width);
    }
    for (const scene::Link& link : links) {
        const QColor colour = toColor(style.link(scene::linkKindName(link.kind)));
        if (link.kind == scene::LinkKind::vacant) {
            circle(place(link.to, view), kRing * pixelRatio, Qt::transparent, halo, (kHalo + 2) * pixelRatio);
            circle(place(link.to, view), kRing * pixelRatio, Qt::transparent, colour, 2 * pixelRatio);
        } else {
            circle(place(link.to, view), kDot * pixelRatio, colour, halo, pixelRatio);
            circle(place(link.from, view), kRing * pixelRatio, toColor(style.background), toColor(style.selection),
                   2 * pixelRatio);
        }
    }
    painter.restore();
}

QRectF linksRect(const scene::Links& links, const scene::View& view, double pixelRatio) {
    QRectF box;
    const double reach = (kRing + kHalo + 2) * pixelRatio;
    for (const scene::Link& link : links) {
        for (const geom::GeoPoint end : {link.from, link.to}) {
            const QPointF p = place(end, view);
            box |= QRectF(p.x() - reach, p.y() - reach, 2 * reach, 2 * reach);
        }
    }
    return box;
}

}  // namespace xiangtu::app
