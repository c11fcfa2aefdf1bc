// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geom/grid_point.h"
#include "model/unit.h"
#include "scene/view.h"

#include <QColor>
#include <QPainterPath>
#include <QQuickPaintedItem>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace xiangtu::app {

/// A unit whose land differs between two days, by its rows in the tables of the two.
struct DifferenceShape {
    enum class Kind : std::uint8_t { moved, fresh, gone };
    Kind kind = Kind::moved;
    std::shared_ptr<const model::LevelTable> before;  ///< null for a new one
    std::shared_ptr<const model::LevelTable> after;   ///< null for one that is gone
    std::uint32_t beforeRow = 0;
    std::uint32_t afterRow = 0;
};

/// Draws above the map what moved between two days: old borders dashed, new ones solid, new and gone land
/// hatched. Painted only while there is something to show. Interface thread; item coordinates.
class DifferenceOverlay : public QQuickPaintedItem {
    Q_OBJECT

public:
    explicit DifferenceOverlay(QQuickItem* parent);

    /// One colour per DifferenceShape::Kind, and what stands behind lines.
    void setColours(const std::array<QColor, 3>& colours) { m_colours = colours; }
    void setHalo(const QColor& halo) { m_halo = halo; }
    void setShapes(std::vector<DifferenceShape> shapes);
    /// Shows all of it as seen by `view` (device pixels).
    void follow(const scene::View& view, double pixelRatio);
    [[nodiscard]] bool empty() const noexcept { return m_shapes.empty(); }

    void paint(QPainter* painter) override;

private:
    struct Drawn {
        DifferenceShape::Kind kind;
        QPainterPath before;
        QPainterPath after;
    };
    void place();
    [[nodiscard]] QPainterPath pathOf(const model::LevelTable& table, std::uint32_t row) const;

    std::array<QColor, 3> m_colours;
    QColor m_halo;
    std::vector<DifferenceShape> m_shapes;
    scene::View m_view;
    double m_ratio = 1;
    std::vector<Drawn> m_drawn;
};

}  // namespace xiangtu::app
