// SPDX-License-Identifier: GPL-3.0-or-later
// What AnswerModel shows on the map.
#include "app/query/answer_model.h"
#include "app/query/answer_theme.h"

#include <QTimer>

namespace xiangtu::app {

namespace {

const QString kFigure = QStringLiteral("indicator");
const QString kUsual = QStringLiteral("five_colour");

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

void AnswerModel::drawInstead(std::optional<AskedPlace> place) {
    if (!place && !m_drawnInstead) return;
    m_drawnInstead = std::move(place);
    if (m_map) drawPlace();
}

void AnswerModel::drawPlace() {
    const bool show = m_mapped && m_shown;
    m_map->setAsked(!show ? AskedPlace() : m_drawnInstead ? *m_drawnInstead : m_shown->place);
}

void AnswerModel::showOnMap() {
    m_waiting = false;
    MapOptions* options = m_map ? m_map->mapOptions() : nullptr;
    if (!options) return;
    drawPlace();
    const bool show = m_mapped && m_shown && m_shown->markedCount > 0;
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
    options->setFigures(answerTheme(*m_shown, m_inColour, m_outColour));
    options->setTheme(kFigure);
}

}  // namespace xiangtu::app
