// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_node.h"

#include <QColor>
#include <QQuickWindow>
#include <QSGRendererInterface>

namespace xiangtu::app {

using Sharing = ImageNodes::TextureSharing;

MapNode::MapNode()
    : m_groups{ImageNodes(Sharing::none), ImageNodes(Sharing::none), ImageNodes(Sharing::atlas),
               ImageNodes(Sharing::atlas)} {
    for (ImageNodes& group : m_groups) group.setFlag(QSGNode::OwnedByParent, false);
}

MapNode::~MapNode() {
    for (ImageNodes& group : m_groups) {
        if (group.parent() != nullptr) removeChildNode(&group);
    }
}

void MapNode::order(const DrawFrame& frame) {
    std::array<DrawGroup::Kind, 4> wanted{};
    for (std::size_t i = 0; i < wanted.size(); ++i) wanted[i] = frame.groups[i].kind;
    if (m_ordered && wanted == m_order) return;
    if (m_ordered) {
        for (ImageNodes& group : m_groups) removeChildNode(&group);
    }
    for (const DrawGroup::Kind kind : wanted) appendChildNode(&nodesOf(kind));
    m_order = wanted;
    m_ordered = true;
}

/// Qt's software renderer collects the area to repaint from the topmost node down, and with hundreds
/// of labels moving that area becomes a region of as many pieces (measured: 19 ms of a frame). A
/// transparent node above them that is dirty as a whole makes it one rectangle; painting it is free.
void MapNode::veil(QQuickWindow& window, const QRectF& area) {
    if (window.rendererInterface()->graphicsApi() != QSGRendererInterface::Software) return;
    if (m_veil == nullptr) {
        m_veil = window.createRectangleNode();
        m_veil->setColor(Qt::transparent);
    } else {
        removeChildNode(m_veil);
    }
    m_veil->setRect(area);
    appendChildNode(m_veil);
    m_veil->markDirty(QSGNode::DirtyMaterial);
}

void MapNode::show(QQuickWindow& window, const DrawFrame& frame, const QRectF& area, double pixelRatio) {
    if (m_background == nullptr) {
        m_background = window.createRectangleNode();
        prependChildNode(m_background);
    }
    m_background->setRect(area);
    m_background->setColor(QColor::fromRgba(frame.background));
    order(frame);
    for (const DrawGroup& group : frame.groups) {
        ImageNodes& nodes = nodesOf(group.kind);
        nodes.setOpacity(group.opacity);
        static const std::vector<ImageDraw> kNothing;
        nodes.show(window, group.opacity > 0 ? group.draws : kNothing, pixelRatio);
    }
    veil(window, area);
}

}  // namespace xiangtu::app
