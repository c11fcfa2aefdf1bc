// SPDX-License-Identifier: GPL-3.0-or-later
// What BorderEditor shows on the map, and what it makes of vertices that are carried about.
#include "app/models/border_editor.h"

#include "app/models/border_words.h"
#include "borders/snap.h"

#include <algorithm>

namespace xiangtu::app {

namespace {
/// With more of them than that, nobody hits the one that is meant.
constexpr std::size_t kMostHandles = 1500;
constexpr double kFarthestMetresPerPixel = 12;

SnapMark::To markOf(borders::Snapped::Kind kind) {
    switch (kind) {
    case borders::Snapped::Kind::vertex: return SnapMark::To::vertex;
    case borders::Snapped::Kind::edge: return SnapMark::To::edge;
    case borders::Snapped::Kind::reference: return SnapMark::To::reference;
    }
    return SnapMark::To::vertex;
}
}  // namespace

void BorderEditor::showPreview() {
    if (!m_map) return;
    std::vector<PreviewShape> shapes;
    if (m_proposal) {
        for (const borders::UnitChange& change : m_proposal->units) {
            if (!change.reshaped || !changesMuch(change)) continue;
            if (!change.shapeBefore.empty()) shapes.push_back({PreviewShape::Kind::before, change.shapeBefore});
            if (change.shapeAfter.empty()) continue;
            const auto kind = change.isNew() ? PreviewShape::Kind::added : PreviewShape::Kind::after;
            shapes.push_back({kind, change.shapeAfter});
        }
    }
    m_map->setPreview(std::move(shapes));
    m_map->setFault(m_refusal ? m_refusal->place : std::nullopt);
}

void BorderEditor::takeSnapper() {
    if (!m_map) return;
    const bool carried = m_task == QLatin1String("vertices");
    m_map->setSnapper([state = m_project->state(), map = m_map, carried](geom::GeoPoint place, double degrees) {
        const auto lines =
            map && map->references() ? map->references()->near(place, degrees) : std::vector<geom::GeoLine>();
        const auto snapped = carried ? borders::snap(place, degrees, lines)
                                     : borders::snap({*state.snapshot, *state.units}, place, degrees, lines);
        return snapped ? std::optional(SnapMark{snapped->at, markOf(snapped->kind)}) : std::nullopt;
    });
}

void BorderEditor::showHandles() {
    const auto named = unit();
    // The handles of a proposal that is looked at stay: one of them may be taken hold of once more.
    if (!m_map || !named || m_proposal) return;
    m_handles.clear();
    m_tooFar = m_map->metresPerPixel() > kFarthestMetresPerPixel;
    const model::Snapshot& snapshot = *m_project->state().snapshot;
    const model::UnitRef ref = snapshot.findUnit(named->level, named->code);
    const geom::PolygonSet& shapes = snapshot.table(ref.level).shapes;
    const scene::View& view = m_map->view();
    const auto seen = [&](geom::GridPoint p) {
        const scene::ScreenPoint at = view.toScreen(geodesy::toWorld(p));
        return at.x >= 0 && at.y >= 0 && at.x < view.widthPx && at.y < view.heightPx;
    };
    for (std::size_t r = shapes.firstRing(ref.row); !m_tooFar && r < shapes.firstRing(ref.row + 1); ++r) {
        const auto ring = shapes.ring(r);
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geom::GridPoint a = ring[i], b = ring[(i + 1) % ring.size()];
            if (seen(a)) m_handles.push_back({geom::toGeo(a), false});
            const geom::GridPoint middle{std::int32_t((std::int64_t(a.x) + b.x) / 2),
                                         std::int32_t((std::int64_t(a.y) + b.y) / 2)};
            if (seen(middle)) m_handles.push_back({geom::toGeo(middle), true});
        }
    }
    if (m_handles.size() > kMostHandles) {
        m_tooFar = true;
        m_handles.clear();
    }
    m_map->setHandles(m_handles);
    emit changed();
}

void BorderEditor::moveHandle(int index, geom::GeoPoint to) {
    if (m_task != QLatin1String("vertices") || index < 0 || std::size_t(index) >= m_handles.size()) return;
    const EditHandle& handle = m_handles[std::size_t(index)];
    borders::Options options = m_options;
    if (handle.middle)
        propose({borders::InsertVertex{handle.at, to}, options});
    else
        propose({borders::MoveVertex{handle.at, to}, options});
}

void BorderEditor::removeVertex(int index) {
    if (m_task != QLatin1String("vertices") || index < 0 || std::size_t(index) >= m_handles.size()) return;
    const EditHandle& handle = m_handles[std::size_t(index)];
    if (!handle.middle) propose({borders::DeleteVertex{handle.at}, m_options});
}

}  // namespace xiangtu::app
