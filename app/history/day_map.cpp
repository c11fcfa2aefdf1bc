// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/day_map.h"

namespace xiangtu::app {

using Phase = ProjectObject::Phase;

DayMap::DayMap(QObject* parent) : QObject(parent) {
    connect(&m_past, &ProjectObject::phaseChanged, this, &DayMap::follow);
}

void DayMap::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    // Another file has other days.
    if (m_project)
        connect(m_project, &ProjectObject::phaseChanged, this, [this] {
            if (m_project->phase() != Phase::Ready) leave();
        });
    emit projectChanged();
    leave();
    emit shownChanged();
}

bool DayMap::loading() const { return m_past.phase() == Phase::Opening || m_past.phase() == Phase::Overview; }

bool DayMap::open(const QString& isoDay) {
    const auto day = base::Date::parse(isoDay.trimmed().toStdString());
    if (!day || *day >= base::Date::today() || !m_project || m_project->phase() != Phase::Ready) return false;
    const QString text = QString::fromStdString(day->iso());
    if (text == m_day && m_past.phase() != Phase::Failed) return true;
    m_day = text;
    emit dayChanged();
    setActive(false);
    m_past.openDay(m_project->file(), *day);
    return true;
}

void DayMap::leave() {
    setActive(false);
    if (!m_day.isEmpty()) {
        m_day.clear();
        emit dayChanged();
    }
    if (m_past.phase() != Phase::Closed) m_past.close();
}

void DayMap::follow() {
    // Only when all of it is there: a map that had shown everything would lose its place at the overview.
    if (m_past.phase() == Phase::Ready) setActive(true);
    emit loadingChanged();
    if (m_past.phase() != Phase::Failed) return;
    const QString kind = m_past.errorKind(), text = m_past.errorText();
    leave();
    emit failed(kind, text);
}

void DayMap::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit shownChanged();
}

}  // namespace xiangtu::app
