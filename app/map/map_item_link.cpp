// SPDX-License-Identifier: GPL-3.0-or-later
// Two maps that show the same place, and what differs between two days or was asked with above a map.
#include "app/map/map_item_impl.h"

namespace xiangtu::app {

MapItem* MapItem::linkedTo() const { return m_impl->linked; }

void MapItem::setLinkedTo(MapItem* other) {
    if (other == m_impl->linked || other == this) return;
    if (m_impl->linked) {
        m_impl->linked->disconnect(this);
        disconnect(m_impl->linked);
    }
    m_impl->linked = other;
    if (other) {
        const auto follow = [this] { m_impl->look(m_impl->linked); };
        connect(other, &MapItem::viewChanged, this, follow);
        // With its first picture a map would show all of it.
        connect(this, &MapItem::geometryChanged, this, follow);
        connect(this, &MapItem::viewChanged, other, [this] {
            if (m_impl->linked && m_impl->controller.placed()) m_impl->linked->m_impl->look(this);
        });
        follow();
    }
    emit linkedToChanged();
}

void MapItem::Impl::look(const MapItem* other) {
    if (!other || !other->m_impl->controller.placed() || !controller.placed()) return;
    const scene::View& theirs = other->view();
    const scene::View& ours = controller.view();
    if (theirs.centre == ours.centre && theirs.scale == ours.scale) return;
    controller.look(theirs.centre, theirs.scale);
    wake();
}

void MapItem::setDifferences(std::vector<DifferenceShape> shapes, const std::array<QColor, 3>& colours) {
    m_impl->differences->setColours(colours);
    m_impl->differences->setShapes(std::move(shapes));
}

void MapItem::setAsked(AskedPlace asked) { m_impl->asked->setAsked(std::move(asked)); }

const AskedPlace& MapItem::asked() const { return m_impl->asked->asked(); }

}  // namespace xiangtu::app
