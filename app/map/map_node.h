// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/image_nodes.h"
#include "app/map/map_content.h"

#include <QSGRectangleNode>

#include <array>

namespace xiangtu::app {

/// The map in the scene graph: a background and four lists of images whose order may change. Render
/// thread only.
class MapNode : public QSGNode {
public:
    MapNode();
    ~MapNode() override;

    void show(QQuickWindow& window, const DrawFrame& frame, const QRectF& area, double pixelRatio);

private:
    [[nodiscard]] ImageNodes& nodesOf(DrawGroup::Kind kind) { return m_groups[std::size_t(kind)]; }
    void order(const DrawFrame& frame);
    void veil(QQuickWindow& window, const QRectF& area);

    QSGRectangleNode* m_background = nullptr;
    QSGRectangleNode* m_veil = nullptr;
    std::array<ImageNodes, 4> m_groups;  // by DrawGroup::Kind
    std::array<DrawGroup::Kind, 4> m_order{};
    bool m_ordered = false;
};

}  // namespace xiangtu::app
