// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/render/asked_painter.h"

#include "app/render/map_font.h"
#include "geodesy/mercator.h"
#include "geom/measure.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kLine = 2.2, kReach = 1.4, kHalo = 5, kDot = 3.5, kStop = 11, kNumber = 12, kLeg = 12;
/// A leg shorter than its length would be written is not labelled.
constexpr double kLegRoom = 1.25;

class Asked {
public:
    Asked(QPainter& painter, const scene::View& view, const AskedColours& colours, double k)
        : m_painter(painter), m_view(view), m_colours(colours), m_k(k) {}

    void land(const geom::GeoMultiPolygon& shape) {
        const QPainterPath path = pathOf(shape);
        QColor fill = m_colours.line;
        fill.setAlphaF(0.10f);
        m_painter.fillPath(path, fill);
        stroke(path, kLine, Qt::SolidLine);
    }
    void reach(const geom::GeoMultiPolygon& shape) {
        m_painter.strokePath(pathOf(shape), pen(m_colours.line, kReach, Qt::DashLine));
    }
    void line(const geom::GeoLine& points) {
        QPainterPath path;
        path.addPolygon(polygonOf(points));
        stroke(path, kLine, Qt::SolidLine);
    }
    void place(geom::GeoPoint at) { dot(onScreen(at), kDot); }

    void tour(const std::vector<AskedPlace::Stop>& stops) {
        geom::GeoLine way;
        for (const AskedPlace::Stop& stop : stops) way.push_back(stop.at);
        if (way.size() > 1) line(way);
        for (std::size_t i = 1; i < stops.size(); ++i) leg(onScreen(way[i - 1]), onScreen(way[i]), legText(stops[i].metres));
        // The first stops stand on top where many lie close together.
        for (std::size_t i = stops.size(); i-- > 0;) number(onScreen(stops[i].at), int(i + 1));
    }

private:
    [[nodiscard]] QPointF onScreen(geom::GeoPoint at) const {
        const scene::ScreenPoint p = m_view.toScreen(geodesy::toWorld(at));
        return {p.x, p.y};
    }
    [[nodiscard]] QPolygonF polygonOf(const std::vector<geom::GeoPoint>& points) const {
        QPolygonF out;
        for (const geom::GeoPoint p : points) {
            const QPointF at = onScreen(p);
            // Points the eye cannot tell apart cost time and show nothing.
            const bool apart =
                out.isEmpty() || std::abs(at.x() - out.last().x()) + std::abs(at.y() - out.last().y()) > 0.5;
            if (apart) out << at;
        }
        return out;
    }
    [[nodiscard]] QPainterPath pathOf(const geom::GeoMultiPolygon& shape) const {
        QPainterPath path;
        path.setFillRule(Qt::OddEvenFill);
        const auto add = [&](const geom::GeoRing& ring) {
            path.addPolygon(polygonOf(ring));
            path.closeSubpath();
        };
        for (const geom::GeoPolygon& part : shape) {
            add(part.outer);
            for (const geom::GeoRing& hole : part.holes) add(hole);
        }
        return path;
    }
    [[nodiscard]] QPen pen(const QColor& colour, double width, Qt::PenStyle style) const {
        return {colour, width * m_k, style, Qt::RoundCap, Qt::RoundJoin};
    }
    void stroke(const QPainterPath& path, double width, Qt::PenStyle style) {
        QColor halo = m_colours.halo;
        halo.setAlphaF(0.7f);
        m_painter.strokePath(path, pen(halo, kHalo, Qt::SolidLine));
        m_painter.strokePath(path, pen(m_colours.line, width, style));
    }
    void dot(QPointF at, double radius) {
        m_painter.setBrush(m_colours.halo);
        m_painter.setPen(pen(m_colours.line, kLine, Qt::SolidLine));
        m_painter.drawEllipse(at, radius * m_k, radius * m_k);
    }
    void number(QPointF at, int n) {
        m_painter.setBrush(m_colours.line);
        m_painter.setPen(pen(m_colours.halo, 1.6, Qt::SolidLine));
        m_painter.drawEllipse(at, kStop * m_k, kStop * m_k);
        m_painter.setPen(m_colours.halo);
        m_painter.setFont(mapFont((n < 100 ? kNumber : kNumber - 3) * m_k, FontWeight::bold));
        const QRectF box(at.x() - 2 * kStop * m_k, at.y() - kStop * m_k, 4 * kStop * m_k, 2 * kStop * m_k);
        m_painter.drawText(box, Qt::AlignCenter, QString::number(n));
    }
    void leg(QPointF from, QPointF to, const QString& text) {
        m_painter.setFont(mapFont(kLeg * m_k));
        const QFontMetricsF metrics(m_painter.font());
        const QSizeF size(metrics.horizontalAdvance(text) + 8 * m_k, metrics.height() + 2 * m_k);
        if (std::hypot(to.x() - from.x(), to.y() - from.y()) < kLegRoom * size.width() + 2 * kStop * m_k) return;
        const QPointF middle = (from + to) / 2;
        const QRectF box(middle - QPointF(size.width(), size.height()) / 2, size);
        QColor ground = m_colours.halo;
        ground.setAlphaF(0.88f);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ground);
        m_painter.drawRoundedRect(box, 3 * m_k, 3 * m_k);
        m_painter.setPen(m_colours.line);
        m_painter.drawText(box, Qt::AlignCenter, text);
    }

    QPainter& m_painter;
    const scene::View& m_view;
    const AskedColours& m_colours;
    double m_k;
};

}  // namespace

QString legText(double metres) {
    return metres < 1000 ? QStringLiteral("%1 m").arg(qRound(metres))
                         : QStringLiteral("%1 km").arg(metres / 1000, 0, 'f', 1);
}

void drawAsked(QPainter& painter, const AskedPlace& asked, const scene::View& view, const AskedColours& colours,
               double pixelRatio) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    Asked draw(painter, view, colours, pixelRatio);
    for (const auto& shape : asked.reach) draw.reach(shape);
    for (const auto& shape : asked.land) draw.land(shape);
    for (const geom::GeoLine& line : asked.lines) draw.line(line);
    for (const geom::GeoPoint place : asked.places) draw.place(place);
    draw.tour(asked.stops);
    painter.restore();
}

geom::GridBox boxOf(const AskedPlace& asked) {
    geom::GridBox box;
    const auto extend = [&](const geom::GeoShape& shape) {
        const geom::GridBox own = geom::boxOf(shape);
        if (own.empty()) return;
        box.extend(own.min);
        box.extend(own.max);
    };
    for (const auto& shape : asked.land) extend(shape);
    if (!asked.lines.empty()) extend(asked.lines);
    for (const geom::GeoPoint place : asked.places) extend(place);
    for (const AskedPlace::Stop& stop : asked.stops) extend(stop.at);
    return box;
}

}  // namespace xiangtu::app
