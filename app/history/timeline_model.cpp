// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/timeline_model.h"

#include "app/history/timeline_words.h"
#include "app/models/terms.h"
#include "edit/border_plan.h"

#include <memory>
#include <optional>

namespace xiangtu::app {

namespace {

/// What bringing a unit back would change, or why it cannot be.
struct Offer {
    QStringList changes;
    QString refusal;
};

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
    connect(&m_asking, &LatestJob::failed, this, &TimelineModel::failed);
}

void TimelineModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) connect(m_project, &ProjectObject::stateChanged, this, &TimelineModel::refresh);
    emit projectChanged();
    leaveRestore();
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
    leaveRestore();
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

void TimelineModel::askRestore(const QString& isoDay) {
    leaveRestore();
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const auto unit = snapshot ? named(*snapshot, m_unit) : std::nullopt;
    if (!unit) return;
    m_restoreDay = isoDay;
    emit restoreChanged();
    m_asking.start<Offer>(
        [file = m_project->file().toStdString(), snapshot, units = m_project->state().units, unit = *unit,
         isoDay](const base::Progress&) {
            const auto store = store::open(file, store::OpenMode::readOnly);
            edit::PlanContext context = store->planContext({});
            context.units = units.get();
            const auto plan = edit::planRestore(*snapshot, {unit, isoDay.toStdString(), {}}, context);
            if (!plan.ok()) return Offer{{}, notRestoredWords(plan.error(), *snapshot, isoDay)};
            return Offer{restoreList(plan.value(), *snapshot, snapshot->findUnit(unit.level, unit.code)), {}};
        },
        [this](const Offer& offer) {
            m_restoreChanges = offer.changes;
            m_restoreRefusal = offer.refusal;
            emit restoreChanged();
        });
}

void TimelineModel::leaveRestore() {
    m_asking.cancel();
    if (m_restoreDay.isEmpty()) return;
    m_restoreDay.clear();
    m_restoreChanges.clear();
    m_restoreRefusal.clear();
    emit restoreChanged();
}

void TimelineModel::restore(const QString& reason) {
    const auto snapshot = m_project ? m_project->state().snapshot : nullptr;
    const auto unit = snapshot ? named(*snapshot, m_unit) : std::nullopt;
    if (!unit || m_restoreDay.isEmpty()) return;
    m_project->apply(edit::RestoreUnit{*unit, m_restoreDay.toStdString(), reason.trimmed().toStdString()}, this,
                     [this](const ProjectObject::Answer& heard) {
                         if (heard.saved()) return leaveRestore();
                         if (!heard.refusal) return;
                         m_restoreChanges.clear();
                         m_restoreRefusal =
                             notRestoredWords(*heard.refusal, *m_project->state().snapshot, m_restoreDay);
                         emit restoreChanged();
                     });
}

}  // namespace xiangtu::app
