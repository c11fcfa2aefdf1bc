// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/plan_model.h"

#include "app/history/plan_words.h"

#include <algorithm>
#include <memory>

namespace xiangtu::app {

PlanModel::PlanModel(QObject* parent) : QAbstractListModel(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_busy = false;
        emit changed();
        emit failed(text);
    });
}

void PlanModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::stateChanged, this, &PlanModel::refresh);
        connect(m_project, &ProjectObject::planSaved, this, &PlanModel::refresh);
    }
    emit projectChanged();
    refresh();
}

void PlanModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    refresh();
}

void PlanModel::setActive(bool active) {
    if (m_active == active) return;
    m_active = active;
    emit activeChanged();
    refresh();
}

void PlanModel::refresh() {
    const auto take = [this](const std::shared_ptr<std::vector<Line>>& lines) {
        m_busy = false;
        beginResetModel();
        m_lines = *lines;
        endResetModel();
        emit changed();
    };
    const bool ready = m_active && m_project && m_project->state().complete;
    if (!ready) {
        m_job.cancel();
        return take(std::make_shared<std::vector<Line>>());
    }
    m_busy = true;
    m_job.start<std::shared_ptr<std::vector<Line>>>(
        [file = m_project->file().toStdString(), snapshot = m_project->state().snapshot](const base::Progress&) {
            const auto store = store::open(file, store::OpenMode::readOnly);
            auto lines = std::make_shared<std::vector<Line>>();
            for (const store::PlannedEdit& planned : store->plannedEdits())
                lines->push_back(planLine(planned, *snapshot));
            std::ranges::stable_sort(*lines, std::ranges::greater(), &Line::open);
            return lines;
        },
        take);
    emit changed();
}

int PlanModel::waiting() const { return int(std::ranges::count(m_lines, true, &Line::open)); }

void PlanModel::make(qint64 plan) {
    if (!m_project) return;
    m_project->makePlan(plan, this, [this, plan](const ProjectObject::Answer& heard) {
        if (!heard.refusal) return;
        const auto line = std::ranges::find(m_lines, plan, &Line::plan);
        emit notMade(line == m_lines.end() ? QString() : line->what);
        refresh();
    });
}

void PlanModel::drop(qint64 plan) {
    if (m_project) m_project->dropPlan(plan, this, [this](const ProjectObject::Answer&) { refresh(); });
}

int PlanModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant PlanModel::data(const QModelIndex& at, int role) const {
    if (!checkIndex(at, CheckIndexOption::IndexIsValid)) return {};
    const Line& line = m_lines[std::size_t(at.row())];
    switch (role) {
    case PlanRole: return line.plan;
    case DayRole: return line.day;
    case StateRole: return line.state;
    case WhatRole: return line.what;
    case ReasonRole: return line.reason;
    case AuthorRole: return line.author;
    case WhyRole: return line.why;
    case NoteRole: return line.note;
    case UnitRole: return line.unit;
    case OpenRole: return line.open;
    default: return {};
    }
}

QHash<int, QByteArray> PlanModel::roleNames() const {
    return {{PlanRole, "plan"},     {DayRole, "day"},       {StateRole, "planState"}, {WhatRole, "what"},
            {ReasonRole, "reason"}, {AuthorRole, "author"}, {WhyRole, "why"},         {NoteRole, "note"},
            {UnitRole, "unit"},     {OpenRole, "waiting"}};
}

}  // namespace xiangtu::app
