// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tools/measure_tool.h"

#include "geodesy/area.h"
#include "geom/measure.h"

namespace xiangtu::app {

void MeasureTool::setKind(Kind kind) {
    if (kind == m_kind) return;
    m_kind = kind;
    clear();
}

void MeasureTool::add(geom::GeoPoint point) {
    if (m_ended) clear();
    if (!m_points.empty() && m_points.back() == point) return;
    m_points.push_back(point);
}

void MeasureTool::undo() {
    m_ended = false;
    if (!m_points.empty()) m_points.pop_back();
}

void MeasureTool::clear() {
    m_points.clear();
    m_hover.reset();
    m_ended = false;
}

void MeasureTool::end() {
    m_ended = !m_points.empty();
    m_hover.reset();
}

void MeasureTool::setHover(std::optional<geom::GeoPoint> point) {
    if (!m_ended) m_hover = point;
}

geom::GeoLine MeasureTool::line() const {
    geom::GeoLine line = m_points;
    if (m_hover && !line.empty() && line.back() != *m_hover) line.push_back(*m_hover);
    return line;
}

double MeasureTool::lengthM() const {
    geom::GeoLine whole = line();
    if (m_kind == Kind::area && whole.size() > 2) whole.push_back(whole.front());
    return geodesy::length(whole);
}

double MeasureTool::areaM2() const {
    if (m_kind != Kind::area) return 0;
    geom::GeoLine ring = line();
    if (ring.size() < 3) return 0;
    geom::GeoMultiPolygon shape{{std::move(ring), {}}};
    geom::orient(shape);
    return geodesy::area(shape);
}

}  // namespace xiangtu::app
