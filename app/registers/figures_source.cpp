// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/registers/figures_source.h"

namespace xiangtu::app {

FiguresSource::FiguresSource(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, &FiguresSource::failed);
    connect(&m_earlierJob, &LatestJob::failed, this, &FiguresSource::failed);
}

void FiguresSource::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &FiguresSource::refresh);
        connect(m_project, &ProjectObject::dayLoaded, this, &FiguresSource::takeDay);
    }
    emit projectChanged();
    refresh();
}

void FiguresSource::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit activeChanged();
    refresh();
}

void FiguresSource::setEarlierDay(const QString& day) {
    if (m_earlierDay == day) return;
    m_earlierDay = day;
    emit earlierDayChanged();
    askEarlier();
}

void FiguresSource::refresh() {
    const project::State state = m_project ? m_project->state() : project::State{};
    if (!state.complete) {
        m_job.cancel();
        m_earlierJob.cancel();
        m_asked.reset();
        m_waitsForDay = false;
        if (m_figures || m_earlier) {
            m_figures.reset();
            m_earlier.reset();
            emit changed();
        }
        updateBusy();
        return;
    }
    if (!m_active || m_asked == state.snapshot) return;
    const bool newCatalogue = m_asked && m_asked->catalogue != state.snapshot->catalogue;
    m_asked = state.snapshot;
    m_job.start<Figures>(
        [snapshot = state.snapshot, before = m_figures](const base::Progress& progress) {
            return before ? std::make_shared<const indicators::Figures>(before->updated(*snapshot))
                          : std::make_shared<const indicators::Figures>(*snapshot, progress);
        },
        [this](Figures figures) {
            m_figures = std::move(figures);
            updateBusy();
            emit changed();
        });
    updateBusy();
    // Positions of indicators are those of the catalogue: the two must be of the same one.
    if (newCatalogue || !m_earlier) askEarlier();
}

void FiguresSource::askEarlier() {
    m_earlierJob.cancel();
    m_waitsForDay = false;
    if (m_earlier) {
        m_earlier.reset();
        emit changed();
    }
    const auto day = base::Date::parse(m_earlierDay.toStdString());
    if (day && m_active && m_asked && *day < m_asked->day) {
        m_waitsForDay = true;
        m_project->loadDay(*day);
    }
    updateBusy();
}

void FiguresSource::takeDay(base::Date day, const std::shared_ptr<const model::Snapshot>& snapshot) {
    if (!m_waitsForDay || QString::fromStdString(day.iso()) != m_earlierDay) return;
    m_waitsForDay = false;
    m_earlierJob.start<Figures>(
        [snapshot](const base::Progress& progress) {
            return std::make_shared<const indicators::Figures>(*snapshot, progress);
        },
        [this](Figures figures) {
            m_earlier = std::move(figures);
            updateBusy();
            emit changed();
        });
    updateBusy();
}

void FiguresSource::updateBusy() {
    const bool busy = m_job.busy() || m_waitsForDay || m_earlierJob.busy();
    if (busy == m_busy) return;
    m_busy = busy;
    emit busyChanged();
}

}  // namespace xiangtu::app
