// SPDX-License-Identifier: GPL-3.0-or-later
// What AnswerModel shows on the map.
#include "app/query/answer_model.h"

#include "app/query/selection.h"
#include "app/query/unit_place.h"
#include "base/error.h"
#include "scene/figure_theme.h"

#include <QTimer>

namespace xiangtu::app {

namespace {

const QString kFigure = QStringLiteral("indicator");
const QString kUsual = QStringLiteral("five_colour");

std::shared_ptr<const scene::FigureTheme> themeOf(const ShownAnswer& shown, QColor in, QColor out) {
    auto theme = std::make_shared<scene::FigureTheme>();
    theme->level = shown.level;
    theme->title = shown.answer.table.title;
    theme->titles = {{"其他", "Others"}, {"答案中", "In the answer"}};
    theme->rgb = {out.rgb() & 0xFFFFFF, in.rgb() & 0xFFFFFF};
    theme->breaks = {1};
    theme->classOf.assign(shown.marked.begin(), shown.marked.end());
    theme->counts = {std::int64_t(shown.marked.size()) - shown.markedCount, shown.markedCount, 0};
    return theme;
}

/// The ring that was asked about, or none.
std::vector<PreviewShape> askedPlace(const ShownAnswer& shown) {
    const std::string ring = parameter(shown.question, "area");
    if (ring.empty() || ring.find('(') != std::string::npos) return {};
    try {
        return {{PreviewShape::Kind::added, geom::snapToGrid(geom::GeoMultiPolygon{{placesOf(ring), {}}})}};
    } catch (const base::Error&) { return {}; }
}

}  // namespace

void AnswerModel::setMap(MapItem* map) {
    if (m_map == map) return;
    m_map = map;
    emit mappedChanged();
    showOnMapSoon();
}

void AnswerModel::setMapped(bool mapped) {
    if (m_mapped == mapped) return;
    m_mapped = mapped;
    emit mappedChanged();
    showOnMapSoon();
}

// Whatever else colours the map (a ranking that is put away) has its turn first.
void AnswerModel::showOnMapSoon() {
    if (m_waiting) return;
    m_waiting = true;
    QTimer::singleShot(0, this, &AnswerModel::showOnMap);
}

void AnswerModel::showOnMap() {
    m_waiting = false;
    MapOptions* options = m_map ? m_map->mapOptions() : nullptr;
    if (!options) return;
    const bool show = m_mapped && m_shown && m_shown->markedCount > 0;
    if (m_onMap && !m_mapped) m_map->setPreview({});
    if (show || (m_onMap && m_mapped)) m_map->setPreview(m_shown ? askedPlace(*m_shown) : std::vector<PreviewShape>());
    if (!show) {
        if (!m_onMap) return;
        m_onMap = false;
        // By now a ranking may show something else.
        if (options->theme() != kFigure) return;
        options->setFigures(nullptr);
        options->setTheme(m_themeBefore);
        return;
    }
    if (!m_onMap) m_themeBefore = options->theme() == kFigure ? kUsual : options->theme();
    m_onMap = true;
    options->setFigures(themeOf(*m_shown, m_inColour, m_outColour));
    options->setTheme(kFigure);
}

}  // namespace xiangtu::app
