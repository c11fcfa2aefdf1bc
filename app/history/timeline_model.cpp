// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline_model.h"

#include "app/history/timeline_words.h"
#include "app/models/terms.h"

#include <memory>
#include <optional>

namespace xiangtu::app {

namespace {

std::optional<borders::UnitName> named(const model::Snapshot& snapshot, const QString& code) {
    const auto parsed = model::Code::parse(code.toStdString());
    const model::UnitRef unit = parsed ? snapshot.findUnit(*parsed) : model::UnitRef{};
    return unit.valid() ? std::optional(borders::UnitName{unit.level, *parsed}) : std::nullopt;
}

}  // namespace

TimelineModel::TimelineModel(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_busy = false;
        emit changed();
        emit failed(text);
    });
}

void TimelineModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &TimelineModel::refresh);
    emit projectChanged();
    refresh();
}

void TimelineModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    refresh();
}

void TimelineModel::setUnit(const QString& code) {
    if (m_unit == code) return;
    m_unit = code;
    m_lines.clear();
    emit unitChanged();
    refresh();
}

void TimelineModel::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit activeChanged();
    refresh();
}

void TimelineModel::refresh() {
    const auto snapshot = m_active && m_project && m_project->state().complete ? m_project->state().snapshot : nullptr;
    const auto unit = snapshot ? named(*snapshot, m_unit) : std::nullopt;
    if (!unit) {
        m_job.cancel();
        m_busy = false;
        m_lines.clear();
        emit changed();
        return;
    }
    const model::UnitId id = snapshot->unit(snapshot->findUnit(unit->level, unit->code)).id;
    m_busy = true;
    m_job.start<QVariantList>(
        [file = m_project->file().toStdString(), snapshot, id](const base::Progress&) {
            const auto store = store::open(file, store::OpenMode::readOnly);
            return timelineList(project::timeline(*store, id), *snapshot);
        },
        [this](const QVariantList& lines) {
            m_busy = false;
            m_lines = lines;
            emit changed();
        });
    emit changed();
}

}  // namespace xiangtu::app
