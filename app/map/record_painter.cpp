// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/record_painter.h"

#include "geodesy/mercator.h"
#include "model/value.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <map>

namespace xiangtu::app {

namespace {

// Interface pixels.
constexpr double kPointPx = 5;
constexpr double kUnitMarkPx = 9;
constexpr double kLinePx = 2.4;
constexpr double kPointedPx = 4;
constexpr double kHaloPx = 2;
constexpr double kTextPx = 12;
constexpr double kBeyondPx = 24;
/// Names beside marks only where they do not make a crowd.
constexpr double kNamesBelowMetresPerPixel = 25;
constexpr int kNamesAtMost = 400;
constexpr double kFill = 0.35;
/// Successive registers are this far apart on the colour circle (the golden angle).
constexpr double kHueStep = 137.508;

class RecordPainter {
public:
    RecordPainter(QPainter& painter, const Picture& picture, const scene::View& view)
        : m_painter(painter),
          m_picture(picture),
          m_view(view),
          m_ratio(picture.options.pixelRatio),
          m_screen(QRectF(0, 0, view.widthPx, view.heightPx)
                       .adjusted(-kBeyondPx * m_ratio, -kBeyondPx * m_ratio, kBeyondPx * m_ratio, kBeyondPx * m_ratio)),
          m_named(view.metresPerPixel() * m_ratio < kNamesBelowMetresPerPixel) {
        QFont font = painter.font();
        font.setFamily(QStringLiteral("Noto Sans CJK SC"));
        font.setPixelSize(std::max(1, int(kTextPx * m_ratio * picture.options.textScale)));
        painter.setFont(font);
        m_halo = QColor::fromRgba(picture.style->background);
        m_halo.setAlphaF(0.9f);
    }

    void table(const model::RegisterTable& table, const QColor& colour) {
        std::map<model::UnitRef, std::int64_t> counts;
        for (const auto& record : table.records) {
            if (record->shape.index() != 0)
                shape(table.def, *record, colour, false);
            else if (record->unit.valid())
                ++counts[record->unit];
        }
        for (const auto& [unit, count] : counts) unitMark(unit, count, colour);
    }

    void pointAt(const model::RegisterTable& table, const model::Record& record) {
        const QColor colour = QColor::fromRgba(m_picture.style->selection);
        if (record.shape.index() != 0)
            shape(table.def, record, colour, true);
        else if (record.unit.valid())
            unitMark(record.unit, 1, colour);
    }

    void links(const Overlay& overlay) {
        const auto from = middleOf(overlay.linkFrom);
        if (!from) return;
        const QColor colour = QColor::fromRgba(m_picture.style->selection);
        for (const model::Code code : overlay.linkTo) {
            const auto to = middleOf(code);
            if (!to || *to == *from) continue;
            line({*from, *to}, colour, kLinePx);
            dot(*to, kPointPx, colour);
        }
        dot(*from, kPointPx * 1.4, colour);
    }

private:
    [[nodiscard]] QPointF at(geom::GeoPoint point) const {
        const scene::ScreenPoint p = m_view.toScreen(geodesy::toWorld(point));
        return {p.x, p.y};
    }
    [[nodiscard]] std::optional<QPointF> middleOf(model::Code code) const {
        return middleOf(m_picture.snapshot->findUnit(code));
    }
    [[nodiscard]] std::optional<QPointF> middleOf(model::UnitRef unit) const {
        if (!unit.valid() || !m_picture.snapshot->table(unit.level).shapes.hasShape(unit.row)) return std::nullopt;
        const scene::ScreenPoint p = m_view.toScreen(geodesy::toWorld(m_picture.geometry->labelPoint(unit).at));
        return QPointF(p.x, p.y);
    }

    void shape(const model::RegisterDef& def, const model::Record& record, const QColor& colour, bool pointed) {
        const double width = pointed ? kPointedPx : kLinePx;
        std::optional<QPointF> namePlace;
        if (const auto* point = std::get_if<geom::GeoPoint>(&record.shape)) {
            const QPointF p = at(*point);
            if (!m_screen.contains(p)) return;
            dot(p, pointed ? kPointPx * 1.6 : kPointPx, colour);
            namePlace = p;
        } else if (const auto* lines = std::get_if<geom::GeoMultiLine>(&record.shape)) {
            for (const geom::GeoLine& part : *lines) {
                const QPolygonF points = polyline(part);
                if (!points.boundingRect().adjusted(-1, -1, 1, 1).intersects(m_screen)) continue;
                line(points, colour, width);
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
            m_painter.strokePath(path, pen(colour, width));
            namePlace = box.center();
        }
        if (namePlace && (m_named || pointed)) name(def, record, *namePlace);
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
    /// A square with the number of records the unit has; one record needs no number.
    void unitMark(model::UnitRef unit, std::int64_t count, const QColor& colour) {
        const auto p = middleOf(unit);
        if (!p || !m_screen.contains(*p)) return;
        const double half = (count > 1 ? kUnitMarkPx : kPointPx) * m_ratio;
        const QRectF box(p->x() - half, p->y() - half, 2 * half, 2 * half);
        m_painter.setPen(pen(m_halo, kHaloPx));
        m_painter.setBrush(colour);
        m_painter.drawRoundedRect(box, 2 * m_ratio, 2 * m_ratio);
        if (count < 2) return;
        m_painter.setPen(m_halo);
        m_painter.drawText(box.adjusted(-half, -half, half, half), Qt::AlignCenter, QString::number(count));
    }
    void name(const model::RegisterDef& def, const model::Record& record, const QPointF& p) {
        const auto field = def.fieldAt(def.labelField);
        if (!field || *field >= record.values.size() || def.fields[*field].sensitive) return;
        const QString words = QString::fromStdString(model::toText(record.values[*field]));
        if (words.isEmpty() || m_taken.size() > kNamesAtMost) return;
        const QFontMetricsF metrics(m_painter.font());
        const QRectF box(p.x() + 9 * m_ratio, p.y() - metrics.height() / 2, metrics.horizontalAdvance(words),
                         metrics.height());
        if (std::any_of(m_taken.begin(), m_taken.end(), [&](const QRectF& other) { return other.intersects(box); })) {
            return;
        }
        m_taken.push_back(box);
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
    bool m_named;
    QColor m_halo;
    std::vector<QRectF> m_taken;
};

}  // namespace

QColor registerColour(std::size_t registerIndex, scene::Appearance appearance) {
    const int hue = int(kHueStep * double(registerIndex)) % 360;
    return appearance == scene::Appearance::dark ? QColor::fromHsl(hue, 130, 160) : QColor::fromHsl(hue, 165, 90);
}

void paintRecords(QPainter& painter, const Picture& picture, const scene::View& view, const Overlay& overlay) {
    RecordPainter records(painter, picture, view);
    const auto& tables = picture.snapshot->registers;
    for (const std::string& id : overlay.registers) {
        const auto found = std::find_if(tables.begin(), tables.end(), [&](const auto& t) { return t->def.id == id; });
        if (found == tables.end()) continue;
        records.table(**found, registerColour(std::size_t(found - tables.begin()), picture.options.appearance));
    }
    records.links(overlay);
    const model::RegisterTable* table = picture.snapshot->findRegister(overlay.recordRegister);
    if (const model::Record* record = table ? table->find(overlay.record) : nullptr) records.pointAt(*table, *record);
}

}  // namespace xiangtu::app
