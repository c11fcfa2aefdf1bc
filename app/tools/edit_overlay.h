// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geodesy/mercator.h"
#include "geom/polygon.h"
#include "scene/view.h"

#include <QColor>
#include <QPainterPath>
#include <QQuickPaintedItem>

#include <optional>
#include <vector>

namespace xiangtu::app {

/// One unit of an edit that is shown before it is saved.
struct PreviewShape {
    enum class Kind { before, after, added };
    Kind kind = Kind::after;
    geom::MultiPolygon shape;
};

/// A vertex of a border to take hold of, or the middle of a segment, where a drag puts a vertex.
struct EditHandle {
    geom::GeoPoint at;
    bool middle = false;
};

/// Where a point that is drawn will stand, and what draws it there.
struct SnapMark {
    enum class To { vertex, edge, reference };
    geom::GeoPoint at;
    To to = To::vertex;
};

/// What an edit of borders draws above the map: the units as they would be, handles on vertices, the place for
/// which it was refused, what a drawn point holds on to. Painted only while there is something to show. Interface
/// thread; item coordinates.
class EditOverlay : public QQuickPaintedItem {
    Q_OBJECT

public:
    explicit EditOverlay(QQuickItem* parent);

    void setColours(const QColor& line, const QColor& halo);
    void setPreview(std::vector<PreviewShape> shapes);
    void setHandles(std::vector<EditHandle> handles);
    /// The handle that is being dragged stands where the pointer is.
    void setDragged(std::optional<std::size_t> handle, QPointF at);
    /// Why something cannot be is to be seen there; nothing = nowhere.
    void setFault(std::optional<geom::GeoPoint> place);
    void setSnapMark(std::optional<SnapMark> mark);
    /// Shows all of it as seen by `view` (device pixels).
    void follow(const scene::View& view, double pixelRatio);
    [[nodiscard]] bool empty() const noexcept { return m_shapes.empty() && m_handles.empty() && !m_fault && !m_mark; }
    /// The handle nearest to the place, a vertex before a middle; nothing when none is within a finger's reach.
    [[nodiscard]] std::optional<std::size_t> handleAt(QPointF at) const;
    [[nodiscard]] const EditHandle& handle(std::size_t index) const { return m_handles[index]; }

    void paint(QPainter* painter) override;

private:
    struct Drawn {
        PreviewShape::Kind kind;
        QPainterPath path;
    };
    void place();
    void paintFault(QPainter& painter) const;
    void paintMark(QPainter& painter) const;

    QColor m_line;
    QColor m_halo;
    std::vector<PreviewShape> m_shapes;
    std::vector<EditHandle> m_handles;
    scene::View m_view;
    double m_ratio = 1;
    std::vector<Drawn> m_drawn;
    std::vector<QPointF> m_places;  ///< of the handles
    std::optional<std::size_t> m_dragged;
    QPointF m_draggedAt;
    std::optional<geom::GeoPoint> m_fault;
    std::optional<SnapMark> m_mark;
};

}  // namespace xiangtu::app
