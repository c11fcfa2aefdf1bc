// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/restore_model.h"

#include "app/history/timeline_words.h"
#include "edit/border_plan.h"
#include "store/store.h"

#include <memory>

namespace xiangtu::app {

namespace {

/// What bringing a unit back would change, or why it cannot be.
struct Offer {
    std::optional<borders::UnitName> unit;
    QStringList changes;
    std::optional<edit::Refusal> refusal;
};

/// Of today, else of any day.
std::optional<borders::UnitName> found(const model::Snapshot& snapshot, store::Reader& reader, const QString& level,
                                       const QString& text) {
    const auto code = model::Code::parse(text.toStdString());
    if (!code) return std::nullopt;
    if (const auto asked = model::parseLevel(level.toStdString())) return borders::UnitName{*asked, *code};
    if (const model::UnitRef unit = snapshot.findUnit(*code); unit.valid()) return borders::UnitName{unit.level, *code};
    for (const model::Level each : model::kLevels) {
        if (reader.unitOfCode(*code, each)) return borders::UnitName{each, *code};
    }
    return std::nullopt;
}

}  // namespace

RestoreModel::RestoreModel(QObject* parent) : QObject(parent) {
    connect(&m_job, &LatestJob::failed, this, [this](const QString& text) {
        m_busy = false;
        leave();
        emit failed(text);
    });
}

void RestoreModel::setProject(ProjectObject* project) {
    if (m_project == project) return;
    if (m_project) m_project->disconnect(this);
    m_project = project;
    if (m_project) {
        connect(m_project, &ProjectObject::fileChanged, this, &RestoreModel::leave);
        // What would change is another thing after another edit.
        connect(m_project, &ProjectObject::stateChanged, this, [this] {
            if (!m_code.isEmpty()) work();
        });
    }
    emit projectChanged();
    leave();
}

void RestoreModel::setLanguage(const QString& language) {
    if (m_language == language) return;
    m_language = language;
    emit languageChanged();
    if (!m_code.isEmpty()) work();
}

void RestoreModel::ask(const QString& level, const QString& code, const QString& isoDay) {
    leave();
    m_level = level;
    m_code = code;
    m_day = isoDay;
    work();
}

void RestoreModel::work() {
    if (!m_project || !m_project->state().complete || m_code.isEmpty()) return;
    m_unit.reset();
    m_changes.clear();
    m_refusal.clear();
    m_place.reset();
    m_busy = true;
    m_job.start<Offer>(
        [file = m_project->file().toStdString(), state = m_project->state(), level = m_level, code = m_code,
         day = m_day](const base::Progress&) {
            const auto store = store::open(file, store::OpenMode::readOnly);
            Offer offer{found(*state.snapshot, *store, level, code), {}, {}};
            if (!offer.unit) {
                offer.refusal = edit::Refusal{edit::RefusalReason::unknownUnit, {}, {}, {}};
                return offer;
            }
            edit::PlanContext context = store->planContext({});
            context.units = state.units.get();
            const auto plan = edit::planRestore(*state.snapshot, {*offer.unit, day.toStdString(), {}}, context);
            if (plan.ok())
                offer.changes = restoreList(plan.value(), *state.snapshot, *offer.unit);
            else
                offer.refusal = plan.error();
            return offer;
        },
        [this](const Offer& offer) {
            m_busy = false;
            m_unit = offer.unit;
            m_changes = offer.changes;
            if (offer.refusal) refuse(*offer.refusal);
            emit changed();
        });
    emit changed();
}

void RestoreModel::refuse(const edit::Refusal& refusal) {
    m_changes.clear();
    m_refusal = notRestoredWords(refusal, *m_project->state().snapshot, m_day);
    m_place = refusal.place;
}

void RestoreModel::leave() {
    m_job.cancel();
    if (m_code.isEmpty()) return;
    for (QString* part : {&m_level, &m_code, &m_day, &m_refusal}) part->clear();
    m_unit.reset();
    m_changes.clear();
    m_place.reset();
    m_busy = false;
    emit changed();
}

void RestoreModel::restore(const QString& reason) {
    if (!m_project || !m_unit || m_changes.isEmpty()) return;
    m_project->apply(edit::RestoreUnit{*m_unit, m_day.toStdString(), reason.trimmed().toStdString()}, this,
                     [this, code = m_code](const ProjectObject::Answer& heard) {
                         if (heard.saved()) {
                             leave();
                             emit restored(code);
                         } else if (heard.refusal) {
                             refuse(*heard.refusal);
                             emit changed();
                         }
                     });
}

}  // namespace xiangtu::app
