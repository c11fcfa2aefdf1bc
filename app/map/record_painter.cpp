// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/record_painter.h"

#include "geodesy/mercator.h"
#include "model/value.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <optional>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kPointPx = 8;
constexpr double kPointedPx = 4;
constexpr double kHaloPx = 2;
constexpr double kTextPx = 12;
constexpr double kBeyondPx = 24;
constexpr double kFill = 0.35;

class RecordPainter {
public:
    RecordPainter(QPainter& painter, const Picture& picture, const scene::View& view)
        : m_painter(painter),
          m_picture(picture),
          m_view(view),
          m_ratio(picture.options.pixelRatio),
          m_screen(
              QRectF(0, 0, view.widthPx, view.heightPx)
                  .adjusted(-kBeyondPx * m_ratio, -kBeyondPx * m_ratio, kBeyondPx * m_ratio, kBeyondPx * m_ratio)) {
        QFont font = painter.font();
        font.setFamily(QStringLiteral("Noto Sans CJK SC"));
        font.setPixelSize(std::max(1, int(kTextPx * m_ratio * picture.options.textScale)));
        painter.setFont(font);
        m_halo = QColor::fromRgba(picture.style->background);
        m_halo.setAlphaF(0.9f);
    }

    void pointAt(const model::RegisterTable& table, const model::Record& record) {
        const QColor colour = QColor::fromRgba(m_picture.style->selection);
        if (record.shape.index() != 0)
            shape(table.def, record, colour);
        else if (record.unit.valid())
            unitMark(record.unit, colour);
    }

private:
    [[nodiscard]] QPointF at(geom::GeoPoint point) const {
        const scene::ScreenPoint p = m_view.toScreen(geodesy::toWorld(point));
        return {p.x, p.y};
    }
    [[nodiscard]] std::optional<QPointF> middleOf(model::UnitRef unit) const {
        if (!unit.valid() || !m_picture.snapshot->table(unit.level).shapes.hasShape(unit.row)) return std::nullopt;
        const scene::ScreenPoint p = m_view.toScreen(geodesy::toWorld(m_picture.geometry->labelPoint(unit).at));
        return QPointF(p.x, p.y);
    }

    void shape(const model::RegisterDef& def, const model::Record& record, const QColor& colour) {
        std::optional<QPointF> namePlace;
        if (const auto* point = std::get_if<geom::GeoPoint>(&record.shape)) {
            const QPointF p = at(*point);
            if (!m_screen.contains(p)) return;
            dot(p, kPointPx, colour);
            namePlace = p;
        } else if (const auto* lines = std::get_if<geom::GeoMultiLine>(&record.shape)) {
            for (const geom::GeoLine& part : *lines) {
                const QPolygonF points = polyline(part);
                if (!points.boundingRect().adjusted(-1, -1, 1, 1).intersects(m_screen)) continue;
                line(points, colour, kPointedPx);
                if (!namePlace) namePlace = points[points.size() / 2];
            }
        } else if (const auto* polygons = std::get_if<geom::GeoMultiPolygon>(&record.shape)) {
            QPainterPath path;
            for (const geom::GeoPolygon& part : *polygons) {
                addRing(path, part.outer);
                for (const geom::GeoRing& hole : part.holes) addRing(path, hole);
            }
            const QRectF box = path.boundingRect();
            if (!box.adjusted(-1, -1, 1, 1).intersects(m_screen)) return;
            QColor fill = colour;
            fill.setAlphaF(float(kFill));
            m_painter.fillPath(path, fill);
            m_painter.strokePath(path, pen(colour, kPointedPx));
            namePlace = box.center();
        }
        if (namePlace) name(def, record, *namePlace);
    }

    [[nodiscard]] QPolygonF polyline(const std::vector<geom::GeoPoint>& points) const {
        QPolygonF line;
        for (const geom::GeoPoint& point : points) line.append(at(point));
        return line;
    }
    void addRing(QPainterPath& path, const geom::GeoRing& ring) const {
        path.addPolygon(polyline(ring));
        path.closeSubpath();
    }
    [[nodiscard]] QPen pen(const QColor& colour, double width) const {
        return {colour, width * m_ratio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin};
    }
    void line(const QPolygonF& points, const QColor& colour, double width) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(pen(m_halo, width + 2 * kHaloPx));
        m_painter.drawPolyline(points);
        m_painter.setPen(pen(colour, width));
        m_painter.drawPolyline(points);
    }
    void dot(const QPointF& p, double radius, const QColor& colour) {
        m_painter.setPen(pen(m_halo, kHaloPx));
        m_painter.setBrush(colour);
        m_painter.drawEllipse(p, radius * m_ratio, radius * m_ratio);
    }
    void unitMark(model::UnitRef unit, const QColor& colour) {
        const auto p = middleOf(unit);
        if (!p || !m_screen.contains(*p)) return;
        const double half = kPointPx * m_ratio;
        m_painter.setPen(pen(m_halo, kHaloPx));
        m_painter.setBrush(colour);
        m_painter.drawRoundedRect(QRectF(p->x() - half, p->y() - half, 2 * half, 2 * half), 2 * m_ratio, 2 * m_ratio);
    }
    void name(const model::RegisterDef& def, const model::Record& record, const QPointF& p) {
        const auto field = def.fieldAt(def.labelField);
        if (!field || *field >= record.values.size() || def.fields[*field].sensitive) return;
        const QString words = QString::fromStdString(model::toText(record.values[*field]));
        if (words.isEmpty()) return;
        const QFontMetricsF metrics(m_painter.font());
        const QRectF box(p.x() + 9 * m_ratio, p.y() - metrics.height() / 2, metrics.horizontalAdvance(words),
                         metrics.height());
        QPainterPath path;
        path.addText(box.left(), box.top() + metrics.ascent(), m_painter.font(), words);
        m_painter.strokePath(path, pen(m_halo, 3));
        m_painter.fillPath(path, QColor::fromRgba(m_picture.style->furniture.ink));
    }

    QPainter& m_painter;
    const Picture& m_picture;
    const scene::View& m_view;
    double m_ratio;
    QRectF m_screen;
    QColor m_halo;
};

}  // namespace

void paintRecord(QPainter& painter, const Picture& picture, const scene::View& view, const Overlay& overlay) {
    const model::RegisterTable* table = picture.snapshot->findRegister(overlay.recordRegister);
    const model::Record* record = table ? table->find(overlay.record) : nullptr;
    if (record) RecordPainter(painter, picture, view).pointAt(*table, *record);
}

}  // namespace xiangtu::app
